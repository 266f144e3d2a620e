import { CredentialTestContext } from 'n8n-core';
import type { IHttpRequestOptions } from 'n8n-workflow';

import { CredentialsHelper } from '../support/credentials';
import { answerAll } from '../support/wire';

/** Credentials as the HTTP Request node uses them, which hands over the older request form. */
const CREDENTIALS: Array<[type: string, data: Record<string, string>]> = [
	['computerVisionVietnamApi', { apiKey: 'key', apiSecret: 'secret' }],
	['nhnCloudOcrApi', { appKey: 'app', secretKey: 'secret' }],
	['nhnCloudOcrOAuth2Api', { appKey: 'app', accessToken: 'token' }],
	['tencentCloudApi', { secretId: 'AKIDEXAMPLE', secretKey: 'secret' }],
];

describe.each(CREDENTIALS)('%s in an HTTP Request node', (type, data) => {
	const authenticate = async (request: object, more = {}) =>
		await new CredentialsHelper(data).authenticate(
			{ ...data, ...more },
			type,
			{
				method: 'POST',
				headers: { 'X-TC-Action': 'DescribeInstances', 'X-TC-Version': '2017-03-12' },
				...request,
			} as unknown as IHttpRequestOptions,
			undefined as never,
			undefined as never,
		);

	test.each([
		[{ uri: 'http://service.example/' }],
		[{ url: 'http://service.example/' }],
		[{ baseURL: 'http://service.example', url: '/path' }],
	])('is not sent unencrypted: %j', async (request) => {
		await expect(authenticate(request)).rejects.toThrow(/http:\/\/, so the keys .* unencrypted/);
		await expect(authenticate(request, { allowHttp: true })).resolves.toBeDefined();
	});

	test.each([{ uri: 'not a URL' }, { uri: '//service.example/' }, {}])(
		'is not sent to %j',
		async (request) => {
			await expect(authenticate(request)).rejects.toThrow(/^The URL of the request is/);
		},
	);

	test.each(['GET', 'POST'])('does not follow a redirect of a %s request', async (method) => {
		const requests = answerAll('https://service.example', () => [
			307,
			'',
			{ location: 'https://elsewhere.example/' },
		]);
		const elsewhere = answerAll('https://elsewhere.example', () => ({}));
		const request = await authenticate({
			uri: 'https://service.example/',
			method,
			followRedirect: true,
			followAllRedirects: true,
			maxRedirects: 21,
		});
		const { helpers } = new CredentialTestContext({} as never);
		await expect(helpers.request(request)).rejects.toThrow(/307/);
		expect(requests).toHaveLength(1);
		expect(elsewhere).toHaveLength(0);
	});
});
