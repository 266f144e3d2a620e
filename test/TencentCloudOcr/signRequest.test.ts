import { Readable } from 'node:stream';

import fc from 'fast-check';

import { signRequest } from '../../nodes/TencentCloudOcr/auth/signRequest';
import { sdkAuthorizations } from './tencentSdks';

const KEYS = { secretId: 'AKIDEXAMPLE', secretKey: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE' };
const ACTION = { 'X-TC-Action': 'GeneralAccurateOCR', 'X-TC-Version': '2018-11-19' };

/** n8n's HTTP Request node hands over `uri` and lower-case headers. */
const sign = async (request: object, credential: object = KEYS) =>
	await signRequest({ baseUrl: 'https://ocr.intl.tencentcloudapi.com', ...credential }, request);

const post = (more: object = {}) => ({
	method: 'POST',
	baseURL: 'https://ocr.intl.tencentcloudapi.com',
	url: '/',
	headers: ACTION,
	body: { ImageUrl: 'https://example.com/a.png' },
	...more,
});

test('2,000 generated requests have the signature of both official SDKs', async () => {
	const text = fc.string({ unit: 'binary' });
	const word = fc.stringMatching(/^[A-Za-z0-9]{1,40}$/);
	const small = fc.dictionary(text, fc.jsonValue({ stringUnit: 'binary' }));
	const oddCharacters = fc.constantFrom(
		'\u2028\u2029',
		'\ufeff',
		'\u00ad',
		'😀\ud800',
		'"\\\u0000',
	);
	const large = fc
		.integer({ min: 100_000, max: 3_000_000 })
		.map((length) => ({ ImageBase64: 'iVBORw0KGgo+/'.repeat(length / 13) }));

	await fc.assert(
		fc.asyncProperty(
			fc.record({
				body: fc.oneof(
					{ weight: 60, arbitrary: small },
					{ weight: 39, arbitrary: oddCharacters.map((odd) => ({ [odd]: odd })) },
					{ weight: 1, arbitrary: large },
				),
				host: fc.constantFrom(
					'ocr.intl.tencentcloudapi.com',
					'ocr.ap-guangzhou.tencentcloudapi.com',
					'cvm.tencentcloudapi.com',
				),
				contentType: fc.constantFrom('application/json', 'application/json; charset=utf-8'),
				secretId: word,
				secretKey: word,
				sessionToken: fc.option(word),
				region: fc.option(word),
				timestamp: fc.integer({ min: 1_500_000_000, max: 4_000_000_000 }),
			}),
			async ({ body, host, contentType, timestamp, ...credential }) => {
				jest.spyOn(Date, 'now').mockReturnValue(timestamp * 1000 + 999);
				const request = post({
					baseURL: `https://${host}`,
					headers: { ...ACTION, 'content-type': contentType },
					body,
				});
				const { body: sent, headers } = await sign(request, credential);

				const authorizations = sdkAuthorizations({
					method: 'POST',
					url: `https://${host}/`,
					payload: sent as Buffer,
					timestamp,
					service: host.split('.')[0],
					...credential,
					headers: { 'Content-Type': contentType },
				});
				expect(authorizations).toEqual([headers!.Authorization, headers!.Authorization]);
				expect(JSON.parse(String(sent))).toEqual(JSON.parse(JSON.stringify(body)));
				expect(headers!['X-TC-Timestamp']).toBe(String(timestamp));
				expect(headers!['X-TC-Token']).toBe(credential.sessionToken ?? undefined);
				expect(headers!['X-TC-Region']).toBe(credential.region ?? undefined);
			},
		),
		{ numRuns: 2_000 },
	);
}, 120_000);

test('a GET request is signed over the query that it sends', async () => {
	jest.spyOn(Date, 'now').mockReturnValue(1_539_084_154_000);
	const { url, body, headers } = await sign({
		uri: 'https://cvm.tencentcloudapi.com/',
		method: 'GET',
		headers: { 'x-tc-action': 'DescribeInstances', 'x-tc-version': '2017-03-12' },
		qs: { Limit: 10, Filters: [{ Name: 'zone', Values: ['a b', "it's é"] }], Empty: null },
	});
	expect(url).toBe(
		'https://cvm.tencentcloudapi.com/?Limit=10&Filters.0.Name=zone&Filters.0.Values.0=a%20b&Filters.0.Values.1=it%27s%20%C3%A9',
	);
	expect(body).toBeUndefined();
	const contentType = headers!['Content-Type'] as string;
	const expected = sdkAuthorizations({
		method: 'GET',
		url,
		payload: '',
		timestamp: 1_539_084_154,
		service: 'cvm',
		...KEYS,
		headers: { 'Content-Type': contentType },
	});
	expect(expected).toEqual([headers!.Authorization, headers!.Authorization]);
	expect(contentType).toBe('application/x-www-form-urlencoded');
});

test.each([
	['an object', { A: 'é' }, '{"A":"é"}'],
	['a string with white space around it', ' {"A": 1}\n', ' {"A": 1}\n'],
	['a Buffer', Buffer.from('{"A":2}'), '{"A":2}'],
	['a stream', Readable.from([Buffer.from('{"A"'), Buffer.from(':3}')]), '{"A":3}'],
	['nothing', undefined, '{}'],
])('a body that is %s is sent as it was signed', async (_, body, expected) => {
	const request = await sign(post({ body }));
	expect(request.body).toEqual(Buffer.from(expected));
	const timestamp = Number(request.headers!['X-TC-Timestamp']);
	const [authorization] = sdkAuthorizations({
		method: 'POST',
		url: request.url,
		payload: Buffer.from(expected),
		timestamp,
		service: 'ocr',
		...KEYS,
		headers: { 'Content-Type': 'application/json' },
	});
	expect(request.headers!.Authorization).toBe(authorization);
});

test.each([
	['https://cvm.tencentcloudapi.com', 'cvm'],
	['https://ocr.ap-singapore.tencentcloudapi.com', 'ocr'],
	['https://ocr.internal.tencentcloudapi.com', 'ocr'],
	['http://127.0.0.1:8787', 'ocr'],
	['http://localhost:8787', 'ocr'],
	['https://ocr-proxy.example.com', 'ocr'],
])('the service of %s is %s', async (baseURL, service) => {
	const { headers } = await sign(post({ baseURL }), { ...KEYS, baseUrl: baseURL });
	expect(headers!.Authorization).toContain(`/${service}/tc3_request`);
});

test('headers of an earlier attempt are replaced, whatever their case', async () => {
	const clock = jest.spyOn(Date, 'now').mockReturnValue(1_600_000_000_000);
	const first = await sign(
		post({ headers: { ...ACTION, authorization: 'old', 'x-tc-timestamp': '1' } }),
	);
	const names = Object.keys(first.headers!).map((name) => name.toLowerCase());
	expect(new Set(names).size).toBe(names.length);
	clock.mockReturnValue(1_600_000_060_000);
	const second = await sign(first);
	expect(Number(second.headers!['X-TC-Timestamp'])).toBe(
		Number(first.headers!['X-TC-Timestamp']) + 60,
	);
	expect(second.headers!.Authorization).not.toBe(first.headers!.Authorization);
});

test('an empty region and token are left out; those of the request win', async () => {
	const bare = await sign(post(), { ...KEYS, region: '', sessionToken: '' });
	expect(Object.keys(bare.headers!)).not.toContain('X-TC-Region');
	expect(Object.keys(bare.headers!)).not.toContain('X-TC-Token');
	const headers = { ...ACTION, 'x-tc-region': 'ap-tokyo' };
	const own = await sign(post({ headers }), { ...KEYS, region: 'ap-singapore' });
	expect(own.headers!['x-tc-region']).toBe('ap-tokyo');
	expect(Object.keys(own.headers!)).not.toContain('X-TC-Region');
});

test('white space around pasted keys does not spoil the signature', async () => {
	jest.spyOn(Date, 'now').mockReturnValue(1_600_000_000_000);
	const clean = await sign(post());
	const pasted = await sign(post(), {
		secretId: ` ${KEYS.secretId}`,
		secretKey: `${KEYS.secretKey}\n`,
	});
	expect(pasted.headers!.Authorization).toBe(clean.headers!.Authorization);
});

test.each([
	['no action', { headers: { 'X-TC-Version': '2018-11-19' } }, /X-TC-Action and X-TC-Version/],
	['no version', { headers: { 'X-TC-Action': 'A' } }, /X-TC-Action and X-TC-Version/],
	[
		'an endpoint without a scheme',
		{ baseURL: '127.0.0.1:8787' },
		/Enter a URL that begins with https:/,
	],
	['an endpoint of blanks', { baseURL: ' ' }, /is not a URL/],
	[
		'a URL that is not encrypted',
		{ baseURL: 'http://ocr.example.com' },
		/would travel unencrypted/,
	],
	[
		'a raw form body',
		{ body: 'A=1', headers: { ...ACTION, 'content-type': 'application/x-www-form-urlencoded' } },
		/Body Content Type to JSON/,
	],
	['a form', { form: { A: 1 } }, /Body Content Type to JSON/],
	['a multipart form', { formData: { A: 1 } }, /Body Content Type to JSON/],
])('a request with %s is refused with a sentence', async (_, more, message) => {
	await expect(sign(post(more))).rejects.toThrow(message);
});
