import nock from 'nock';

import { urlItems } from '../support/files';
import { gate } from '../support/gate';
import { textOf } from '../support/runNode';
import { answerAll } from '../support/wire';
import { answerWith, failed, run, SECRET_KEY, TOKEN_HOST, wordOf } from './nhn';

const authentication = 'userAccessKey';
const FROM_ITEM = { authentication, imageUrl: '={{ $json.url }}' };

/** Gives tokens that are numbered. */
const giveTokens = (expiresIn: unknown = 86_400) =>
	answerAll(TOKEN_HOST, (_, index) => ({
		grant_type: 'client_credentials',
		access_token: `token-${index}`,
		token_type: 'Bearer',
		expires_in: expiresIn,
	}));

const bearers = (requests: ReturnType<typeof answerWith>) =>
	requests.map(({ headers }) => headers['x-nhn-authorization']);

test('a token is fetched with the user access key, and sent to v1.1', async () => {
	const tokens = giveTokens();
	const requests = answerWith(() => wordOf('a'));
	const { error } = await run({ authentication, operation: 'extractSegmented' });
	expect(error).toBeUndefined();
	expect(tokens).toHaveLength(1);
	expect(tokens[0]).toMatchObject({ method: 'POST', path: '/oauth2/token/create' });
	expect(String(tokens[0].body)).toBe('grant_type=client_credentials');
	expect(tokens[0].headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
	const [, basic] = tokens[0].headers.authorization.split('Basic ');
	expect(Buffer.from(basic, 'base64').toString()).toMatch(new RegExp(`^user-\\d+:${SECRET_KEY}$`));
	expect(requests[0].path).toBe('/v1.1/appkeys/app-key/general/cropping');
	expect(bearers(requests)).toEqual(['Bearer token-0']);
	expect(requests[0].headers.authorization).toBeUndefined();
});

test('one token serves many items, and many runs', async () => {
	const tokens = giveTokens('3600');
	const requests = answerWith(() => wordOf('a'));
	const credential = { userAccessKeyId: 'same-user' };
	await run(FROM_ITEM, { items: urlItems(20), credential });
	await run(FROM_ITEM, { items: urlItems(5), credential });
	expect(tokens).toHaveLength(1);
	expect(bearers(requests)).toEqual(Array(25).fill('Bearer token-0'));
});

test('a token is renewed before it expires', async () => {
	const tokens = giveTokens(60);
	const requests = answerWith(() => wordOf('a'));
	const credential = { userAccessKeyId: 'patient-user' };
	const now = jest.spyOn(Date, 'now').mockReturnValue(1_000_000);
	await run({ authentication }, { credential });
	now.mockReturnValue(1_000_000 + 30_000);
	await run({ authentication }, { credential });
	// NHN Cloud would take it for another second, but not when the request comes late.
	now.mockReturnValue(1_000_000 + 59_000);
	await run({ authentication }, { credential });
	expect(tokens).toHaveLength(2);
	expect(bearers(requests)).toEqual(['Bearer token-0', 'Bearer token-0', 'Bearer token-1']);
});

describe.each<[string, object | [number, unknown]]>([
	['4010006', failed(4010006)],
	['4010003', failed(4010003)],
	['401', failed(401)],
	['HTTP status 401', [401, '']],
])('a token that is refused with %s', (_, refusal) => {
	test('is renewed within the run, and no item is lost', async () => {
		const tokens = giveTokens();
		const requests = answerWith(({ headers }, index) =>
			index >= 4 && headers['x-nhn-authorization'] === 'Bearer token-0' ? refusal : wordOf('a'),
		);
		const { outputs, error } = await run(
			{ ...FROM_ITEM, options: { maxConcurrent: 3 } },
			{ items: urlItems(12) },
		);
		expect(error).toBeUndefined();
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(
			Array.from({ length: 12 }, (_item, item) => ({ item })),
		);
		expect(tokens).toHaveLength(2);
		expect(requests.length).toBeLessThanOrEqual(12 + 3);
	});

	test('and refused anew ends the run', async () => {
		const tokens = giveTokens();
		const requests = answerWith(() => refusal);
		const { outputs } = await run(
			{ ...FROM_ITEM, options: { maxConcurrent: 1 } },
			{ items: urlItems(5), settings: { onError: 'continueRegularOutput' } },
		);
		expect(requests).toHaveLength(2);
		expect(tokens).toHaveLength(2);
		expect(outputs[0].map(({ json }) => String(json.error).slice(7, 15))).toEqual([
			'NHN Clou',
			...Array(4).fill('Not sent'),
		]);
	});
});

test('20 requests whose token is refused, early and late, fetch one new token', async () => {
	const tokens = giveTokens();
	const [allSent, newTokenUsed] = [gate(), gate()];
	let sent = 0;
	const requests = answerWith(async ({ headers }) => {
		if (headers['x-nhn-authorization'] !== 'Bearer token-0') {
			newTokenUsed.open();
			return wordOf('a');
		}
		if (++sent === 20) allSent.open();
		await (sent % 2 ? allSent : newTokenUsed).opened;
		return failed(4010006);
	});
	const { outputs, error } = await run(
		{ ...FROM_ITEM, options: { maxConcurrent: 20 } },
		{ items: urlItems(20) },
	);
	expect(error).toBeUndefined();
	expect(outputs[0]).toHaveLength(20);
	expect(tokens).toHaveLength(2);
	const all = bearers(requests);
	expect(all.filter((bearer) => bearer === 'Bearer token-0')).toHaveLength(20);
	expect(all.filter((bearer) => bearer === 'Bearer token-1')).toHaveLength(20);
});

test('tokens of the accounts that came last are kept, those of earlier ones do not pile up', async () => {
	const tokens = giveTokens();
	answerWith(() => wordOf('a'));
	const account = (user: number) => ({ credential: { userAccessKeyId: `account-${user}` } });
	for (let user = 0; user < 150; user++) await run({ authentication }, account(user));
	expect(tokens).toHaveLength(150);
	await run({ authentication }, account(149));
	expect(tokens).toHaveLength(150);
	await run({ authentication }, account(0));
	expect(tokens).toHaveLength(151);
});

test('the keys do not follow a redirect of the token URL', async () => {
	answerAll(TOKEN_HOST, () => [302, '', { location: 'https://elsewhere.example/token' }]);
	const elsewhere = answerAll('https://elsewhere.example', () => ({ access_token: 'stolen' }));
	const { error } = await run({ authentication });
	expect(textOf(error)).toMatch(
		/^a\.png: n8n could not get an access token from NHN Cloud\. .* redirects to another address/,
	);
	expect(elsewhere).toHaveLength(0);
});

test('the keys are not sent to a token URL that is not encrypted', async () => {
	const tokens = answerAll('http://oauth.example', () => ({ access_token: 'token' }));
	const requests = answerWith(() => wordOf('a'));
	const credential = { tokenUrl: 'http://oauth.example/token' };
	const { error } = await run({ authentication }, { credential });
	expect(textOf(error)).toMatch(/^a\.png: The token URL in the credential begins with http:\/\//);
	expect(tokens).toHaveLength(0);
	await run({ authentication }, { credential: { ...credential, allowHttp: true } });
	expect(tokens).toHaveLength(1);
	expect(requests).toHaveLength(1);
});

test('a wrong user access key ends the run with a sentence, and without a request for text', async () => {
	const tokens = answerAll(TOKEN_HOST, () => [401, { error: 'invalid_client' }]);
	const requests = answerWith(() => wordOf('a'));
	const { outputs } = await run(
		{ ...FROM_ITEM, options: { maxConcurrent: 1 } },
		{ items: urlItems(5), settings: { onError: 'continueRegularOutput' } },
	);
	expect(requests).toHaveLength(0);
	expect(tokens).toHaveLength(1);
	expect(outputs[0][0].json.error).toMatch(
		/^0\.png: n8n could not get an access token.* Check the User Access Key ID and the Secret Access Key in the/,
	);
	expect(outputs[0][4].json.error).toMatch(/^4\.png: Not sent, because/);
});

test.each([
	['', /^\d\.png: The token URL in the credential is empty/],
	[
		'oauth.example/token',
		/^\d\.png: The token URL in the credential is not a URL\. Enter a URL that begins with https/,
	],
	[
		`${TOKEN_HOST}/wrong`,
		/^\d\.png: n8n could not get an access token.* Check the Token URL in the credential.* \(HTTP status 404\)$/,
	],
])('a wrong token URL, %j, ends the run', async (tokenUrl, sentence) => {
	const tokens = answerAll(TOKEN_HOST, () => [404, '<html>']);
	const { outputs } = await run(FROM_ITEM, {
		items: urlItems(3),
		credential: { tokenUrl },
		settings: { onError: 'continueRegularOutput' },
	});
	expect(tokens.length).toBeLessThanOrEqual(1);
	expect(outputs[0].filter(({ json }) => sentence.test(String(json.error)))).not.toHaveLength(0);
	expect(outputs[0][2].json.error).toMatch(/token URL|^2\.png: Not sent, because/i);
});

test('a token service that is down for a moment is asked again', async () => {
	const tokens = answerAll(TOKEN_HOST, (_, index) =>
		index === 0 ? [503, ''] : { access_token: 'token', token_type: 'Bearer', expires_in: 60 },
	);
	const requests = answerWith(() => wordOf('a'));
	const { error } = await run({ authentication });
	expect(error).toBeUndefined();
	expect(tokens).toHaveLength(2);
	expect(requests).toHaveLength(1);
});

test('a token service that cannot be reached for a moment is asked again', async () => {
	const reset = Object.assign(new Error('reset'), { code: 'ECONNRESET' });
	nock(TOKEN_HOST).post(/.*/).replyWithError(reset);
	const tokens = giveTokens();
	const requests = answerWith(() => wordOf('a'));
	const { error } = await run({ authentication });
	expect(error).toBeUndefined();
	expect(tokens).toHaveLength(1);
	expect(requests).toHaveLength(1);
});

test("the token service's words are kept, without the keys that it repeats", async () => {
	answerAll(TOKEN_HOST, ({ headers }) => [
		401,
		{ error: 'invalid_client', error_description: `No such key: ${headers.authorization}` },
	]);
	const { error, run: whole } = await run({ authentication });
	expect(error!.description).toContain(
		'. The token service says: invalid_client: No such key: Basic ***',
	);
	expect(JSON.stringify(whole.data.resultData.error)).not.toContain(SECRET_KEY);
});

test('no error has the key or the token in it', async () => {
	giveTokens();
	answerWith(() => failed(4010006));
	const { run: whole } = await run({ authentication });
	const told = JSON.stringify(whole.data);
	expect(told).toMatch(/4010006/);
	expect(told).not.toContain(SECRET_KEY);
	expect(told).not.toContain('token-');
});
