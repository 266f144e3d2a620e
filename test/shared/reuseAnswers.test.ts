/*
 * Option Reuse Answers: what was read within the last minutes costs nothing again. The provider's own
 * count of requests is what counts, over several executions in one process.
 */
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import nock from 'nock';
import { PDFDocument } from 'pdf-lib';

import { AnswerMemory, answerMemory } from '../../nodes/shared/engine/reuse/answerMemory';
import * as vision from '../ComputerVisionVietnam/vision';
import * as nhn from '../NhnCloudOcr/nhn';
import { sourceOf } from '../support/descriptions';
import { BASE64, PNG, urlItems } from '../support/files';
import { gate } from '../support/gate';
import {
	DOWNLOADED_HERE,
	fileOperations,
	outputsOf,
	RESPONSES,
	runOperation,
} from '../support/operationRun';
import { textOf } from '../support/runNode';
import { fileStore } from '../support/storedFiles';
import * as tencent from '../TencentCloudOcr/tencent';

const { failure, lineOf } = tencent;

beforeEach(() => answerMemory.clear());

const REUSE = { reuseAnswers: 60 };
const GOES_ON = { onError: 'continueRegularOutput' } as const;

/** A picture of its own for each number. */
const picture = (number: number) => Buffer.concat([PNG, Buffer.from([number])]);

const item = (file: Buffer, fileName = 'a.png'): INodeExecutionData => ({
	json: {},
	binary: { data: { data: file.toString('base64'), mimeType: 'image/png', fileName } },
});
const pictures = (...numbers: number[]) => numbers.map((number) => item(picture(number)));

/** Runs Tencent Cloud's node over files with the option on. */
const read = async (
	items: INodeExecutionData[],
	{ options, ...parameters }: INodeParameters = {},
	more: Parameters<typeof tencent.run>[1] = {},
) =>
	await tencent.run(
		{ inputType: 'binary', ...parameters, options: { ...REUSE, ...(options as object) } },
		{ items, ...more },
	);

const column = (items: INodeExecutionData[], name: string) => items.map(({ json }) => json[name]);
const withoutReused = (items: INodeExecutionData[]) =>
	items.map(({ json, ...rest }) => ({ ...rest, json: { ...json, reused: undefined } }));

const minutesLater = (minutes: number) => {
	const now = Date.now() + minutes * 60_000;
	jest.spyOn(Date, 'now').mockImplementation(() => now);
};

