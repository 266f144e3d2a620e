/*
 * The verification of a document: it is submitted once, and its result is waited for. Whatever happens
 * in between, nothing is submitted again, and the token of what was paid is not lost.
 */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { rateLimiters } from '../../../nodes/shared/engine/rate/rateLimiters';
import { answerMemory } from '../../../nodes/shared/engine/reuse/answerMemory';
import { fileItem, JPEG, PNG, PNG_256 } from '../../support/files';
import { textOf } from '../../support/runNode';
import { expectSchema } from '../../support/schema';
import { skipWaits } from '../../support/skipWaits';
import type { SentRequest } from '../tencent';
import { answerWith, failure, run, start } from '../tencent';
import { APPLIED, PORTRAIT, TOKEN, verificationOf, VERIFIED } from './answers';
import { rowOf } from './rows';

const APPLY = 'ApplyCardVerificationExternal';
const GET = 'GetCardVerificationExternalResult';

const VERIFY = {
	...{ resource: 'identityDocument', operation: 'verify', inputType: 'binary', output: 'document' },
	...{ nationality: 'PHL', cardType: 'PASSPORT' },
};
const GET_RESULT = {
	...{ resource: 'identityDocument', operation: 'getVerification', output: 'document' },
	cardVerificationToken: TOKEN,
};
const GOES_ON = { onError: 'continueRegularOutput' } as const;

type More = Parameters<typeof run>[1];
type Given = ReturnType<Parameters<typeof answerWith>[0]>;

const PROCESSING = verificationOf('PROCESSING');
const COMPLETED = verificationOf('COMPLETED', VERIFIED);

const actionOf = ({ headers }: SentRequest) => headers['x-tc-action'];
const count = (requests: SentRequest[], action: string) =>
	requests.filter((request) => actionOf(request) === action).length;

/** Accepts every verification, and answers the polls one after the other; the last answer stays. */
function answerPolls(...answers: Array<Given | (() => Given)>): SentRequest[] {
	let polls = 0;
	return answerWith((request) => {
		if (actionOf(request) === APPLY) return APPLIED;
		const answer = answers[Math.min(polls++, answers.length - 1)];
		return typeof answer === 'function' ? answer() : answer;
	});
}

const verify = async (parameters: INodeParameters = {}, more: More = {}) =>
	await run({ ...VERIFY, ...parameters }, { items: [fileItem({ data: PNG_256 })], ...more });

const REMEDY = `Tencent Cloud has accepted it. Do not submit it again: use Get Verification Result with the token ${TOKEN}.`;

beforeEach(() => {
	answerMemory.clear();
	rateLimiters.clear();
	jest.spyOn(Math, 'random').mockReturnValue(1);
});

