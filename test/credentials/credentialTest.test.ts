import { CredentialTestContext } from 'n8n-core';
import type { ICredentialDataDecryptedObject, INodeType } from 'n8n-workflow';
import nock from 'nock';

import { nodeTypes } from '../support/nodeTypes';
import { answerAll } from '../support/wire';

const TOKEN_HOST = 'https://oauth.api.nhncloudservice.com';

interface Provider {
	credential: string;
	node: string;
	host: string;
	data: ICredentialDataDecryptedObject;
	/** An answer with a code, and the code that a missing image gives. */
	answer: (code: number | string, message?: string) => object;
	missingImage: number | string;
	wrongKeys: [code: number | string, sentence: RegExp];
	/** What nobody may repeat. */
	secrets: string[];
}

const nhn = {
	node: 'nhnCloudOcr',
	host: 'https://ocr.api.nhncloudservice.com',
	answer: (resultCode: number | string, resultMessage = 'As documented.') => ({
		header: { isSuccessful: false, resultCode, resultMessage },
	}),
	missingImage: 4000001,
};

const PROVIDERS: Provider[] = [
	{
		credential: 'computerVisionVietnamApi',
		node: 'computerVisionVietnam',
		host: 'https://cloud.computervision.com.vn',
		data: { apiKey: 'api-key-example', apiSecret: 'api-secret-example' },
		answer: (errorCode, errorMessage = 'As documented.') => ({
			data: '',
			errorCode: String(errorCode),
			errorMessage,
		}),
		missingImage: 2,
		secrets: ['api-key-example', 'api-secret-example'],
		wrongKeys: [5, /^The API key or the API secret is wrong\. .* \(5\)$/],
	},
	{
		...nhn,
		credential: 'nhnCloudOcrApi',
		data: { appKey: 'app-key-example', secretKey: 'secret-key-example' },
		secrets: ['app-key-example', 'secret-key-example'],
		wrongKeys: [4010001, /^The app key or the secret key is wrong\. .* \(4010001\)$/],
	},
	{
		...nhn,
		credential: 'nhnCloudOcrOAuth2Api',
		data: {
			appKey: 'app-key-example',
			userAccessKeyId: 'user-id-example',
			secretAccessKey: 'secret-access-key-example',
			tokenUrl: `${TOKEN_HOST}/oauth2/token/create`,
			accessToken: '',
		},
		secrets: ['app-key-example', 'user-id-example', 'secret-access-key-example'],
		wrongKeys: [4010006, /^NHN Cloud rejected the access token.* \(4010006\)$/],
	},
	{
		credential: 'tencentCloudApi',
		node: 'tencentCloudOcr',
		host: 'https://ocr.intl.tencentcloudapi.com',
		data: { secretId: 'AKIDEXAMPLE', secretKey: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE' },
		answer: (Code, Message = 'As documented.') => ({
			Response: { Error: { Code, Message }, RequestId: 'b' },
		}),
		missingImage: 'MissingParameter',
		secrets: ['AKIDEXAMPLE', 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE'],
		wrongKeys: [
			'AuthFailure.SignatureFailure',
			/^The signature is wrong, .* \(AuthFailure\.SignatureFailure\)$/,
		],
	},
];

/** What n8n says of a credential when it is tested. */
async function testOf(
	{ node, credential, host, data }: Provider,
	change: ICredentialDataDecryptedObject,
) {
	const { description, methods } = nodeTypes.getByName(`n8n-nodes-cloud-ocr.${node}`) as INodeType;
	const { testedBy } = description.credentials!.find(({ name }) => name === credential)!;
	const testFunction = methods!.credentialTest![testedBy as string];
	return await testFunction.call(new CredentialTestContext({} as never), {
		id: '1',
		name: 'Test',
		type: credential,
		data: { baseUrl: host, ...data, ...change },
	});
}

describe.each(PROVIDERS)('the test of $credential', (provider) => {
	const { host, answer, missingImage, wrongKeys } = provider;

	const testCredential = async (change: ICredentialDataDecryptedObject = {}) =>
		await testOf(provider, change);

	const tokens = () =>
		answerAll(TOKEN_HOST, (_, index) => ({ access_token: `token-${index}`, expires_in: 60 }));

	beforeEach(() => {
		if (provider.credential === 'nhnCloudOcrOAuth2Api') tokens();
	});

	test('passes when the provider reports a missing image, and sends none', async () => {
		const requests = answerAll(host, () => answer(missingImage));
		expect(await testCredential()).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(requests).toHaveLength(1);
	});

	test('says that the keys are wrong', async () => {
		const [code, sentence] = wrongKeys;
		answerAll(host, () => answer(code, 'Their own words.'));
		const { status, message } = await testCredential();
		expect(status).toBe('Error');
		expect(message).toMatch(sentence);
		expect(message.endsWith(` says: Their own words. (${code})`)).toBe(true);
	});

	test('does not pass for a code that nobody knows', async () => {
		answerAll(host, () => answer(987_654, 'Their own words.'));
		const { status, message } = await testCredential();
		expect(status).toBe('Error');
		expect(message).toMatch(
			/^The response does not show whether the keys are valid\. .* \(987654\)$/,
		);
		expect(message).toMatch(/ says: Their own words\. \(987654\)$/);
	});

	test('believes the body, not the HTTP status beside it', async () => {
		const [code, sentence] = wrongKeys;
		answerAll(host, () => [401, answer(code)]);
		expect((await testCredential()).message).toMatch(sentence);
	});

	test.each([200, 403, 502])('quotes a page with HTTP status %d', async (status) => {
		answerAll(host, () => [status, '<html><title>Company proxy</title></html>']);
		const result = await testCredential();
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(
			status === 200 ? /^The service at \S+ is not \w/ : String(status),
		);
		const code = status === 200 ? '' : ` (HTTP status ${status})`;
		expect(result.message.endsWith(`Company proxy${code}`)).toBe(true);
	});

	test('does not follow a redirect with the keys', async () => {
		answerAll(host, () => [302, '', { location: 'https://elsewhere.example/' }]);
		const elsewhere = answerAll('https://elsewhere.example', () => answer(missingImage));
		const { message } = await testCredential();
		expect(message).toMatch(
			/redirects to another address, which the node does not follow\. .* \(HTTP status 302\)$/,
		);
		expect(elsewhere).toHaveLength(0);
	});

	test.each([
		['', /^The endpoint in the credential is empty\. Enter a URL that begins with https/],
		[
			'https://user:password@ocr.example.com',
			/^The endpoint .* contains a user name or a password/,
		],
		['sk-secret-in-the-wrong-field', /^The endpoint in the credential is not a URL\./],
		['http://ocr.example.com', /^The endpoint in the credential begins with http:.* unencrypted/],
	])('refuses the endpoint %j before it sends anything', async (customBaseUrl, sentence) => {
		const requests = answerAll('http://ocr.example.com', () => answer(missingImage));
		const { status, message } = await testCredential({ baseUrl: 'custom', customBaseUrl });
		expect(status).toBe('Error');
		expect(message).toMatch(sentence);
		if (customBaseUrl) expect(message).not.toContain(customBaseUrl);
		expect(requests).toHaveLength(0);
	});

	test.each([
		['http://127.0.0.1:8787', false],
		['http://localhost:8787', false],
		['http://[::1]:8787', false],
		['http://ocr.example.com', true],
	])('takes the endpoint %s', async (customBaseUrl, allowHttp) => {
		const requests = answerAll(customBaseUrl, () => answer(missingImage));
		expect(await testCredential({ baseUrl: 'custom', customBaseUrl, allowHttp })).toMatchObject({
			status: 'OK',
		});
		expect(requests).toHaveLength(1);
	});

	test.each([
		['ENOTFOUND', /^The host of the endpoint [\w.]+ was not found/],
		['ECONNREFUSED', /^The host of the endpoint [\w.]+ refused the connection/],
		['ECONNRESET', /^The connection to the endpoint [\w.]+ closed early/],
		['ECONNABORTED', /^The endpoint [\w.]+ does not respond/],
		['EPROTO', /^The endpoint [\w.]+ does not use HTTPS/],
		['DEPTH_ZERO_SELF_SIGNED_CERT', /^The certificate of the endpoint [\w.]+ is not trusted/],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /^The certificate of the endpoint [\w.]+ is not trusted/],
		['ERR_TLS_CERT_ALTNAME_INVALID', /^The certificate of the endpoint [\w.]+ is not trusted/],
		['EOTHER', /^The endpoint [\w.]+ could not be reached \(EOTHER\)/],
	])('has a sentence for %s', async (code, sentence) => {
		for (const method of ['GET', 'POST']) {
			nock(host)
				.intercept(/.*/, method)
				.replyWithError(Object.assign(new Error(code), { code }));
		}
		const { status, message } = await testCredential();
		expect(status).toBe('Error');
		expect(message).toMatch(sentence);
	});

	test('ends after 20 seconds when the endpoint is silent', async () => {
		const silent = new AbortController();
		const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(silent.signal);
		let answerNow = () => {};
		const answered = new Promise<void>((resolve) => (answerNow = resolve));
		answerAll(host, async () => {
			silent.abort();
			await answered;
			return answer(missingImage);
		});
		const { status, message } = await testCredential();
		answerNow();
		expect(timeout).toHaveBeenCalledWith(20_000);
		expect(status).toBe('Error');
		expect(message).toMatch(/^No response arrived within 20 seconds/);
	});

	test('does not repeat what it has sent', async () => {
		const { secrets } = provider;
		const echoes: Array<(echo: string) => object | [number, string]> = [
			(echo) => answer(wrongKeys[0], echo),
			(echo) => [502, `<title>${echo}</title>`],
		];
		for (const echo of echoes) {
			answerAll(host, ({ headers, path }) => {
				const { authorization = '', 'x-nhn-authorization': token = '' } = headers;
				return echo(`${authorization} ${token} ${path} ${secrets.join(' ')}`);
			});
			const { message } = await testCredential();
			expect(message).toMatch(/\*\*\*/);
			expect(secrets.filter((secret) => message.includes(secret))).toEqual([]);
			expect(message).not.toMatch(/Signature=[0-9a-f]|Basic \w|token-\d/);
			nock.cleanAll();
			tokens();
		}
	});
});

test.each([
	[
		'AuthFailure.Brandnew',
		'Error',
		/^Tencent Cloud rejected the credential.*\(AuthFailure.Brandnew\)/,
	],
	['InvalidParameter.Brandnew', 'OK', /successful/],
	['InternalError.Brandnew', 'Error', /internal error/],
	['FailedOperation.UnOpenError', 'Error', /not activated/],
])('Tencent Cloud: %s counts for its family', async (code, status, sentence) => {
	const tencent = PROVIDERS.find(({ node }) => node === 'tencentCloudOcr')!;
	answerAll(tencent.host, () => tencent.answer(code));
	const result = await testOf(tencent, {});
	expect(result).toEqual({ status, message: expect.stringMatching(sentence) });
});

describe('NHN Cloud, user access key', () => {
	const withToken = PROVIDERS.find(({ credential }) => credential === 'nhnCloudOcrOAuth2Api')!;
	const user = (userAccessKeyId: string) => ({ userAccessKeyId });

	test('a token that is kept from before may be refused', async () => {
		const tokens = answerAll(TOKEN_HOST, (_, index) => ({
			access_token: `token-${index}`,
			expires_in: 60,
		}));
		let isRevoked = false;
		answerAll(withToken.host, ({ headers }) =>
			withToken.answer(
				isRevoked && headers['x-nhn-authorization'] === 'Bearer token-0' ? 4010006 : 4000001,
			),
		);
		expect(await testOf(withToken, user('revoked'))).toMatchObject({ status: 'OK' });
		isRevoked = true;
		expect(await testOf(withToken, user('revoked'))).toMatchObject({ status: 'OK' });
		expect(tokens).toHaveLength(2);
	});

	test('wrong keys, a wrong token URL and one that n8n does not allow', async () => {
		answerAll(TOKEN_HOST, ({ headers }) => [401, { error: headers.authorization }]);
		const messages = [
			await testOf(withToken, user('wrong')),
			await testOf(withToken, { tokenUrl: '' }),
			await testOf(withToken, {
				...user('held'),
				allowedHttpRequestDomains: 'domains',
				allowedDomains: 'a.example',
			}),
		];
		expect(messages).toEqual(
			[
				/^n8n could not get an access token .* Check the User Access Key ID/,
				/^The token URL in the credential is empty/,
				/^n8n could not get an access token .* Domain not allowed.*oauth.*a\.example\.$/,
			].map((sentence) => ({ status: 'Error', message: expect.stringMatching(sentence) })),
		);
	});
});
