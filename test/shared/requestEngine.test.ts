import { sleep } from 'n8n-workflow';

import type { INode } from 'n8n-workflow';

import { slidingWindow } from '../../sandbox/limiters';
import { urlItems } from '../support/files';
import { gate, meeting } from '../support/gate';
import {
	answerWith,
	failure,
	FROM_ITEM,
	itemOf,
	lineOf,
	run,
	start,
} from '../TencentCloudOcr/tencent';
import { textOf } from '../support/runNode';

const MODES = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;

const mode = (onError: INode['onError']) => ({ onError });

beforeEach(() => jest.spyOn(Math, 'random').mockReturnValue(1));

test('the run uses maxConcurrent places, and no more', async () => {
	const allPlaces = meeting(4);
	let now = 0;
	let most = 0;
	answerWith(async () => {
		most = Math.max(most, ++now);
		await allPlaces();
		// For one more to come, if it would.
		await sleep(20);
		now--;
		return lineOf('text');
	});
	await run(
		{ ...FROM_ITEM, options: { maxConcurrent: 4, requestsPerSecond: 1_000 } },
		{ items: urlItems(20) },
	);
	expect(most).toBe(4);
});

test('items come out in the order of their input items, each paired', async () => {
	const allCame = meeting(10);
	const answered = Array.from({ length: 11 }, gate);
	answered[10].open();
	const order: number[] = [];
	answerWith(async (request) => {
		const item = itemOf(request);
		await allCame();
		// The last one first.
		await answered[item + 1].opened;
		order.push(item);
		answered[item].open();
		return lineOf(`item ${item}`);
	});
	const { outputs } = await run(FROM_ITEM, { items: urlItems(10) });
	expect(order).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
	expect(outputs[0].map(({ json, pairedItem }) => [json.text, pairedItem])).toEqual(
		Array.from({ length: 10 }, (_, item) => [`item ${item}`, { item }]),
	);
});

test('an item that is throttled twice arrives once, and is sent again alone', async () => {
	let throttled = 0;
	const requests = answerWith((request) =>
		itemOf(request) === 3 && ++throttled <= 2
			? failure('RequestLimitExceeded')
			: lineOf(`item ${itemOf(request)}`),
	);
	const { outputs } = await run(FROM_ITEM, { items: urlItems(8) });
	expect(outputs[0].map(({ json }) => json.text)).toEqual(
		Array.from({ length: 8 }, (_, item) => `item ${item}`),
	);
	expect(requests).toHaveLength(10);
	expect(requests.filter((request) => itemOf(request) === 3)).toHaveLength(3);
});

test('a request that is throttled holds back those in all other places, for as long as Retry-After says', async () => {
	const allPlaces = meeting(5);
	const times: number[] = [];
	let refused = 0;
	answerWith(async (_, index) => {
		times.push(performance.now());
		if (index < 5) await allPlaces();
		if (index === 0) {
			refused = performance.now();
			return [429, 'slow down', { 'Retry-After': '1' }];
		}
		// The other places are free while the pause lasts, and have to stay so.
		if (index < 5) await sleep(300);
		return lineOf('text');
	});
	const { error } = await run(
		{ ...FROM_ITEM, options: { maxConcurrent: 5, requestsPerSecond: 1_000 } },
		{ items: urlItems(12) },
	);
	expect(error).toBeUndefined();
	expect(times).toHaveLength(13);
	expect(Math.min(...times.slice(5)) - refused).toBeGreaterThanOrEqual(1_000);
});

test.each([16, 17])(
	'60 items, 5 at a time: item %i fails, Stop Workflow: at most 22 sent',
	async (bad) => {
		const requests = answerWith(async (request) => {
			await sleep(10);
			return itemOf(request) === bad ? failure('FailedOperation.ImageBlur') : lineOf('text');
		});
		const { error } = await run(
			{ ...FROM_ITEM, options: { maxConcurrent: 5, requestsPerSecond: 1_000 } },
			{ items: urlItems(60) },
		);
		expect(textOf(error)).toContain('(FailedOperation.ImageBlur)');
		expect(error!.context!.itemIndex).toBe(bad);
		expect(new Set(requests.map(itemOf)).size).toBe(requests.length);
		await sleep(100);
		expect(requests.length).toBeLessThanOrEqual(22);
	},
);

test('the error under Stop Workflow is the one that happened, not one of an item held back', async () => {
	answerWith(async (request) => {
		if (itemOf(request) === 0) return failure('RequestLimitExceeded');
		await sleep(50);
		return failure('FailedOperation.ImageBlur');
	});
	const { error } = await run(
		{ ...FROM_ITEM, options: { maxConcurrent: 2 } },
		{ items: urlItems(4) },
	);
	expect(textOf(error)).toContain('(FailedOperation.ImageBlur)');
	expect(error!.context!.itemIndex).toBe(1);
});