describe('what is submitted', () => {
	const BASE64 = PNG_256.toString('base64');

	test.each([
		['a file', {}, { ImageBase64Front: BASE64 }],
		['base64', { inputType: 'base64', imageBase64: BASE64 }, { ImageBase64Front: BASE64 }],
		[
			'a URL',
			{ inputType: 'url', imageUrl: 'https://example.com/a.png' },
			{ ImageUrlFront: 'https://example.com/a.png' },
		],
		[
			'the front and the back as files',
			{ backImage: 'back' },
			{ ImageBase64Front: BASE64, ImageBase64Back: BASE64 },
		],
		[
			'the front and the back at URLs',
			{
				...{ inputType: 'url', imageUrl: 'https://example.com/a.png' },
				backImage: 'https://example.com/b.png',
			},
			{
				ImageUrlFront: 'https://example.com/a.png',
				ImageUrlBack: 'https://example.com/b.png',
			},
		],
		[
			'the wish for a portrait',
			{ options: { returnPortrait: true } },
			{ ImageBase64Front: BASE64, ReturnHeadImage: true },
		],
		[
			'another country',
			{ nationality: '={{ "FRA" }}' },
			{ ImageBase64Front: BASE64, Nationality: 'FRA' },
		],
	])('%s', async (_, parameters, body) => {
		skipWaits();
		const requests = answerPolls(COMPLETED);
		const items = [fileItem({ data: PNG_256, back: PNG_256 })];
		const { error } = await verify(parameters, { items });
		expect(error).toBeUndefined();
		expect(requests[0].body).toEqual({ Nationality: 'PHL', CardType: 'PASSPORT', ...body });
		expect(requests[1].body).toEqual({ CardVerificationToken: TOKEN });
		expect(requests.map(actionOf)).toEqual([APPLY, GET]);
	});

	/** A PNG that says it has this size. */
	const sized = (width: number, height: number) => {
		const file = Buffer.from(PNG_256);
		file.writeUInt32BE(width, 16);
		file.writeUInt32BE(height, 20);
		return file;
	};
	const large = Buffer.concat([PNG_256, Buffer.alloc(1.6 * 1024 * 1024)]);
	const portrait = { options: { returnPortrait: true } };

	test.each<[string, Buffer, INodeParameters, RegExp]>([
		['one pixel', PNG, {}, /The image has 1 × 1 pixels, but Tencent Cloud accepts 256 to 4096/],
		['a side too long', sized(4097, 300), {}, /4097 × 300 pixels/],
		['a portrait from a large PNG', sized(2001, 300), portrait, /accepts 256 to 2000 pixels/],
		[
			'too large a file',
			large,
			{},
			/The image is 1\.60 MB, but Tencent Cloud accepts at most 1\.50 MB/,
		],
		['a BMP', Buffer.from(`BM${' '.repeat(60)}`), {}, /file type BMP, but Tencent Cloud accepts/],
		['a country in words', PNG_256, { nationality: '={{ "France" }}' }, /Country is "France"/],
		['no kind of card', PNG_256, { cardType: '={{ "VISA" }}' }, /Card Type is "VISA"/],
		['no time', PNG_256, { options: { waitUpTo: 0 } }, /Wait Up To is 0, but must be a number/],
	])('%s is not', async (_, file, parameters, message) => {
		const requests = answerPolls(COMPLETED);
		const { error } = await verify(parameters, { items: [fileItem({ data: file })] });
		expect(textOf(error)).toMatch(message);
		expect(requests).toEqual([]);
	});

	test('a JPEG whose size is unknown is judged by Tencent Cloud', async () => {
		skipWaits();
		const requests = answerPolls(COMPLETED);
		await verify({}, { items: [fileItem({ data: JPEG })] });
		expect(requests.map(actionOf)).toEqual([APPLY, GET]);
	});

	test('to the China site, nothing is', async () => {
		const baseUrl = 'https://ocr.tencentcloudapi.com';
		const { error } = await verify({}, { credential: { baseUrl } });
		expect(error!.message).toMatch(/offers ApplyCard\w+ only on the international site/);
		const result = await run(GET_RESULT, { credential: { baseUrl } });
		expect(result.error!.message).toMatch(/only on the international site/);
	});
});

test('PROCESSING twice, then COMPLETED: a row, after waits that grow', async () => {
	const waited = skipWaits();
	const requests = answerPolls(PROCESSING, PROCESSING, COMPLETED);
	const { outputs, error } = await verify();
	expect(error).toBeUndefined();
	expect(requests.map(actionOf)).toEqual([APPLY, GET, GET, GET]);
	expect(waited).toEqual([1000, 1500, 2250]);
	const [{ json, binary = {}, pairedItem }] = outputs[0];
	const { Status, ...fields } = rowOf(GET, COMPLETED.Response);
	delete fields.document;
	const expected = { fileName: 'a.png', Status, valid: true, warnings: null, ...fields };
	expect(json).toEqual(expected);
	expect(Object.keys(json)).toEqual(Object.keys(expected));
	expect(pairedItem).toEqual({ item: 0 });
	expect(binary.HeadImageBase64.data).toBe(PORTRAIT);
	expectSchema('TencentCloudOcr/identityDocument/verify', outputs[0]);
});

test('a result that is there at once is not asked for', async () => {
	const requests = answerWith(() => COMPLETED);
	const { outputs } = await verify();
	expect(requests).toHaveLength(1);
	expect(outputs[0][0].json.Status).toBe('COMPLETED');
});

