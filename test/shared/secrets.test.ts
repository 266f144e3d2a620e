import nock from 'nock';

import { redact } from '../../nodes/shared/engine/errors/redact';
import { withoutKeys } from '../../nodes/shared/engine/errors/withoutKeys';
import * as vision from '../ComputerVisionVietnam/vision';
import * as nhn from '../NhnCloudOcr/nhn';
import { urlItems } from '../support/files';
import { inspectAll } from '../support/inspectAll';
import { answerAll, type SentRequest } from '../support/wire';
import * as tencent from '../TencentCloudOcr/tencent';

/** What a request carries that nobody may read, in the forms in which servers repeat it. */
function secretsOf({ headers }: SentRequest): string[] {
	const { authorization = '', 'x-nhn-authorization': bearer = '', 'x-tc-token': token } = headers;
	const [, basic] = authorization.split('Basic ');
	const [, signature] = authorization.split('Signature=');
	const values = [
		...(basic ? [basic, ...Buffer.from(basic, 'base64').toString().split(':')] : [authorization]),
		bearer.replace('Bearer ', ''),
		signature,
		token,
	].filter(Boolean);
	return values.flatMap((value) => [value, encodeURIComponent(value)]);
}

const PROVIDERS = [
	{
		provider: 'Computer Vision Vietnam',
		host: vision.HOST,
		run: vision.run,
		parameters: { resource: 'text', operation: 'extract' },
		credential: { apiKey: 'key+/with==signs', apiSecret: vision.API_SECRET },
		error: (errorMessage: string) => ({ errorCode: '5', errorMessage, data: '' }),
		keys: ['key+/with==signs', vision.API_SECRET],
	},
	{
		provider: 'NHN Cloud, secret key',
		host: nhn.HOST,
		run: nhn.run,
		parameters: {},
		credential: { appKey: 'app-key-of-a-project' },
		error: (message: string) => nhn.failed(4010001, message),
		keys: [nhn.SECRET_KEY, 'app-key-of-a-project'],
	},
	{
		provider: 'NHN Cloud, user access key',
		host: nhn.HOST,
		run: nhn.run,
		parameters: { authentication: 'userAccessKey' },
		credential: { appKey: 'app-key-of-a-project' },
		error: (message: string) => nhn.failed(4010006, message),
		keys: [nhn.SECRET_KEY, 'app-key-of-a-project', 'token-of-a-user'],
	},
	{
		provider: 'Tencent Cloud',
		host: tencent.HOST,
		run: tencent.run,
		parameters: {},
		credential: { sessionToken: tencent.SESSION_TOKEN, secretId: 'AKIDofauser' },
		error: (message: string) => tencent.failure('AuthFailure.TokenFailure', message),
		keys: [tencent.SECRET_KEY, tencent.SESSION_TOKEN, 'AKIDofauser'],
	},
];

const ECHOES: Array<[string, (provider: (typeof PROVIDERS)[0], echo: string) => unknown]> = [
	['in its message', ({ error }, echo) => error(echo)],
	['in its message, URL-encoded', ({ error }, echo) => error(encodeURIComponent(echo))],
	['in the title of a page', (_, echo) => [501, `<html><title>${echo}</title></html>`]],
	['in the message of a gateway', (_, echo) => [403, { message: echo }]],
	['in plain text', (_, echo) => [400, echo]],
	['in an answer of an unknown form', (_, echo) => ({ request: { headers: echo } })],
];