test('Continue: the failed item is an error, paired; all others are read', async () => {
	const requests = answerWith((request) =>
		itemOf(request) === 1
			? failure('FailedOperation.ImageBlur')
			: lineOf(`item ${itemOf(request)}`),
	);
	const { outputs, error } = await run(FROM_ITEM, {
		items: urlItems(3),
		settings: mode('continueRegularOutput'),
	});
	expect(error).toBeUndefined();
	expect(requests).toHaveLength(3);
	expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(
		[0, 1, 2].map((item) => ({ item })),
	);
	expect(outputs[0][1]).toEqual({
		json: {
			url: 'https://example.com/1.png',
			error: expect.stringMatching(/^1\.png: .*\. .* \(FailedOperation\.ImageBlur\)$/),
		},
		pairedItem: { item: 1 },
	});
	expect(outputs[0][2].json.text).toBe('item 2');
});

test('Continue (error output): the failed item takes the other way', async () => {
	answerWith((request) =>
		itemOf(request) === 1
			? failure('FailedOperation.ImageBlur')
			: lineOf(`item ${itemOf(request)}`),
	);
	const { outputs } = await run(FROM_ITEM, {
		items: urlItems(3),
		settings: mode('continueErrorOutput'),
	});
	expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
	expect(outputs[1].map(({ json, pairedItem }) => [json, pairedItem])).toEqual([
		[{ url: 'https://example.com/1.png', error: expect.stringMatching(/ImageBlur/) }, { item: 1 }],
	]);
});

test.each(MODES)('%s: wrong keys end the run, unsent items say so', async (onError) => {
	const requests = answerWith(() => failure('AuthFailure.SignatureFailure'));
	const { outputs, error } = await run(
		{ ...FROM_ITEM, options: { maxConcurrent: 2 } },
		{ items: urlItems(6), settings: mode(onError) },
	);
	expect(requests.length).toBeLessThanOrEqual(2);
	if (onError === 'stopWorkflow') {
		expect(textOf(error)).toContain('(AuthFailure.SignatureFailure)');
		return;
	}
	const items = outputs[onError === 'continueErrorOutput' ? 1 : 0];
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
		[0, 1, 2, 3, 4, 5].map((item) => ({ item })),
	);
	const unsent = items.slice(2).map(({ json }) => json.error);
	expect(unsent).toEqual(
		Array(4).fill(
			expect.stringMatching(/^\d\.png: Not sent, because an earlier request failed: The signature/),
		),
	);
});

test.each(MODES)('%s: a refused image, an answer and an error, mixed', async (onError) => {
	const requests = answerWith((request) =>
		itemOf(request) === 0 ? lineOf('item 0') : failure('FailedOperation.OcrFailed'),
	);
	const items = [...urlItems(2), { json: { url: 'not a URL' } }];
	const { outputs, error } = await run(FROM_ITEM, { items, settings: mode(onError) });
	if (onError === 'stopWorkflow') {
		// It is seen before anything is sent.
		expect(requests).toHaveLength(0);
		expect(textOf(error)).toMatch(/begins with http/);
		expect(error!.context!.itemIndex).toBe(2);
		return;
	}
	const all = outputs.flat().map(({ json, pairedItem }) => [json.error ?? json.text, pairedItem]);
	expect(all).toEqual([
		['item 0', { item: 0 }],
		[expect.stringMatching(/OcrFailed/), { item: 1 }],
		[expect.stringMatching(/begins with http/), { item: 2 }],
	]);
});

test('Continue: a page that fails is an error with its page; the other pages are kept', async () => {
	answerWith(({ body }) =>
		body.PdfPageNumber === 2
			? failure('FailedOperation.ImageBlur')
			: lineOf(`page ${body.PdfPageNumber}`),
	);
	const { outputs } = await run(
		{ inputType: 'base64', imageBase64: btoa('%PDF-1.7'), options: { pdfPages: '1-3' } },
		{ settings: mode('continueRegularOutput') },
	);
	expect(outputs[0].map(({ json }) => json.text ?? json.error)).toEqual([
		'page 1',
		'page 3',
		expect.stringMatching(/^Page 2: The image is too blurry.*ImageBlur/),
	]);
	expect(outputs[0].every(({ pairedItem }) => (pairedItem as { item: number }).item === 0)).toBe(
		true,
	);
});

test('the first page that the document does not have ends it, with one error', async () => {
	const requests = answerWith(({ body }) =>
		Number(body.PdfPageNumber) > 3
			? failure('InvalidParameterValue.InvalidParameterValueLimit')
			: lineOf(`page ${body.PdfPageNumber}`),
	);
	const { outputs } = await run(
		{
			inputType: 'base64',
			imageBase64: btoa('%PDF-1.7'),
			options: { pdfPages: '1-9', maxConcurrent: 2 },
		},
		{ settings: mode('continueRegularOutput') },
	);
	expect(outputs[0].map(({ json }) => json.text ?? json.error)).toEqual([
		'page 1',
		'page 2',
		'page 3',
		expect.stringMatching(/^Page 4: .*InvalidParameterValueLimit/),
	]);
	expect(requests.length).toBeLessThanOrEqual(5);
});