describe.each(fileOperations.map((each) => [each.path, each] as const))('%s', (path, described) => {
	const { fields } = sourceOf(described);
	const isDownloadedHere = DOWNLOADED_HERE.includes(path);
	const raw: INodeParameters = fields.some(({ name }) => name === 'output')
		? { output: 'raw' }
		: { simplify: false };
	const urls = {
		inputType: 'url',
		imageUrl: 'https://example.com/a.png',
		frontImageUrl: 'https://example.com/front.png',
		backImageUrl: 'https://example.com/back.png',
	};

	test.each([
		['a file', {}],
		['base64', BASE64],
	])('%s that was read costs nothing again, in any output', async (_, source) => {
		const parameters = { ...source, options: REUSE };
		const first = await runOperation(described, parameters);
		expect(first.error).toBeUndefined();
		expect(first.requests).toHaveLength(1);
		expect(new Set(column(first.outputs[0], 'reused'))).toEqual(new Set([false]));
		for (const output of outputsOf(described)) {
			const again = await runOperation(described, { ...parameters, ...output });
			expect(again.error).toBeUndefined();
			expect(again.requests).toHaveLength(0);
			expect(new Set(column(again.outputs[0], 'reused'))).toEqual(new Set([true]));
			if (Object.keys(output).length > 0) continue;
			expect(withoutReused(again.outputs[0])).toEqual(withoutReused(first.outputs[0]));
		}
	});

	test('the response of the provider stays as it is, new or reused', async () => {
		const parameters = { ...raw, options: REUSE };
		const [first, again] = [
			await runOperation(described, parameters),
			await runOperation(described, parameters),
		];
		expect([first.requests.length, again.requests.length]).toEqual([1, 0]);
		const json = JSON.parse(JSON.stringify(RESPONSES[path]));
		for (const { outputs } of [first, again]) {
			expect(outputs[0]).toEqual([{ json, pairedItem: { item: 0 } }]);
		}
	});

	test('a URL is asked again, unless Reuse For URLs is on or n8n downloads it', async () => {
		const run = async (options: INodeParameters) =>
			await runOperation(described, { ...urls, options });
		await run(REUSE);
		const again = await run(REUSE);
		expect(again.requests).toHaveLength(isDownloadedHere ? 0 : 1);
		expect(new Set(column(again.outputs[0], 'reused'))).toEqual(new Set([isDownloadedHere]));
		await run({ ...REUSE, reuseForUrls: true });
		const { requests, outputs } = await run({ ...REUSE, reuseForUrls: true });
		expect(requests).toHaveLength(0);
		expect(new Set(column(outputs[0], 'reused'))).toEqual(new Set([true]));
	});

	test('without the option all is sent again, nothing is kept, and rows have no column', async () => {
		await runOperation(described, {});
		await runOperation(described, { options: REUSE });
		const { requests, outputs } = await runOperation(described, {});
		expect(requests).toHaveLength(1);
		expect(outputs[0].some(({ json }) => 'reused' in json)).toBe(false);
	});

	test.each(['={{ "an hour" }}', 0, 10_081])(
		'%j minutes are refused before anything is sent',
		async (reuseAnswers) => {
			const { error, requests } = await runOperation(described, { options: { reuseAnswers } });
			expect(textOf(error)).toMatch(
				/: Reuse Answers is .*, but must be a number from 1 to 10080\. Correct its expression\.$/,
			);
			expect(requests).toHaveLength(0);
		},
	);
});

test('the column stands between the fields of the input item and what was read', async () => {
	tencent.answerWith(() => lineOf('a'));
	const [only] = pictures(1);
	only.json = { subject: 'Scans', reused: 'theirs' };
	const { outputs } = await read([only], { options: { includeInputFields: true } });
	expect(Object.entries(outputs[0][0].json).slice(0, 4)).toEqual([
		['fileName', 'a.png'],
		['subject', 'Scans'],
		['reused', false],
		['text', 'a'],
	]);
});

