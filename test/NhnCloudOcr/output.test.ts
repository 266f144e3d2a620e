import type { IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';

import { textOf } from '../support/runNode';
import { BASE64 } from '../support/files';
import { expectSchema } from '../support/schema';
import { answerWith, failed, run, succeeded } from './nhn';

/** The sample of NHN Cloud's documentation: two lines, three words. */
const RESULT = {
	fileType: 'png',
	resolution: 'normal',
	listOfInferTexts: [
		{ inferTexts: [{ value: 'a', conf: 0.72 }] },
		{
			inferTexts: [
				{ value: 'b', conf: 0.92 },
				{ value: 'c', conf: 0.59 },
			],
		},
	],
	listOfBoundingBoxes: [
		{
			boundingBoxes: [{ x1: 279, y1: 122, x2: 465, y2: 110, x3: 467, y3: 162, x4: 282, y4: 173 }],
		},
		{ boundingBoxes: [{}, {}] },
	],
};

async function items(parameters: INodeParameters, answer: object) {
	answerWith(() => answer);
	const { outputs, error } = await run({ ...BASE64, ...parameters });
	if (error) throw new Error(textOf(error));
	return outputs[0];
}

const rows = async (parameters: INodeParameters, answer: object): Promise<IDataObject[]> =>
	(await items(parameters, answer)).map(({ json }) => json);

const NOWHERE = { left: null, top: null, right: null, bottom: null };
const SLANTED = { left: 279, top: 110, right: 467, bottom: 173 };

describe.each(['extract', 'extractSegmented'])('%s: the documented sample', (operation) => {
	test('gives two lines', async () => {
		expect(await rows({ operation }, succeeded(RESULT))).toEqual([
			{ page: 1, pages: 1, block: 1, line: 1, text: 'a', confidence: 0.72, ...SLANTED },
			{ page: 1, pages: 1, block: 1, line: 2, text: 'b c', confidence: 0.755, ...NOWHERE },
		]);
	});

	test('gives three words', async () => {
		expect(await rows({ operation, output: 'words' }, succeeded(RESULT))).toEqual([
			{ page: 1, pages: 1, block: 1, line: 1, word: 1, text: 'a', confidence: 0.72, ...SLANTED },
			{ page: 1, pages: 1, block: 1, line: 2, word: 1, text: 'b', confidence: 0.92, ...NOWHERE },
			{ page: 1, pages: 1, block: 1, line: 2, word: 2, text: 'c', confidence: 0.59, ...NOWHERE },
		]);
	});

	test('gives a text, with what is said of the file', async () => {
		expect(await rows({ operation, output: 'fullText' }, succeeded(RESULT))).toEqual([
			{
				text: 'a\nb c',
				confidence: 0.7375,
				pages: 1,
				pagesRead: 1,
				lines: 2,
				words: 3,
				fileType: 'png',
				resolution: 'normal',
				slicesImages: null,
			},
		]);
	});
});

test('the number of segments is in the full text and the raw answer', async () => {
	const answer = succeeded({ ...RESULT, slicesImages: 2 });
	const operation = 'extractSegmented';
	const [text] = await rows({ operation, output: 'fullText' }, answer);
	expect(text).toMatchObject({ fileType: 'png', slicesImages: 2 });
	expect(await rows({ operation, output: 'raw' }, answer)).toEqual([answer]);
});

describe('the corners as columns', () => {
	const box = (x: number) => ({
		x1: x,
		y1: 1,
		x2: x + 5,
		y2: 2,
		x3: x + 6,
		y3: 12,
		x4: x + 1,
		y4: 11,
	});
	const answer = succeeded({
		listOfInferTexts: [{ inferTexts: [{ value: 'a' }, { value: 'b' }] }],
		listOfBoundingBoxes: [{ boundingBoxes: [box(0), box(10)] }],
	});
	const options = { polygon: true };

	test('of a word', async () => {
		const words = await rows({ output: 'words', options }, answer);
		expect(words).toMatchObject([box(0), box(10)]);
		expect(Object.keys(words[0]).slice(-9)).toEqual(['bottom', ...Object.keys(box(0))]);
	});

	test('of a line: the left ones of its first word, the right ones of its last', async () => {
		const { x1, y1, x4, y4 } = box(0);
		const { x2, y2, x3, y3 } = box(10);
		expect(await rows({ options }, answer)).toMatchObject([{ x1, y1, x2, y2, x3, y3, x4, y4 }]);
	});

	test('are null where the box is missing', async () => {
		const [word] = await rows(
			{ output: 'words', options },
			succeeded({
				listOfInferTexts: [{ inferTexts: [{ value: 'a' }] }],
			}),
		);
		expect(word).toMatchObject({ text: 'a', x1: null, y4: null });
	});
});

test('a corner that lacks a number leaves the others', async () => {
	const box = { x1: 1, y1: 2, x2: 31, y2: 3, x3: 30, y3: 13, x4: 0 };
	const answer = succeeded({
		listOfInferTexts: [{ inferTexts: [{ value: 'a' }] }],
		listOfBoundingBoxes: [{ boundingBoxes: [box] }],
	});
	for (const output of ['lines', 'words']) {
		const [withCorners] = await rows({ output, options: { polygon: true } }, answer);
		expect(withCorners).toMatchObject({ ...box, y4: null });
		nock.cleanAll();
		const [without] = await rows({ output }, answer);
		expect(Object.keys(without).slice(-1)).toEqual(['bottom']);
		nock.cleanAll();
	}
});

describe('text that the overlap of two segments repeats', () => {
	const at = (left: number, top: number, right: number, bottom: number) => ({
		...{ x1: left, y1: top, x2: right, y2: top },
		...{ x3: right, y3: bottom, x4: left, y4: bottom },
	});
	/** "Total 9.90" is at the edge of both segments, in nearly the same place. */
	const LINES: Array<[text: string, conf: number, box: object]> = [
		['Milk', 0.9, at(10, 100, 90, 120)],
		['Total 9.90', 0.8, at(10, 400, 200, 420)],
		['Total 9.90', 0.9, at(11, 401, 201, 420)],
		['Milk', 0.9, at(10, 800, 90, 820)],
	];
	const answer = succeeded({
		listOfInferTexts: LINES.map(([value, conf]) => ({ inferTexts: [{ value, conf }] })),
		listOfBoundingBoxes: LINES.map(([, , box]) => ({ boundingBoxes: [box] })),
		slicesImages: 2,
	});
	const read = async (parameters: INodeParameters) => {
		const items = await rows(parameters, answer);
		nock.cleanAll();
		return items;
	};
	const segmented = { operation: 'extractSegmented' };

	test('comes out once, as it was read first', async () => {
		for (const output of ['lines', 'words']) {
			const items = await read({ ...segmented, output });
			expect(items.map(({ line, text, confidence, top }) => [line, text, confidence, top])).toEqual(
				[
					[1, 'Milk', 0.9, 100],
					[2, 'Total 9.90', 0.8, 400],
					[3, 'Milk', 0.9, 800],
				],
			);
		}
	});

	test('counts once in the full text, which names the segments as before', async () => {
		expect(await read({ ...segmented, output: 'fullText' })).toMatchObject([
			{ text: 'Milk\nTotal 9.90\nMilk', lines: 3, words: 3, slicesImages: 2 },
		]);
	});

	test('stays with the option Keep Duplicates, in the raw response, and in Extract', async () => {
		const options = { keepDuplicates: true };
		expect(await read({ ...segmented, options })).toHaveLength(4);
		expect(await read({ ...segmented, output: 'fullText', options })).toMatchObject([{ lines: 4 }]);
		expect(await read({ ...segmented, output: 'raw' })).toEqual([answer]);
		expect(await read({ operation: 'extract' })).toHaveLength(4);
	});

	test('is not asked for in Extract, whatever is left in its options', async () => {
		const options = { keepDuplicates: '={{ "left from Extract Segmented" }}' };
		expect(await read({ operation: 'extract', options })).toHaveLength(4);
	});
});

describe('lists that do not fit together', () => {
	const texts = [
		{ inferTexts: [{ value: 'a', conf: 0.5 }, { value: 'b' }] },
		{ inferTexts: [{ value: 'c' }] },
	];
	const box = { x1: 1, y1: 2, x2: 3, y2: 2, x3: 3, y3: 4, x4: 1, y4: 4 };

	test.each<[string, unknown, Array<number | null>]>([
		['no boxes', undefined, [null, null, null]],
		['null', null, [null, null, null]],
		['too few lines', [{ boundingBoxes: [box] }], [1, null, null]],
		['too few words', [{ boundingBoxes: [box] }, { boundingBoxes: [] }], [1, null, null]],
		[
			'too many of both',
			[{ boundingBoxes: [box, box, box] }, { boundingBoxes: [box] }, {}],
			[1, 1, 1],
		],
		['null in them', [null, { boundingBoxes: [null] }], [null, null, null]],
		['a part of the corners', [{ boundingBoxes: [{ x1: 7, y3: 9 }, {}] }], [7, null, null]],
	])('%s: no word is lost', async (_, listOfBoundingBoxes, lefts) => {
		const answer = succeeded({ listOfInferTexts: texts, listOfBoundingBoxes });
		const words = await rows({ output: 'words' }, answer);
		expect(words.map(({ text, line, left }) => [text, line, left])).toEqual([
			['a', 1, lefts[0]],
			['b', 1, lefts[1]],
			['c', 2, lefts[2]],
		]);
		expect(words.map(({ confidence }) => confidence)).toEqual([0.5, null, null]);
	});

	test('a confidence that is no number is null', async () => {
		const inferTexts = [{ value: 'a', conf: 'high' }, { value: 'b', conf: null }, { value: 'c' }];
		const words = await rows(
			{ output: 'words' },
			succeeded({ listOfInferTexts: [{ inferTexts }] }),
		);
		expect(words.map(({ confidence }) => confidence)).toEqual([null, null, null]);
	});

	test('empty words do not shift the boxes of the others', async () => {
		const [word, ...others] = await rows(
			{ output: 'words' },
			succeeded({
				listOfInferTexts: [{ inferTexts: [{ value: '' }, null, { conf: 1 }, { value: 'a' }] }, {}],
				listOfBoundingBoxes: [{ boundingBoxes: [{ ...box, x1: 0 }, {}, {}, box] }],
			}),
		);
		expect(others).toEqual([]);
		expect(word).toMatchObject({ text: 'a', word: 1, left: 1 });
	});
});

describe('numbers as text are numbers', () => {
	const box = { x1: '12', y1: '3', x2: ' 40 ', y2: '3', x3: '40', y3: '15', x4: '12', y4: '15' };
	const answer = {
		header: { isSuccessful: 'true', resultCode: '0', resultMessage: 'SUCCESS' },
		result: {
			listOfInferTexts: [{ inferTexts: [{ value: 2026, conf: '0.9' }] }],
			listOfBoundingBoxes: [{ boundingBoxes: [box] }],
			slicesImages: '2',
		},
	};

	test('in words and corners', async () => {
		const [word] = await rows({ output: 'words', options: { polygon: true } }, answer);
		expect(word).toMatchObject({ text: '2026', confidence: 0.9 });
		expect(word).toMatchObject({ left: 12, top: 3, right: 40, bottom: 15, x1: 12, x2: 40, y4: 15 });
	});

	test('in the full text', async () => {
		expect(await rows({ output: 'fullText' }, answer)).toMatchObject([{ slicesImages: 2 }]);
	});
});

describe('other spellings and shapes of the documented lists', () => {
	const a = { value: 'a', conf: 0.9 };
	const b = { value: 'b', conf: 0.8 };
	const c = { value: 'c', conf: 0.7 };
	const box = (x: number) => ({ x1: x, y1: 0, x2: x + 9, y2: 0, x3: x + 9, y3: 9, x4: x, y4: 9 });
	const twoLines = [{ inferTexts: [a, b] }, { inferTexts: [c] }];
	const twoLinesOfBoxes = [{ boundingBoxes: [box(10), box(20)] }, { boundingBoxes: [box(30)] }];

	test.each<[string, object, Array<[string, number, number | null]>]>([
		[
			'a lower letter in listOfinferTexts',
			{ listOfinferTexts: twoLines, listOfBoundingBoxes: twoLinesOfBoxes },
			[
				['a', 1, 10],
				['b', 1, 20],
				['c', 2, 30],
			],
		],
		[
			'values, and boxes',
			{ values: [a, b], boxes: [box(10), box(20)] },
			[
				['a', 1, 10],
				['b', 2, 20],
			],
		],
		[
			'values beside an empty list',
			{ listOfInferTexts: [], values: twoLines },
			[
				['a', 1, null],
				['b', 1, null],
				['c', 2, null],
			],
		],
		[
			'lines in one more list',
			{ listOfInferTexts: [twoLines], listOfBoundingBoxes: [twoLinesOfBoxes] },
			[
				['a', 1, 10],
				['b', 1, 20],
				['c', 2, 30],
			],
		],
		[
			'words in one more list, as the sample of the guide means it',
			{
				listOfInferTexts: [{ inferTexts: [[a, b], [c]] }],
				listOfBoundingBoxes: [{ boundingBoxes: [[box(10), box(20)], [box(30)]] }],
			},
			[
				['a', 1, 10],
				['b', 1, 20],
				['c', 2, 30],
			],
		],
		[
			'lists of words for lines',
			{ listOfInferTexts: [[a, b], [c]], listOfBoundingBoxes: [[box(10), box(20)], [box(30)]] },
			[
				['a', 1, 10],
				['b', 1, 20],
				['c', 2, 30],
			],
		],
		[
			'words beside lines',
			{ listOfInferTexts: [a, { inferTexts: [b] }, 'c'], listOfBoundingBoxes: [box(10)] },
			[
				['a', 1, 10],
				['b', 2, null],
				['c', 3, null],
			],
		],
	])('%s', async (_, result, expected) => {
		const words = await rows({ output: 'words' }, succeeded(result));
		expect(words.map(({ text, line, left }) => [text, line, left])).toEqual(expected);
	});
});

describe('an answer whose text is not where the documentation puts it', () => {
	const answers: Array<[string, object]> = [
		['words with another name', succeeded({ listOfInferTexts: [{ inferTexts: [{ text: 'a' }] }] })],
		['words without a text', succeeded({ listOfInferTexts: [{ inferTexts: [{ conf: 0.9 }] }] })],
		['an object for a text', succeeded({ values: [{ value: { text: 'a' } }] })],
		['another list', succeeded({ fileType: 'png', listOfInferTexts: [], texts: ['a'] })],
		['a text for a list', succeeded({ listOfInferTexts: 'a' })],
		['boxes without texts', succeeded({ listOfBoundingBoxes: [{ boundingBoxes: [{ x1: 1 }] }] })],
		['a text for a result', { header: succeeded({}).header, result: 'a' }],
		['another result', { ...succeeded({}), data: { listOfInferTexts: ['a'] } }],
	];

	test.each(answers)('%s: an error that has the answer', async (_, answer) => {
		const requests = answerWith(() => answer);
		const { error } = await run({ ...BASE64, options: { failOnNoText: false } });
		expect(textOf(error)).toBe(
			`The response from NHN Cloud OCR has an unknown structure. Set Output to Raw to see it. The response begins with ${JSON.stringify(answer).slice(0, 200)}`,
		);
		expect((error as unknown as { errorResponse: object }).errorResponse).toEqual(answer);
		expect(requests).toHaveLength(1);
	});

	test.each(answers)('%s: the output "raw" has it', async (_, answer) => {
		const options = { failOnNoText: true };
		expect(await rows({ output: 'raw', options }, answer)).toEqual([answer]);
	});
});

describe('what is no single value', () => {
	test('of the file is JSON in its cell', async () => {
		const [text] = await rows(
			{ output: 'fullText' },
			succeeded({
				...RESULT,
				fileType: { name: 'png' },
				resolution: ['low'],
				slicesImages: { count: 2 },
			}),
		);
		expect(text).toMatchObject({
			fileType: '{"name":"png"}',
			resolution: '["low"]',
			slicesImages: '{"count":2}',
		});
	});

	test('of a corner is left out', async () => {
		const [word] = await rows(
			{ output: 'words', options: { polygon: true } },
			succeeded({
				listOfInferTexts: [{ inferTexts: [{ value: 'a', conf: { value: 1 } }] }],
				listOfBoundingBoxes: [{ boundingBoxes: [{ x1: { x: 1 }, y1: [2], x2: '', y2: true }] }],
			}),
		);
		expect(word).toMatchObject({ text: 'a', confidence: null, x1: null, y1: null, x2: null });
		expect(Object.values(word).filter((value) => typeof value === 'object' && value)).toEqual([]);
	});
});

test.each(['lines', 'words', 'fullText', 'rows', 'layout', 'markdown'])(
	'%s: a row without text has the columns of one with text, in their order',
	async (output) => {
		for (const options of [{}, { polygon: true }]) {
			const [withText] = await rows({ output, options }, succeeded(RESULT));
			nock.cleanAll();
			for (const answer of [failed(4000501), succeeded({ listOfInferTexts: [] })]) {
				const [without] = await rows({ output, options }, answer);
				expect(Object.keys(without)).toEqual(Object.keys(withText));
				nock.cleanAll();
			}
		}
	},
);

describe('an image without text', () => {
	const answers: Array<[string, object]> = [
		['4000501', failed(4000501)],
		['empty lists', succeeded({ fileType: 'png', listOfInferTexts: [], listOfBoundingBoxes: [] })],
		['no result', { header: succeeded({}).header }],
		['null', { header: succeeded({}).header, result: null }],
		['a line without words', succeeded({ listOfInferTexts: [{ inferTexts: [] }] })],
		[
			'words without text',
			succeeded({
				fileType: 'png',
				listOfInferTexts: [{ inferTexts: [{ value: '', conf: 0.1 }, { value: null }] }],
				listOfBoundingBoxes: [{ boundingBoxes: [{ x1: 1 }, {}] }],
			}),
		],
		['an empty list and a number beside', succeeded({ listOfInferTexts: [], slicesImages: 2 })],
	];
	const empty = {
		page: 1,
		pages: 1,
		block: null,
		line: null,
		text: '',
		confidence: null,
		...NOWHERE,
	};

	test.each(answers)('as %s gives one item with empty text', async (_, answer) => {
		expect(await rows({ output: 'lines' }, answer)).toEqual([empty]);
		expect(await rows({ output: 'words' }, answer)).toEqual([{ ...empty, word: null }]);
		expect(await rows({ output: 'raw' }, answer)).toEqual([answer]);
	});

	test.each(answers)('as %s is an error if the user says so', async (_, answer) => {
		await expect(rows({ options: { failOnNoText: true } }, answer)).rejects.toThrow(
			/^The image contains no text\. .* \(4000501\)$/,
		);
	});
});

test.each(['extract', 'extractSegmented'])(
	'the schema file of %s describes the items',
	async (operation) => {
		expectSchema(`NhnCloudOcr/text/${operation}`, await items({ operation }, succeeded(RESULT)));
	},
);