test('an item of too many rows fails by itself', async () => {
	const TextDetections = Array.from({ length: 100_001 }, () => ({ DetectedText: 'a' }));
	answerWith((request) =>
		itemOf(request) === 1 ? { Response: { TextDetections } } : lineOf('text'),
	);
	const { outputs, error } = await run(FROM_ITEM, {
		items: urlItems(3),
		settings: mode('continueRegularOutput'),
	});
	expect(error).toBeUndefined();
	expect(outputs[0].map(({ json }) => json.text ?? json.error)).toEqual([
		'text',
		expect.stringMatching(
			/^1\.png: The document has 100,001 rows, but n8n accepts at most 100,000 .*Full Text/,
		),
		'text',
	]);
});

test.each([
	[
		{ requestsPerSecond: 1e-9 },
		/^\d\.png: Requests per Second is 1e-9, but must be a number from 0\.01/,
	],
	[{ requestsPerSecond: 'fast' }, /^\d\.png: Requests per Second is "fast"/],
	[
		{ maxConcurrent: -1 },
		/^\d\.png: Max Concurrent Requests is -1, but must be a number from 1 to 1000/,
	],
])('the options %j are refused before anything is sent', async (options, message) => {
	const requests = answerWith(() => lineOf('text'));
	const { outputs } = await run(
		{ ...FROM_ITEM, options },
		{ items: urlItems(2), settings: mode('continueRegularOutput') },
	);
	expect(requests).toHaveLength(0);
	expect(outputs[0].map(({ json }) => json.error)).toEqual(
		Array(2).fill(expect.stringMatching(message)),
	);
});

test('executions on one account share the pace that is known', async () => {
	const times: number[] = [];
	answerWith(() => {
		times.push(performance.now());
		return lineOf('text');
	});
	const runs = ['a', 'b', 'c'].map(
		async () => await run(FROM_ITEM, { items: urlItems(8), settings: mode('stopWorkflow') }),
	);
	await Promise.all(runs);
	// Tencent Cloud documents ten a second. With a pace of its own, each execution would need less than
	// a second for its eight.
	expect(times[23] - times[0]).toBeGreaterThan(1_300);
});

test('the further pages of a document go before the next documents', async () => {
	const order: string[] = [];
	answerWith((request) => {
		const { ImageBase64, PdfPageNumber } = request.body;
		order.push(atob(String(ImageBase64)).slice(-1) + String(PdfPageNumber));
		return lineOf('text');
	});
	await run(
		{
			inputType: 'base64',
			imageBase64: '={{ $json.pdf }}',
			options: { pdfPages: '1-3', maxConcurrent: 1 },
		},
		{ items: ['a', 'b'].map((name) => ({ json: { pdf: btoa(`%PDF-1.7 ${name}`) } })) },
	);
	expect(order).toEqual(['a1', 'a2', 'a3', 'b1', 'b2', 'b3']);
});

test("n8n's Retry On Fail reads everything in its second try", async () => {
	let failed = false;
	answerWith((request) => {
		if (itemOf(request) === 1 && !failed) {
			failed = true;
			return failure('FailedOperation.OcrFailed');
		}
		return lineOf(`item ${itemOf(request)}`);
	});
	const { outputs, error } = await run(FROM_ITEM, {
		items: urlItems(3),
		settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
	});
	expect(error).toBeUndefined();
	expect(outputs[0].map(({ json }) => json.text)).toEqual(['item 0', 'item 1', 'item 2']);
});

test("with n8n's batching a failure keeps later batches from being sent", async () => {
	const requests = answerWith((request) =>
		itemOf(request) === 1 ? failure('FailedOperation.OcrFailed') : lineOf('text'),
	);
	const { error } = await run(
		{
			...FROM_ITEM,
			requestOptions: { batching: { batch: { batchSize: 2, batchInterval: 1_000 } } },
		},
		{ items: urlItems(6) },
	);
	expect(error!.context!.itemIndex).toBe(1);
	expect(requests).toHaveLength(2);
});

test('nothing is sent when the parameters of a later item cannot be read', async () => {
	const requests = answerWith(() => lineOf('text'));
	const { error } = await run(
		{ imageUrl: '={{ $itemIndex === 4 ? $("Nowhere").item.json.url : $json.url }}' },
		{ items: urlItems(6) },
	);
	expect(error).toBeDefined();
	await sleep(50);
	expect(requests).toHaveLength(0);
});