describe('is another request, which is sent:', () => {
	interface Case {
		name: string;
		node: Pick<typeof tencent, 'run'>;
		answer: () => unknown;
		/** How the second one differs from the first. */
		parameters?: INodeParameters;
		options?: INodeParameters;
		credential?: IDataObject;
		file?: Buffer;
		first?: INodeParameters;
		host?: string;
	}
	const ofTencent = { node: tencent, answer: () => tencent.answerWith(() => lineOf('a')) };
	const ofNhn = { node: nhn, answer: () => nhn.answerWith(() => nhn.wordOf('a')) };
	const ofVision = {
		node: vision,
		answer: () => vision.answerWith(() => vision.succeeded([[[{ text: 'a' }]]])),
	};
	const elsewhere = { baseUrl: 'custom', customBaseUrl: 'https://ocr.example.com' };
	const cases: Case[] = [
		{ name: 'another file', ...ofTencent, file: picture(2) },
		{ name: 'another model', ...ofTencent, options: { configId: 'MulOCR' } },
		{ name: 'another operation', ...ofTencent, parameters: { operation: 'generalBasic' } },
		{ name: 'another account', ...ofTencent, credential: { secretId: 'AKIDANOTHER' } },
		{ name: 'another secret', ...ofTencent, credential: { secretKey: 'another' } },
		{ name: 'another token', ...ofTencent, credential: { sessionToken: 'another' } },
		{ name: 'another endpoint', ...ofTencent, credential: elsewhere, host: 'x' },
		{ name: 'another operation (NHN)', ...ofNhn, parameters: { operation: 'extractSegmented' } },
		{ name: 'another app key', ...ofNhn, credential: { appKey: 'another' } },
		{ name: 'another secret key', ...ofNhn, credential: { secretKey: 'another' } },
		{ name: 'another API secret', ...ofVision, credential: { apiSecret: 'another' } },
		{ name: 'with the aligned image', ...ofVision, options: { alignedImage: true } },
		{
			name: 'another operation on cards',
			node: vision,
			answer: () => vision.answerWith(() => RESPONSES['ComputerVisionVietnam/card/verify']),
			first: { resource: 'card', operation: 'extract' },
			parameters: { resource: 'card', operation: 'verify' },
		},
	];

	test.each(cases)('$name', async ({ node, answer, first = {}, host, ...second }) => {
		const requests = answer() as unknown[];
		const run = async (more: Partial<Case> = {}) =>
			await node.run(
				{
					...{ inputType: 'binary', ...first, ...more.parameters },
					options: { ...REUSE, ...more.options },
				},
				{ items: [item(more.file ?? picture(1))], credential: more.credential },
			);
		await run();
		await run();
		expect(requests).toHaveLength(1);
		const others = host ? tencent.answerWith(() => lineOf('b'), elsewhere.customBaseUrl) : requests;
		const before = others.length;
		const { outputs, error } = await run(second);
		expect(error).toBeUndefined();
		expect(others).toHaveLength(before + 1);
		expect(outputs[0][0].json.reused).toBe(false);
		await run();
		expect(others).toHaveLength(before + 1);
	});

	test('the sides of a card the other way round', async () => {
		const requests = vision.answerWith(
			() => RESPONSES['ComputerVisionVietnam/card/verifyTwoSides'],
		);
		const run = async (front: Buffer, back: Buffer) => {
			const files = { front: item(front).binary!.data, back: item(back).binary!.data };
			await vision.run(
				{ resource: 'card', operation: 'verifyTwoSides', inputType: 'binary', options: REUSE },
				{ items: [{ json: {}, binary: files }] },
			);
		};
		await run(picture(1), picture(2));
		await run(picture(1), picture(2));
		await run(picture(2), picture(1));
		expect(requests).toHaveLength(2);
	});
});

test('what only shapes the rows makes no other request', async () => {
	const requests = tencent.answerWith(() => lineOf('a'));
	await read(pictures(1));
	await read([item(picture(1), 'another name.png')], {
		output: 'words',
		options: { polygon: true, minimumConfidence: 0.5, markedImage: true, maxConcurrent: 1 },
	});
	expect(requests).toHaveLength(1);
});

describe('how long', () => {
	test('an answer is reused until it is as old as the later request says', async () => {
		const requests = tencent.answerWith((_, index) => lineOf(`answer ${index}`));
		await read(pictures(1));
		minutesLater(9);
		await read(pictures(1), { options: { reuseAnswers: 10 } });
		expect(requests).toHaveLength(1);
		await read(pictures(1), { options: { reuseAnswers: 8 } });
		expect(requests).toHaveLength(2);
	});

	test('after its time it is sent again', async () => {
		const requests = tencent.answerWith((_, index) => lineOf(`answer ${index}`));
		await read(pictures(1));
		minutesLater(61);
		const { outputs } = await read(pictures(1));
		expect(requests).toHaveLength(2);
		expect(outputs[0][0].json).toMatchObject({ text: 'answer 1', reused: false });
	});

	test('an answer of the future, before a clock that was set back, is not reused', async () => {
		const requests = tencent.answerWith(() => lineOf('a'));
		await read(pictures(1));
		minutesLater(-5);
		await read(pictures(1));
		expect(requests).toHaveLength(2);
	});

	test('then it is forgotten, even if nobody asks for it', () => {
		const sweeps: AbortController[] = [];
		jest.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
			sweeps.push(new AbortController());
			return sweeps.at(-1)!.signal;
		});
		const memory = new AnswerMemory();
		memory.remember('short', '{}', 60_000);
		memory.remember('long', '{}', 120_000);
		memory.remember('prolonged', '{}', 60_000);
		expect(memory.find('prolonged', 120_000)).toBe('{}');
		minutesLater(1.5);
		sweeps[0].abort();
		expect(memory.find('short', Infinity)).toBeUndefined();
		expect(memory.find('long', 120_000)).toBe('{}');
		expect(memory.find('prolonged', 120_000)).toBe('{}');
		minutesLater(3);
		sweeps[1].abort();
		expect(memory.find('long', Infinity)).toBeUndefined();
		// Nothing is left to wait for.
		expect(sweeps).toHaveLength(2);
		memory.remember('later', '{}', 60_000);
		expect(sweeps).toHaveLength(3);
	});
});