test.each([
	['ABNORMAL', null, false, null],
	['COMPLETED', [], true, null],
	// The sample of the documentation.
	['PASSED', null, true, null],
	['SOMETHING_NEW', null, null, null],
	[
		'COMPLETED',
		['ScreenshotSuspected', 'NewWarning'],
		false,
		'The picture is a screenshot (ScreenshotSuspected); NewWarning',
	],
])('status %s with %j: valid is %j', async (status, WarnInfo, valid, warnings) => {
	skipWaits();
	answerPolls(verificationOf(status, { WarnInfo }));
	const { outputs, error } = await verify();
	expect(error).toBeUndefined();
	expect(outputs[0][0].json).toMatchObject({ Status: status, valid, warnings });
});

test('Raw is the last answer, unchanged', async () => {
	skipWaits();
	answerPolls(PROCESSING, COMPLETED);
	const { outputs } = await verify({ output: 'raw' });
	expect(outputs[0].map(({ json }) => json)).toEqual([COMPLETED]);
});

test('dates as ISO', async () => {
	skipWaits();
	answerPolls(COMPLETED);
	const { outputs } = await verify({ options: { normalizeValues: true } });
	expect(outputs[0][0].json).toMatchObject({
		CardInfo_BirthdayIso: '1997-10-01',
		BackCardInfo_BirthdayIso: null,
	});
	expectSchema('TencentCloudOcr/identityDocument/verify', outputs[0]);
});

describe('a result that does not come', () => {
	test.each([
		[undefined, 60],
		[5, 5],
	])('Wait Up To %j: the error has the token', async (waitUpTo, seconds) => {
		const waited = skipWaits();
		const requests = answerPolls(PROCESSING);
		const options = waitUpTo === undefined ? {} : { waitUpTo };
		const { outputs, error } = await verify({ options }, { settings: GOES_ON });
		expect(error).toBeUndefined();
		expect(outputs[0][0].json.error).toBe(
			`a.png: Tencent Cloud has not finished the verification within ${seconds} seconds. ${REMEDY}`,
		);
		const sum = waited.reduce((all, wait) => all + wait, 0);
		expect(sum).toBeGreaterThan(seconds * 1000 - 1000);
		expect(sum).toBeLessThanOrEqual(seconds * 1000 + 1);
		expect(Math.max(...waited)).toBeLessThanOrEqual(10_000);
		expect(count(requests, APPLY)).toBe(1);
		expect(count(requests, GET)).toBe(waited.length);
	});

	test('Stop ends the wait at once', async () => {
		const requests = answerPolls(PROCESSING);
		const { result, cancel } = start(VERIFY, { items: [fileItem({ data: PNG_256 })] });
		while (requests.length === 0) await sleep(5);
		await sleep(30);
		const stopped = performance.now();
		cancel();
		await result.catch(() => {});
		expect(performance.now() - stopped).toBeLessThan(500);
		await sleep(1_100);
		expect(requests.map(actionOf)).toEqual([APPLY]);
	});

	test('Get Verification Result gets it later, and submits nothing', async () => {
		const waited = skipWaits();
		const requests = answerPolls(PROCESSING, COMPLETED);
		const { outputs, error } = await run(GET_RESULT);
		expect(error).toBeUndefined();
		expect(requests.map(({ body }) => body)).toEqual([
			{ CardVerificationToken: TOKEN },
			{ CardVerificationToken: TOKEN },
		]);
		expect(count(requests, APPLY)).toBe(0);
		expect(waited).toEqual([1000]);
		expect(outputs[0][0].json).toMatchObject({ Status: 'COMPLETED', valid: true });
		expectSchema('TencentCloudOcr/identityDocument/getVerification', outputs[0]);
	});

	test('an answer without the token is asked for again, too', async () => {
		skipWaits();
		const processing = { Response: { Status: 'PROCESSING' } };
		const requests = answerPolls(processing, processing, COMPLETED);
		const { outputs } = await run(GET_RESULT);
		expect(requests).toHaveLength(3);
		expect(outputs[0][0].json.valid).toBe(true);
	});

	test('Get Verification Result says so as well', async () => {
		skipWaits();
		answerPolls(PROCESSING);
		const { error } = await run({ ...GET_RESULT, options: { waitUpTo: 3 } });
		expect(textOf(error)).toBe(
			`Tencent Cloud has not finished the verification within 3 seconds. ${REMEDY}`,
		);
	});

	test.each(['  ', '={{ null }}'])(
		'Get Verification Result without a token (%j)',
		async (token) => {
			const requests = answerPolls(COMPLETED);
			const { error } = await run({ ...GET_RESULT, cardVerificationToken: token });
			expect(textOf(error)).toMatch(/^Token is empty/);
			expect(requests).toEqual([]);
		},
	);
});