test("with n8n's batching nothing is sent after the parameters of a later item could not be read", async () => {
	const ended = gate();
	const requests = answerWith(async (_, index) => {
		// The second one is under way when the third batch fails.
		if (index === 1) await ended.opened;
		return lineOf('text');
	});
	const { error } = await run(
		{
			imageUrl: '={{ $itemIndex === 4 ? $("Nowhere").item.json.url : $json.url }}',
			options: { maxConcurrent: 1 },
			requestOptions: { batching: { batch: { batchSize: 2, batchInterval: 200 } } },
		},
		{ items: urlItems(6) },
	);
	expect(error).toBeDefined();
	ended.open();
	await sleep(200);
	expect(requests).toHaveLength(2);
});

test('Execute Once reads one item of many', async () => {
	const requests = answerWith(() => lineOf('text'));
	const { outputs } = await run(FROM_ITEM, { items: urlItems(5), settings: { executeOnce: true } });
	expect(requests).toHaveLength(1);
	expect(outputs[0]).toHaveLength(1);
});

test('an execution that is canceled does not wait for the end of a pause', async () => {
	const refused = gate();
	answerWith(() => {
		refused.open();
		return [429, '', { 'Retry-After': '200' }];
	});
	const { result, cancel } = start(FROM_ITEM, { items: urlItems(3) });
	await refused.opened;
	// For the pause to begin.
	await sleep(200);
	cancel();
	// Or the test ends before the pause does.
	await result.catch(() => {});
});

test('a request that was throttled has its tries when the provider is down, too', async () => {
	const requests = answerWith((_, index) => {
		if (index === 0) return failure('RequestLimitExceeded');
		return index <= 3 ? [503, ''] : lineOf('text');
	});
	const { outputs, error } = await run(FROM_ITEM, { items: urlItems(1) });
	expect(error).toBeUndefined();
	expect(outputs[0]).toHaveLength(1);
	expect(requests).toHaveLength(5);
}, 20_000);

test('Continue: a provider that asks for too long a wait is not asked again', async () => {
	const requests = answerWith(() => [429, '', { 'Retry-After': '3600' }]);
	const { outputs } = await run(
		{ ...FROM_ITEM, options: { maxConcurrent: 2 } },
		{ items: urlItems(6), settings: { onError: 'continueRegularOutput' } },
	);
	expect(requests.length).toBeLessThanOrEqual(2);
	expect(outputs[0]).toHaveLength(6);
	expect(outputs[0][5].json.error).toMatch(/^5\.png: Not sent, because an earlier request failed/);
});

test('a limit of the provider costs no item and few refusals, however many places there are', async () => {
	const { accepts } = slidingWindow(10, 1_000);
	let refused = 0;
	answerWith((request) => {
		if (accepts(performance.now())) return lineOf(`item ${itemOf(request)}`);
		refused++;
		return failure('RequestLimitExceeded');
	});
	jest.spyOn(Math, 'random').mockRestore();
	const { outputs, error } = await run(
		// Five times as many as the provider accepts.
		{ ...FROM_ITEM, options: { maxConcurrent: 20, requestsPerSecond: 50 } },
		{ items: urlItems(60) },
	);
	expect(error).toBeUndefined();
	expect(outputs[0].map(({ json }) => json.text)).toEqual(
		Array.from({ length: 60 }, (_, item) => `item ${item}`),
	);
	expect(refused).toBeGreaterThan(0);
	expect(refused).toBeLessThan(60);
}, 60_000);

test('an execution that is canceled sends nothing more', async () => {
	const [bothCame, canceled] = [gate(), gate()];
	const requests = answerWith(async (_, index) => {
		if (index === 1) bothCame.open();
		await canceled.opened;
		return lineOf('text');
	});
	const { result, cancel } = start(
		{ ...FROM_ITEM, options: { maxConcurrent: 2 } },
		{ items: urlItems(20) },
	);
	await bothCame.opened;
	cancel();
	canceled.open();
	await result.catch(() => {});
	await sleep(200);
	expect(requests).toHaveLength(2);
});

test('an image is read only when its item has a place', async () => {
	let answered = 0;
	const readBefore: number[] = [];
	answerWith(async () => {
		await sleep(5);
		answered++;
		return lineOf('text');
	});
	const png = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1').toString('base64');
	const items = Array.from({ length: 12 }, () => ({
		json: {},
		binary: {
			data: {
				mimeType: 'image/png',
				get data() {
					readBefore.push(answered);
					return png;
				},
			},
		},
	}));
	await run(
		{ inputType: 'binary', binaryPropertyName: 'data', options: { maxConcurrent: 3 } },
		{ items },
	);
	const perItem = readBefore.length / items.length;
	const lastRead = readBefore.slice(-perItem);
	expect(Math.min(...lastRead)).toBeGreaterThanOrEqual(items.length - 3);
});
