import { CredentialTestContext } from 'n8n-core';
import type { IHttpRequestOptions } from 'n8n-workflow';

import { CredentialsHelper } from '../support/credentials';
import { answerAll } from '../support/wire';

/** The credential's own endpoint. */
const OWN = 'https://service.example';

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
			{ ...data, baseUrl: 'custom', customBaseUrl: OWN, ...more },
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
		const isOwn = { allowHttp: true, customBaseUrl: 'http://service.example' };
		await expect(authenticate(request, isOwn)).resolves.toBeDefined();
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

	const listed = { allowedHttpRequestDomains: 'domains', allowedDomains: 'elsewhere.example' };

	test.each([
		[{ uri: 'https://elsewhere.example/' }],
		[{ url: 'https://service.example.elsewhere.example/' }],
		[{ url: 'https://service.example:8443/' }],
		[{ url: 'https://service.example@elsewhere.example/' }],
		[{ baseURL: OWN, url: 'https://elsewhere.example/' }],
		[{ baseURL: OWN, url: '//elsewhere.example/' }],
	])('is sent to no other host than its own, unless it lists hosts: %j', async (request) => {
		// Tencent Cloud's takes the URL as a path of the endpoint; the others are refused.
		for (const more of [{}, { ...listed, allowedDomains: ' ' }]) {
			const signed = await authenticate(request, more).catch((error: Error) => error);
			if (signed instanceof Error)
				expect(signed.message).toMatch(/another host|not a URL|user name/);
			else expect(new URL(signed.url).origin).toBe(OWN);
		}
	});

	test('is sent to hosts that it lists, which n8n itself compares', async () => {
		const request = { url: 'https://elsewhere.example/' };
		await expect(authenticate(request, listed)).resolves.toBeDefined();
	});

	const proxy = 'http://proxy.example:8080';

	test.each([
		[{ skipSslCertificateValidation: true }],
		[{ rejectUnauthorized: false }],
		[{ agentOptions: { ca: 'of the author' } }],
	])('is not sent over a proxy that could read it: %j', async (more) => {
		await expect(authenticate({ url: `${OWN}/`, proxy, ...more })).rejects.toThrow(/^The proxy/);
		await expect(authenticate({ url: `${OWN}/`, ...more })).resolves.toBeDefined();
		await expect(authenticate({ url: `${OWN}/`, proxy })).resolves.toBeDefined();
	});

	test('is not sent over a proxy to an endpoint without encryption', async () => {
		const isOwn = { customBaseUrl: 'http://127.0.0.1:9' };
		const request = { url: 'http://127.0.0.1:9/' };
		await expect(authenticate({ ...request, proxy }, isOwn)).rejects.toThrow(/^The proxy/);
		await expect(authenticate(request, isOwn)).resolves.toBeDefined();
	});
});

test("Tencent Cloud's keys are sent to its other services, encrypted, and to no host of a similar name", async () => {
	const authenticate = async (url: string) =>
		await new CredentialsHelper({}).authenticate(
			{ secretId: 'AKIDEXAMPLE', secretKey: 'secret', baseUrl: OWN, allowHttp: true },
			'tencentCloudApi',
			{ url, method: 'POST', headers: { 'X-TC-Action': 'A', 'X-TC-Version': '1' } },
			undefined as never,
			undefined as never,
		);
	await expect(authenticate('https://cvm.tencentcloudapi.com/')).resolves.toBeDefined();
	for (const url of [
		'http://cvm.tencentcloudapi.com/',
		'https://tencentcloudapi.com.elsewhere.example/',
		'https://mytencentcloudapi.com/',
	]) {
		await expect(authenticate(url)).rejects.toThrow(/another host/);
	}
});