describe('a poll that fails', () => {
	test('throttled: it waits, and is sent again', async () => {
		const requests = answerPolls(failure('RequestLimitExceeded'), COMPLETED);
		const { outputs, error } = await verify();
		expect(error).toBeUndefined();
		expect(requests.map(actionOf)).toEqual([APPLY, GET, GET]);
		expect(outputs[0][0].json.valid).toBe(true);
	});

	test('503: it is sent again, and the document is not', async () => {
		skipWaits();
		const requests = answerPolls([503, 'down'], [503, 'down'], COMPLETED);
		const { outputs, error } = await verify();
		expect(error).toBeUndefined();
		expect(requests.map(actionOf)).toEqual([APPLY, GET, GET, GET]);
		expect(outputs[0][0].json.valid).toBe(true);
	});

	test('503 for good: the error has the token, and the document was sent once', async () => {
		skipWaits();
		const requests = answerPolls([503, 'down']);
		const { outputs } = await verify({}, { settings: GOES_ON });
		expect(String(outputs[0][0].json.error)).toMatch(/^a\.png: The service is not available\. /);
		expect(outputs[0][0].json.error).toContain(REMEDY);
		expect(count(requests, APPLY)).toBe(1);
		expect(count(requests, GET)).toBe(4);
	});

	test('a gateway that gave up: it costs nothing, and is sent again', async () => {
		skipWaits();
		const requests = answerPolls([504, 'late'], COMPLETED);
		const { error } = await verify();
		expect(error).toBeUndefined();
		expect(count(requests, APPLY)).toBe(1);
	});

	test('a gateway that gives up for good: the error does not advise to submit it again', async () => {
		skipWaits();
		const requests = answerPolls([504, 'late']);
		const { error } = await verify();
		expect(textOf(error)).not.toMatch(/may already have charged|run this item again/);
		expect(textOf(error)).toContain(REMEDY);
		expect(count(requests, APPLY)).toBe(1);
	});

	test('an error of the provider: its own words, and the token', async () => {
		skipWaits();
		const requests = answerPolls(failure('FailedOperation.UnKnowError'));
		const { error } = await verify();
		expect(textOf(error)).toContain('(FailedOperation.UnKnowError)');
		expect(textOf(error)).toContain(REMEDY);
		expect(count(requests, APPLY)).toBe(1);
	});

	test('an answer that is not of the provider: the token', async () => {
		skipWaits();
		answerPolls('<html><title>Log in</title></html>');
		const { error } = await verify();
		expect(textOf(error)).toContain(REMEDY);
	});

	test('beyond Most Requests: the token', async () => {
		skipWaits();
		const requests = answerPolls(PROCESSING);
		const { error } = await verify({ options: { mostRequests: 2 } });
		expect(textOf(error)).toMatch(/Not sent, because Most Requests is 2/);
		expect(textOf(error)).toContain(REMEDY);
		expect(requests).toHaveLength(2);
	});

	test('the end of the run: the token', async () => {
		skipWaits();
		const requests = answerWith((request) => {
			if (actionOf(request) === APPLY) return APPLIED;
			return failure('ResourceUnavailable.InArrears');
		});
		const { outputs } = await verify(
			{ options: { maxConcurrent: 1 } },
			{ items: [0, 1].map(() => fileItem({ data: PNG_256 })), settings: GOES_ON },
		);
		expect(count(requests, APPLY)).toBe(2);
		for (const { json } of outputs[0]) expect(json.error).toContain(REMEDY);
	});
});

describe('the submission fails', () => {
	test('a lost response is not followed by another submission', async () => {
		const requests = answerWith(() => [504, 'late']);
		const { error } = await verify();
		expect(textOf(error)).toMatch(/may already have charged for this request/);
		expect(requests).toHaveLength(1);
	});

	test('an answer without a token is an error, and Raw shows it', async () => {
		const requests = answerWith(() => ({ Response: { RequestId: 'x' } }));
		const { error } = await verify();
		expect(textOf(error)).toMatch(/has an unknown structure\. Set Output to Raw to see it/);
		const { outputs } = await verify({ output: 'raw' });
		expect(outputs[0].map(({ json }) => json)).toEqual([{ Response: { RequestId: 'x' } }]);
		expect(requests).toHaveLength(2);
	});
});

