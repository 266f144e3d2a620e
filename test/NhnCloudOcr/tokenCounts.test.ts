/*
 * How many tokens a run fetches, exactly: one for each of many items at once would be refused by NHN
 * Cloud's limit of tokens, and each new one may end the one before it.
 */
import { sleep } from 'n8n-workflow';

import { urlItems } from '../support/files';
import { meeting } from '../support/gate';
import { answerAll } from '../support/wire';
import { answerWith, failed, run, TOKEN_HOST, wordOf } from './nhn';

const ITEMS = 14;

beforeEach(() => jest.spyOn(Math, 'random').mockReturnValue(1));

/** Gives numbered tokens, late enough for all requests that wait for one to ask for theirs. */
const giveTokens = (answer: object = { expires_in: 86_400 }) =>
	answerAll(TOKEN_HOST, async (_, index) => {
		await sleep(50);
		return { access_token: `token-${index}`, token_type: 'Bearer', ...answer };
	});

const readAll = async (userAccessKeyId: string, options = {}) =>
	await run(
		{
			authentication: 'userAccessKey',
			imageUrl: '={{ $json.url }}',
			// All at once: the limit that the node would feel for is another test's matter.
			options: { maxConcurrent: ITEMS, requestsPerSecond: 1_000, ...options },
		},
		{ items: urlItems(ITEMS), credential: { userAccessKeyId } },
	);

/** The tokens of the requests, and how many carried each. */
function usesOf(requests: ReturnType<typeof answerWith>): Record<string, number> {
	const uses: Record<string, number> = {};
	for (const { headers } of requests) {
		const token = headers['x-nhn-authorization'].replace('Bearer ', '');
		uses[token] = (uses[token] ?? 0) + 1;
	}
	return uses;
}

test('14 items at once fetch one token', async () => {
	const tokens = giveTokens();
	const allCame = meeting(ITEMS);
	const requests = answerWith(async () => {
		await allCame();
		return wordOf('a');
	});
	expect((await readAll('at-once')).error).toBeUndefined();
	expect(tokens.length).toBe(1);
	expect(usesOf(requests)).toEqual({ 'token-0': ITEMS });
});

test('14 items of two accounts at once fetch one token each', async () => {
	const tokens = giveTokens();
	const requests = answerWith(() => wordOf('a'));
	await Promise.all([readAll('one-of-two'), readAll('two-of-two')]);
	expect(tokens.length).toBe(2);
	expect(usesOf(requests)).toEqual({ 'token-0': ITEMS, 'token-1': ITEMS });
});

test('14 items at once fetch one token in place of one that has expired', async () => {
	const tokens = giveTokens({ expires_in: 3_600 });
	const requests = answerWith(() => wordOf('a'));
	const now = jest.spyOn(Date, 'now').mockReturnValue(1_000_000);
	await readAll('expired');
	now.mockReturnValue(1_000_000 + 3_600_000);
	expect((await readAll('expired')).error).toBeUndefined();
	expect(tokens.length).toBe(2);
	expect(usesOf(requests)).toEqual({ 'token-0': ITEMS, 'token-1': ITEMS });
});

describe.each<[string, object | [number, unknown]]>([
	...[401, 4010002, 4010003, 4010004, 4010005, 4010006, 4010007].map((code): [string, object] => [
		`result code ${code}`,
		failed(code),
	]),
	['HTTP status 401', [401, '']],
])('%s to 14 items at once', (name, refusal) => {
	test('makes the run fetch one new token, and each item is read with it', async () => {
		const tokens = giveTokens();
		const allCame = meeting(ITEMS);
		const requests = answerWith(async ({ headers }) => {
			if (headers['x-nhn-authorization'] !== 'Bearer token-0') return wordOf('a');
			await allCame();
			return refusal;
		});
		const { outputs, error } = await readAll(`refused with ${name}`);
		expect(error).toBeUndefined();
		expect(outputs[0].map(({ json }) => json.text)).toEqual(Array(ITEMS).fill('a'));
		expect(tokens.length).toBe(2);
		expect(usesOf(requests)).toEqual({ 'token-0': ITEMS, 'token-1': ITEMS });
	});
});

test('14 items whose new token is refused too fetch no third one', async () => {
	const tokens = giveTokens();
	const [firstCame, secondCame] = [meeting(ITEMS), meeting(ITEMS)];
	const requests = answerWith(async ({ headers }) => {
		await (headers['x-nhn-authorization'] === 'Bearer token-0' ? firstCame() : secondCame());
		return failed(4010006);
	});
	expect((await readAll('refused-twice')).error).toBeDefined();
	expect(tokens.length).toBe(2);
	expect(usesOf(requests)).toEqual({ 'token-0': ITEMS, 'token-1': ITEMS });
});

test('14 items at once ask a token service that is busy for a moment twice', async () => {
	const tokens = answerAll(TOKEN_HOST, async (_, index) => {
		await sleep(50);
		return index === 0 ? [503, ''] : { access_token: 'token-1', expires_in: 60 };
	});
	const requests = answerWith(() => wordOf('a'));
	expect((await readAll('busy')).error).toBeUndefined();
	expect(tokens.length).toBe(2);
	expect(usesOf(requests)).toEqual({ 'token-1': ITEMS });
});

test('14 items fetch one token that does not say how long it lives', async () => {
	const tokens = answerAll(TOKEN_HOST, (_, index) => ({ access_token: `token-${index}` }));
	answerWith(() => wordOf('a'));
	await readAll('no-lifetime', { maxConcurrent: 1 });
	expect(tokens.length).toBe(1);
});
