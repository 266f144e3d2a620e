import type { IDataObject, INodeParameters } from 'n8n-workflow';

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
	const { outputs, error } = await run(parameters);
	if (error) throw new Error(error.message);
	return outputs[0];
}

const rows = async (parameters: INodeParameters, answer: object): Promise<IDataObject[]> =>
	(await items(parameters, answer)).map(({ json }) => json);

const NOWHERE = { left: null, top: null, right: null, bottom: null };
const SLANTED = { left: 279, top: 110, right: 467, bottom: 173 };

describe.each(['extract', 'extractSegmented'])('%s: the documented sample', (operation) => {
	test('gives two lines', async () => {
		expect(await rows({ operation }, succeeded(RESULT))).toEqual([
			{ page: 1, block: 1, line: 1, text: 'a', confidence: 0.72, ...SLANTED },
			{ page: 1, block: 1, line: 2, text: 'b c', confidence: 0.755, ...NOWHERE },
		]);
	});

	test('gives three words', async () => {
		expect(await rows({ operation, output: 'words' }, succeeded(RESULT))).toEqual([
			{ page: 1, block: 1, line: 1, word: 1, text: 'a', confidence: 0.72, ...SLANTED },
			{ page: 1, block: 1, line: 2, word: 1, text: 'b', confidence: 0.92, ...NOWHERE },
			{ page: 1, block: 1, line: 2, word: 2, text: 'c', confidence: 0.59, ...NOWHERE },
		]);
	});

	test('gives a text, with what is said of the file', async () => {
		expect(await rows({ operation, output: 'fullText' }, succeeded(RESULT))).toEqual([
			{
				text: 'a\nb c',
				confidence: 0.7375,
				pages: 1,
				lines: 2,
				words: 3,
				fileType: 'png',
				resolution: 'normal',
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
		const inferTexts = [{ value: 'a', conf: '0.5' }, { value: 'b', conf: null }, { value: 'c' }];
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

describe('an image without text', () => {
	const answers: Array<[string, object]> = [
		['4000501', failed(4000501)],
		['empty lists', succeeded({ fileType: 'png', listOfInferTexts: [], listOfBoundingBoxes: [] })],
		['no result', { header: succeeded({}).header }],
		['a line without words', succeeded({ listOfInferTexts: [{ inferTexts: [] }] })],
	];
	const empty = { page: 1, block: null, line: null, text: '', confidence: null, ...NOWHERE };

	test.each(answers)('as %s gives one item with empty text', async (_, answer) => {
		expect(await rows({ output: 'lines' }, answer)).toEqual([empty]);
		expect(await rows({ output: 'words' }, answer)).toEqual([{ ...empty, word: null }]);
		expect(await rows({ output: 'raw' }, answer)).toEqual([answer]);
	});

	test.each(answers)('as %s is an error if the user says so', async (_, answer) => {
		await expect(rows({ options: { failOnNoText: true } }, answer)).rejects.toThrow(
			/^The image has no text: .*\(4000501\)$/,
		);
	});
});

test.each(['extract', 'extractSegmented'])(
	'the schema file of %s describes the items',
	async (operation) => {
		expectSchema(`NhnCloudOcr/text/${operation}`, await items({ operation }, succeeded(RESULT)));
	},
);