describe.each(PROVIDERS)('$provider', (provider) => {
	const { host, run, parameters, credential, keys } = provider;

	describe.each(['stopWorkflow', 'continueRegularOutput'] as const)('%s', (onError) => {
		const everythingTold = async () => {
			answerAll(nhn.TOKEN_HOST, () => ({ access_token: 'token-of-a-user', expires_in: 60 }));
			const settings = { onError };
			const items = urlItems(1);
			const { outputs, error, run: whole } = await run(parameters, { items, settings, credential });
			const { Node: ran } = whole.data.resultData.runData;
			expect(error ?? outputs.flat()[0].json.error ?? outputs.flat()[0].error).toBeDefined();
			return [inspectAll(outputs), inspectAll(error), inspectAll(ran), JSON.stringify(ran)].join();
		};

		test.each(ECHOES)('a server that repeats the request %s', async (_, echo) => {
			const sent = answerAll(host, (request) => {
				const lines = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`);
				const auth = lines.filter((line) => /auth|token/.test(line));
				return echo(provider, [...auth, request.path, ...keys].join(' ')) as never;
			});
			const told = await everythingTold();
			const secrets = [...sent.flatMap(secretsOf), ...keys];
			expect(secrets.length).toBeGreaterThan(3);
			expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
		});

		test.each(['ENOTFOUND', 'EPROTO'])(
			'a connection that fails with %s',
			async (code) => {
				nock(host)
					.persist()
					.intercept(/.*/, provider.provider.startsWith('Computer') ? 'GET' : 'POST')
					.replyWithError(Object.assign(new Error(`${code} ${keys.join(' ')}`), { code }));
				const told = await everythingTold();
				expect(keys.filter((secret) => told.includes(secret))).toEqual([]);
			},
			60_000,
		);
	});
});

test.each([
	['that is sent', 'https://user:pa55word@example.com/a.png'],
	['that is refused', 'ftp://user:pa55word@example.com/a.png'],
])('the password of an image URL %s stays out of the error', async (_, imageUrl) => {
	answerAll(tencent.HOST, () =>
		tencent.failure('FailedOperation.DownLoadError', `No image at ${imageUrl}.`),
	);
	const { error } = await tencent.run({ imageUrl });
	const { message, description, errorResponse } = error as never as Record<string, unknown>;
	const told = JSON.stringify([message, description, errorResponse]);
	expect(told).toContain('example.com');
	expect(told).not.toMatch(/user|pa55word/);
});

test('an answer without a document that repeats the keys', async () => {
	const Exception = `Request of ${vision.API_KEY}:${vision.API_SECRET}`;
	answerAll(vision.HOST, () => ({ ...vision.succeeded([]), Exception }));
	const { error } = await vision.run({ resource: 'card' });
	expect(error?.description).toContain(
		'. Computer Vision Vietnam says: {"Exception":"Request of ***:***"}',
	);
	expect(inspectAll(error)).not.toMatch(new RegExp(`${vision.API_KEY}|${vision.API_SECRET}`));
});

describe('text without its secrets', () => {
	const SECRET = 'aB3+/=&"é\\x';

	test.each([
		['as it is', SECRET],
		['in a URL', encodeURIComponent(SECRET)],
		['in a URL, in small letters', encodeURIComponent(SECRET).toLowerCase().replace('ab3', 'aB3')],
		['in JSON', JSON.stringify(SECRET).slice(1, -1)],
		['in JSON with escapes', 'aB3+\\/\\u003d\\u0026\\"\\u00e9\\\\x'],
		['in HTML', 'aB3+/=&amp;&quot;é\\x'],
		['in HTML with codes', 'aB3&#43;&#x2F;&#x3d;&#38;&#34;&#233;&#92;x'],
	])('%s', (_, form) => {
		expect(redact(`a ${form} b`, [SECRET])).toBe('a *** b');
	});

	test('also where the text was cut', () => {
		expect(redact('a secret-of-a-us', ['secret-of-a-user'])).toBe('a ***');
	});

	test('the longer secret goes first', () => {
		expect(redact('user-key user', ['user', 'user-key'])).toBe('*** ***');
	});

	test('in all of a value, keys included', () => {
		expect(redact({ secret: ['a secret', { n: 1, none: null }] }, ['secret'])).toEqual({
			'***': ['a ***', { n: 1, none: null }],
		});
	});

	test('the user information of a URL goes', () => {
		expect(redact('could not load https://user:pa:ss@example.com/a@b.png', [])).toBe(
			'could not load https://***@example.com/a@b.png',
		);
	});

	test('a value that is shorter than four letters stays', () => {
		expect(redact('an error', ['or', ''])).toBe('an error');
	});
});

describe('a response that becomes items', () => {
	test.each(PROVIDERS)('$provider: what repeats the request has no key', async (provider) => {
		const { host, run, parameters, credential, keys } = provider;
		answerAll(nhn.TOKEN_HOST, () => ({ access_token: 'token-of-a-user', expires_in: 60 }));
		const text = {
			[vision.HOST]: vision.succeeded([]),
			[nhn.HOST]: nhn.wordOf('text'),
			[tencent.HOST]: tencent.lineOf('text'),
		}[host];
		const sent = answerAll(host, ({ headers, path }) => ({ ...text, request: { headers, path } }));
		const { outputs, error } = await run(
			{ ...parameters, output: 'raw' },
			{ items: urlItems(1), credential },
		);
		expect(error).toBeUndefined();
		const told = JSON.stringify(outputs);
		expect(told).toContain('***');
		const secrets = [...sent.flatMap(secretsOf), ...keys];
		expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
	});

	const response = { pages: [{ text: 'Total 12.50', box: [1, 2] }], none: null };

	test('it stays the same object if it repeats nothing', () => {
		expect(withoutKeys(response, ['aB3+/of==key'])).toBe(response);
	});

	test.each(['Total', 'password', '20240131', 'INVOICES', 'Invoices'])(
		'the text of a document is no key: %s',
		(text) => {
			expect(withoutKeys({ text: `a ${text} b` }, [text])).toEqual({ text: `a ${text} b` });
		},
	);

	test.each([
		['as it is', (key: string) => key],
		['in a URL', encodeURIComponent],
		['in JSON', (key: string) => JSON.stringify(key)],
	])('it repeats a key %s', (_, form) => {
		const key = 'aB3+/=&"of-a-user';
		const { echo, rest } = withoutKeys({ echo: `a ${form(key)} b`, rest: response }, [key]);
		expect(echo).toMatch(/^a "?\*\*\*"? b$/);
		expect(rest).toEqual(response);
	});
});