describe('how much', () => {
	/** An answer of so many megabytes. */
	const large = (megabytes: number) => {
		const body = lineOf('a');
		return { Response: { ...body.Response, Padding: 'x'.repeat(megabytes * 1024 * 1024) } };
	};

	test('over 64 MB, the answer that was not used for longest is forgotten', async () => {
		const requests = tencent.answerWith(() => large(20));
		const sent = async (...numbers: number[]) => {
			const before = requests.length;
			await read(pictures(...numbers));
			return requests.length - before;
		};
		expect(await sent(1, 2, 3)).toBe(3);
		expect(await sent(1)).toBe(0);
		expect(await sent(4)).toBe(1);
		expect(await sent(1, 3, 4)).toBe(0);
		expect(await sent(2)).toBe(1);
	});

	test('an answer that is larger than that is not kept, and pushes no other one out', async () => {
		const requests = tencent.answerWith((_, index) => large(index === 1 ? 65 : 1));
		await read(pictures(1));
		await read(pictures(2));
		await read(pictures(1, 2));
		expect(requests).toHaveLength(3);
	});

	test('many small answers count with all that they take', () => {
		const memory = new AnswerMemory();
		for (let key = 0; key < 200_000; key++) memory.remember(String(key), '{}', 60_000);
		expect(memory.find('0', 60_000)).toBeUndefined();
		expect(memory.find('199999', 60_000)).toBe('{}');
	});

	test('an answer that is replaced counts once', () => {
		const memory = new AnswerMemory();
		memory.remember('other', '{}', 60_000);
		const text = 'x'.repeat(20 * 1024 * 1024);
		for (let round = 0; round < 10; round++) memory.remember('same', text, 60_000);
		expect(memory.find('other', 60_000)).toBe('{}');
	});
});