describe('several documents', () => {
	const items = [0, 1, 2].map((number) =>
		fileItem({ data: Buffer.concat([PNG_256, Buffer.from([number])]) }),
	);

	test('what waits takes no place from the others', async () => {
		skipWaits();
		const requests = answerPolls(COMPLETED);
		const { outputs, error } = await verify({ options: { maxConcurrent: 1 } }, { items });
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(3);
		expect(requests.map(actionOf).slice(0, 2)).toEqual([APPLY, APPLY]);
	});

	test('each action has a rate of its own', async () => {
		skipWaits();
		answerPolls(COMPLETED);
		await verify({}, { items });
		expect(rateLimiters.size).toBe(2);
	});

	test('never more requests at a time than allowed', async () => {
		skipWaits();
		let now = 0;
		let most = 0;
		answerWith(async (request) => {
			most = Math.max(most, ++now);
			await sleep(20);
			now--;
			return actionOf(request) === APPLY ? APPLIED : COMPLETED;
		});
		await verify({ options: { maxConcurrent: 2, requestsPerSecond: 1_000 } }, { items });
		expect(most).toBe(2);
	});

	test('the same file twice is submitted once with Reuse Answers, even with one place', async () => {
		skipWaits();
		const requests = answerPolls(PROCESSING, COMPLETED);
		const same = [0, 1].map(() => fileItem({ data: PNG_256 }));
		const options = { maxConcurrent: 1, reuseAnswers: 60 };
		const { outputs, error } = await verify({ options }, { items: same });
		expect(error).toBeUndefined();
		expect(count(requests, APPLY)).toBe(1);
		expect(outputs[0].map(({ json }) => json.reused)).toEqual([false, true]);
		const { outputs: later } = await verify({ options }, { items: same });
		expect(later[0].map(({ json }) => [json.reused, json.valid])).toEqual([
			[true, true],
			[true, true],
		]);
		expect(count(requests, APPLY)).toBe(1);
	});

	test('another country is another question', async () => {
		skipWaits();
		const requests = answerPolls(COMPLETED);
		const options = { reuseAnswers: 60 };
		await verify({ options });
		await verify({ options, nationality: 'SGP' });
		expect(count(requests, APPLY)).toBe(2);
	});

	test('Stop Workflow: the error of one has the tokens of the others that wait', async () => {
		let applied = 0;
		answerWith(async ({ headers, body }): Promise<IDataObject> => {
			if (headers['x-tc-action'] === APPLY) {
				return { Response: { CardVerificationToken: `token-${applied++}` } };
			}
			if (body.CardVerificationToken !== 'token-1') return PROCESSING;
			// The others are in between.
			await sleep(100);
			return failure('FailedOperation.OcrFailed');
		});
		const { error } = await verify({ options: { maxConcurrent: 1 } }, { items });
		const text = textOf(error);
		expect(text).toContain('(FailedOperation.OcrFailed)');
		expect(text).toContain('with the token token-1.');
		expect(text).toMatch(
			/Other items were accepted, too, and their results can still be fetched: token-[02], token-[02]\./,
		);
	});

	test('Continue: one that fails does not lose the others', async () => {
		skipWaits();
		const tokens = new Map<string, number>();
		answerWith(({ headers, body }): IDataObject => {
			if (headers['x-tc-action'] === APPLY) {
				const token = `token-${tokens.size}`;
				tokens.set(token, tokens.size);
				return { Response: { CardVerificationToken: token } };
			}
			const token = String(body.CardVerificationToken);
			if (token === 'token-1') return failure('FailedOperation.OcrFailed');
			return { Response: { Status: 'COMPLETED', CardVerificationToken: token } };
		});
		const { outputs } = await verify(
			{ options: { maxConcurrent: 1 } },
			{ items, settings: GOES_ON },
		);
		expect(outputs[0].map(({ json }) => json.CardVerificationToken ?? json.error)).toEqual([
			'token-0',
			expect.stringContaining('with the token token-1.'),
			'token-2',
		]);
	});
});