describe('items of one run with the same file', () => {
	test('share a request that is under way', async () => {
		const [came, answered] = [gate(), gate()];
		const requests = tencent.answerWith(async () => {
			came.open();
			await answered.opened;
			return lineOf('a');
		});
		const running = read(pictures(1, 1, 2, 1));
		await came.opened;
		await sleep(100);
		answered.open();
		const { outputs } = await running;
		expect(requests).toHaveLength(2);
		expect(outputs[0].map(({ json, pairedItem }) => [json.reused, pairedItem])).toEqual([
			[false, { item: 0 }],
			[true, { item: 1 }],
			[false, { item: 2 }],
			[true, { item: 3 }],
		]);
	});

	test('have rows of their own, also in Raw', async () => {
		tencent.answerWith(() => lineOf('a'));
		const { outputs } = await read(pictures(1, 1), { output: 'raw' });
		const [first, second] = outputs[0];
		expect(first.json).toEqual(second.json);
		expect(first.json.Response).not.toBe(second.json.Response);
	});

	test('one after the other share it as well', async () => {
		const requests = tencent.answerWith(() => lineOf('a'));
		const { outputs } = await read(pictures(1, 1, 1), { options: { maxConcurrent: 1 } });
		expect(requests).toHaveLength(1);
		expect(column(outputs[0], 'reused')).toEqual([false, true, true]);
	});

	test('each report the failure of the request they share, which is not remembered', async () => {
		let isBlurred = true;
		const requests = tencent.answerWith(async () => {
			await sleep(50);
			return isBlurred ? failure('FailedOperation.ImageBlur') : lineOf('a');
		});
		const { outputs } = await read(pictures(1, 1, 1), {}, { settings: GOES_ON });
		expect(requests).toHaveLength(1);
		expect(outputs[0].map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual(
			[0, 1, 2].map((index) => [expect.stringMatching(/^a\.png: .*ImageBlur/), { item: index }]),
		);
		isBlurred = false;
		const { outputs: later } = await read(pictures(1));
		expect(requests).toHaveLength(2);
		expect(later[0][0].json).toMatchObject({ text: 'a', reused: false });
	});

	test('count as one when a firewall refuses their request: the run goes on', async () => {
		const requests = tencent.answerWith(async (_, index) => {
			if (index !== 1) return lineOf('a');
			await sleep(100);
			return [403, '<html>'];
		});
		const settings = GOES_ON;
		const options = { maxConcurrent: 2 };
		const { outputs } = await read(pictures(1, 1, 2, 2, 3, 4), { options }, { settings });
		expect(column(outputs[0], 'text')).toEqual(['a', 'a', undefined, undefined, 'a', 'a']);
		expect(requests).toHaveLength(4);
	});

	test('share the pages of a PDF', async () => {
		const requests = tencent.answerWith(({ body }) => lineOf(`page ${body.PdfPageNumber}`));
		const pdf = item(Buffer.from('%PDF-1.7'), 'a.pdf');
		const { outputs } = await read([pdf, pdf], { options: { pdfPages: '1-3' } });
		expect(requests).toHaveLength(3);
		expect(column(outputs[0], 'text')).toEqual([1, 2, 3, 1, 2, 3].map((page) => `page ${page}`));
	});

	test('share the end of a document as well', async () => {
		const requests = tencent.answerWith(async ({ body }) => {
			await sleep(20);
			return Number(body.PdfPageNumber) > 2
				? failure('InvalidParameterValue.InvalidParameterValueLimit')
				: lineOf(`page ${body.PdfPageNumber}`);
		});
		const pdf = item(Buffer.from('%PDF-1.7'), 'a.pdf');
		const options = { pdfPages: '1-9', maxConcurrent: 2 };
		const { outputs } = await read([pdf, pdf], { options }, { settings: GOES_ON });
		const all = outputs[0].map(({ json }) => json.text ?? json.error);
		const one = ['page 1', 'page 2', expect.stringMatching(/^a\.pdf, page 3: /)];
		expect(all).toEqual([...one, ...one]);
		expect(requests.length).toBeLessThanOrEqual(6);
	});
});

test('an execution that is canceled takes no other one along', async () => {
	const [came, answered] = [gate(), gate()];
	const requests = tencent.answerWith(async (_, index) => {
		if (index === 0) came.open();
		await answered.opened;
		return lineOf('a');
	});
	const parameters = { inputType: 'binary', options: REUSE };
	const { result, cancel } = tencent.start(parameters, { items: pictures(1) });
	await came.opened;
	const other = read(pictures(1));
	while (requests.length < 2) await sleep(5);
	cancel();
	await result.catch(() => {});
	answered.open();
	const { outputs, error } = await other;
	expect(error).toBeUndefined();
	expect(outputs[0][0].json).toMatchObject({ text: 'a', reused: false });
	expect(requests).toHaveLength(2);
});

test("n8n's Retry On Fail pays nothing twice", async () => {
	let failed = false;
	const requests = tencent.answerWith(async (_, index) => {
		if (index === 2 && !failed) {
			failed = true;
			await sleep(50);
			return failure('FailedOperation.OcrFailed');
		}
		return lineOf('a');
	});
	const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
	const options = { maxConcurrent: 1 };
	const { outputs, error } = await read(pictures(1, 2, 3, 4), { options }, { settings });
	expect(error).toBeUndefined();
	expect(requests).toHaveLength(5);
	expect(column(outputs[0], 'reused')).toEqual([true, true, false, false]);
});

test('an answer that is reused takes no place in the pace of its account', async () => {
	tencent.answerWith(() => lineOf('a'));
	await read(pictures(1, 2, 3, 4, 5));
	const begin = performance.now();
	await read(pictures(1, 2, 3, 4, 5), { options: { requestsPerSecond: 0.1 } });
	expect(performance.now() - begin).toBeLessThan(5_000);
});

describe('the pages of a PDF', () => {
	const pdf = [item(Buffer.from('%PDF-1.7'), 'a.pdf')];
	const answer = () => tencent.answerWith(({ body }) => lineOf(`page ${body.PdfPageNumber}`));

	test('are reused one by one', async () => {
		const requests = answer();
		await read(pdf, { options: { pdfPages: '1-2' } });
		const { outputs } = await read(pdf, { options: { pdfPages: '2-3' } });
		expect(requests.map(({ body }) => body.PdfPageNumber)).toEqual([1, 2, 3]);
		expect(outputs[0].map(({ json }) => [json.page, json.reused])).toEqual([
			[2, true],
			[3, false],
		]);
	});

	test('make one row that is reused if all of them are', async () => {
		answer();
		const whole = async (pdfPages: string) => {
			const { outputs } = await read(pdf, { output: 'fullText', options: { pdfPages } });
			return column(outputs[0], 'reused');
		};
		expect(await whole('1')).toEqual([false]);
		expect(await whole('1-2')).toEqual([false]);
		expect(await whole('1-2')).toEqual([true]);
	});
});

test('a page that is skipped is no answer: neither a new one nor one that is reused', async () => {
	const document = await PDFDocument.create();
	document.addPage();
	document.addPage().drawText('This page was written by a program');
	const pdf = [item(Buffer.from(await document.save()), 'a.pdf')];
	const requests = tencent.answerWith(() => lineOf('a'));
	const options = { skipPagesWithText: true };
	await read(pdf, { options });
	expect(requests).toHaveLength(1);
	const { outputs: pages } = await read(pdf, { output: 'lines', options });
	expect(pages[0].map(({ json }) => [json.hasText, json.reused])).toEqual([
		[false, true],
		[true, false],
	]);
	const { outputs: whole } = await read(pdf, { output: 'fullText', options });
	expect(column(whole[0], 'reused')).toEqual([true]);
	expect(requests).toHaveLength(1);
});

describe('an image without text', () => {
	const nothing = (options: INodeParameters = {}) => read(pictures(1), { options });

	test('is a result, with and without Error If No Text Is Found', async () => {
		const requests = tencent.answerWith(() => failure('FailedOperation.ImageNoText'));
		const { outputs } = await nothing();
		expect(outputs[0][0].json).toMatchObject({ text: '', reused: false });
		const { error } = await nothing({ failOnNoText: true });
		expect(textOf(error)).toMatch(/^a\.png: The image contains no text\./);
		const { outputs: again } = await nothing();
		expect(again[0][0].json).toMatchObject({ text: '', reused: true });
		expect(requests).toHaveLength(1);
	});

	test('that was an error is no other request without it', async () => {
		const requests = tencent.answerWith(() => failure('FailedOperation.ImageNoText'));
		expect((await nothing({ failOnNoText: true })).error).toBeDefined();
		const { outputs } = await nothing();
		expect(outputs[0][0].json).toMatchObject({ text: '', reused: true });
		expect(requests).toHaveLength(1);
	});

	test.each([
		['that the provider bills is remembered', vision.succeeded([]), 1],
		['that the provider does not bill is not', vision.failed(1), 2],
	])('%s', async (_, response, count) => {
		const requests = vision.answerWith(() => response);
		for (const reused of [false, count === 1]) {
			const { outputs } = await vision.run(
				{ inputType: 'binary', options: REUSE },
				{ items: pictures(1) },
			);
			expect(outputs[0][0].json).toMatchObject({ text: '', reused });
		}
		expect(requests).toHaveLength(count);
	});
});

test('items of one run share a response without text, even if the provider does not bill it', async () => {
	const requests = vision.answerWith(async () => {
		await sleep(50);
		return vision.failed(1);
	});
	const options = { ...REUSE, failOnNoText: '={{ $json.strict }}' };
	const items = [true, false, false].map((strict) => ({ ...pictures(1)[0], json: { strict } }));
	const { outputs } = await vision.run(
		{ inputType: 'binary', options },
		{ items, settings: GOES_ON },
	);
	expect(requests).toHaveLength(1);
	expect(outputs[0].map(({ json }) => [json.reused, json.text ?? json.error])).toEqual([
		[undefined, expect.stringMatching(/^a\.png: The image contains no text/)],
		[true, ''],
		[true, ''],
	]);
});

describe('an answer of an unknown structure', () => {
	const STRANGE = { Response: { Surprise: 'text' } };

	test('that Raw accepted is an error in another output, and not paid again', async () => {
		const requests = tencent.answerWith(() => STRANGE);
		await read(pictures(1), { output: 'raw' });
		const { error } = await read(pictures(1), { output: 'lines' });
		expect(textOf(error)).toMatch(/^a\.png: The response from Tencent Cloud has an unknown struct/);
		expect(requests).toHaveLength(1);
	});

	test('that was an error is not remembered', async () => {
		const requests = tencent.answerWith(() => STRANGE);
		expect((await read(pictures(1), { output: 'lines' })).error).toBeDefined();
		const { outputs } = await read(pictures(1), { output: 'raw' });
		expect(outputs[0][0].json).toEqual(STRANGE);
		expect(requests).toHaveLength(2);
	});

	test('of a card that the raw data has is checked with Simplify', async () => {
		const requests = vision.answerWith(() => ({ errorCode: '0', data: 'a text' }));
		const card = async (simplify: boolean) =>
			await vision.run(
				{ resource: 'card', operation: 'extract', inputType: 'binary', simplify, options: REUSE },
				{ items: pictures(1) },
			);
		expect((await card(false)).error).toBeUndefined();
		expect(textOf((await card(true)).error)).toMatch(/unknown structure/);
		expect(requests).toHaveLength(1);
	});
});

test('a URL that n8n downloads is known by its bytes', async () => {
	const requests = tencent.answerWith(() => lineOf('a'));
	const run = async (imageUrl: string, file: Buffer) => {
		nock('https://example.com').get(new URL(imageUrl).pathname).reply(200, file);
		await tencent.run({ operation: 'generalBasic', imageUrl, options: REUSE });
	};
	await run('https://example.com/a.png', picture(1));
	await run('https://example.com/b.png', picture(1));
	expect(requests).toHaveLength(1);
	await run('https://example.com/a.png', picture(2));
	expect(requests).toHaveLength(2);
});

test('a URL that is under way is shared only with Reuse For URLs', async () => {
	const requests = tencent.answerWith(async () => {
		await sleep(50);
		return lineOf('a');
	});
	const same = [...urlItems(1), ...urlItems(1)];
	const run = async (options: INodeParameters) =>
		await tencent.run({ ...tencent.FROM_ITEM, options: { ...REUSE, ...options } }, { items: same });
	await run({});
	expect(requests).toHaveLength(2);
	await run({ reuseForUrls: true });
	expect(requests).toHaveLength(3);
});

describe('stored files', () => {
	const store = fileStore();

	test('are known by their bytes, and closed after they were read', async () => {
		const requests = nhn.answerWith(() => nhn.wordOf('a'));
		const run = async (bytes: Buffer) =>
			await nhn.run({ inputType: 'binary', options: REUSE }, { items: [await store.item(bytes)] });
		const long = (end: number) => Buffer.concat([PNG, Buffer.alloc(2_000_000, 1), Buffer.of(end)]);
		await run(long(1));
		const { outputs } = await run(long(1));
		expect(outputs[0][0].json.reused).toBe(true);
		expect(requests).toHaveLength(1);
		await run(long(2));
		expect(requests).toHaveLength(2);
		expect(store.open()).toBe(0);
	});
});

test('neither a key nor a URL is in what identifies an answer', async () => {
	tencent.answerWith(() => lineOf('a'));
	await tencent.run({ options: { ...REUSE, reuseForUrls: true } });
	const keys = [...(answerMemory as unknown as { answers: Map<string, unknown> }).answers.keys()];
	expect(keys).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
});
