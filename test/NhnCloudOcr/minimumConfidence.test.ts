import type { IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';

import { BASE64 } from '../support/files';
import { textOf } from '../support/runNode';
import { answerWith, run, succeeded } from './nhn';

const box = (left: number, top: number) => ({
	...{ x1: left, y1: top, x2: left + 30, y2: top },
	...{ x3: left + 30, y3: top + 10, x4: left, y4: top + 10 },
});

/** A row of two words, one of which is doubtful, a doubtful row, and one without a confidence. */
const ANSWER = succeeded({
	fileType: 'png',
	resolution: 'normal',
	listOfInferTexts: [
		{
			inferTexts: [
				{ value: 'Total', conf: 0.98 },
				{ value: '1Z.50', conf: 0.31 },
			],
		},
		{ inferTexts: [{ value: '~', conf: 0.2 }] },
		{ inferTexts: [{ value: 'Thanks' }] },
	],
	listOfBoundingBoxes: [
		{ boundingBoxes: [box(10, 0), box(50, 0)] },
		{ boundingBoxes: [box(10, 20)] },
		{ boundingBoxes: [box(10, 40)] },
	],
});

async function rows(parameters: INodeParameters, answer: object = ANSWER): Promise<IDataObject[]> {
	nock.cleanAll();
	answerWith(() => answer);
	const { outputs, error } = await run({ ...BASE64, ...parameters });
	if (error) throw new Error(textOf(error));
	return outputs[0].map(({ json }) => json);
}

const options = { minimumConfidence: 0.5 };

const TOTAL = { text: 'Total', confidence: 0.98, left: 10, top: 0, right: 40, bottom: 10 };
const THANKS = { text: 'Thanks', confidence: null, left: 10, top: 40, right: 40, bottom: 50 };

describe.each(['extract', 'extractSegmented'])(
	'%s: text below the minimum is left out',
	(operation) => {
		test('of lines, whose confidence and box are those of the other words', async () => {
			expect(await rows({ operation, output: 'lines', options })).toEqual([
				{ page: 1, pages: 1, block: 1, line: 1, ...TOTAL, belowConfidence: 2 },
				{ page: 1, pages: 1, block: 1, line: 2, ...THANKS, belowConfidence: 2 },
			]);
		});

		test('of words', async () => {
			expect(await rows({ operation, output: 'words', options })).toEqual([
				{ page: 1, pages: 1, block: 1, line: 1, word: 1, ...TOTAL, belowConfidence: 2 },
				{ page: 1, pages: 1, block: 1, line: 2, word: 1, ...THANKS, belowConfidence: 2 },
			]);
		});

		test('of rows', async () => {
			expect(await rows({ operation, output: 'rows', options })).toMatchObject([
				{ page: 1, pages: 1, row: 1, ...TOTAL, column1: 'Total', belowConfidence: 2 },
				{ page: 1, pages: 1, row: 2, ...THANKS, column1: 'Thanks', belowConfidence: 2 },
			]);
		});

		test.each(['fullText', 'layout', 'markdown'])('of %s', async (output) => {
			const [item, ...others] = await rows({ operation, output, options });
			expect(others).toEqual([]);
			expect(item).toMatchObject({ pages: 1, pagesRead: 1, lines: 2, words: 2, confidence: 0.98 });
			expect(item.belowConfidence).toBe(2);
			expect((item.text as string).split(/\s+/)).toEqual(['Total', 'Thanks']);
		});
	},
);

test('the output "raw" is unchanged, even where an expression sets it', async () => {
	for (const output of ['raw', '={{ "raw" }}'])
		expect(await rows({ output, options })).toEqual([ANSWER]);
});

test('without the option there is no such column, and all text', async () => {
	for (const none of [{}, { minimumConfidence: '' }]) {
		const lines = await rows({ options: none });
		expect(lines.map(({ text }) => text)).toEqual(['Total 1Z.50', '~', 'Thanks']);
		expect(lines[0]).not.toHaveProperty('belowConfidence');
	}
});

test('what has exactly the minimum stays, and nothing missing is 0', async () => {
	for (const minimumConfidence of [0.2, 0, '0.2']) {
		const words = await rows({ output: 'words', options: { minimumConfidence } });
		expect(words.map(({ belowConfidence }) => belowConfidence)).toEqual([0, 0, 0, 0]);
	}
});

describe('an image whose text is all below the minimum', () => {
	const answer = succeeded({ values: [{ value: 'a', conf: 0.4 }] });
	const all = { ...options, failOnNoText: true };
	const nothing = { text: '', confidence: null };
	const nowhere = { left: null, top: null, right: null, bottom: null };

	test('has text: it is no error', async () => {
		const line = {
			page: 1,
			pages: 1,
			block: null,
			line: null,
			...nothing,
			...nowhere,
			belowConfidence: 1,
		};
		expect(await rows({ output: 'lines', options: all }, answer)).toEqual([line]);
		expect(await rows({ output: 'words', options: all }, answer)).toEqual([
			{ ...line, word: null },
		]);
	});

	test.each(['fullText', 'layout', 'markdown'])('%s', async (output) => {
		expect(await rows({ output, options: all }, answer)).toMatchObject([
			{ ...nothing, pages: 1, pagesRead: 1, lines: 0, words: 0, belowConfidence: 1 },
		]);
	});
});

test('items without text that is known have the column as well', async () => {
	const [item] = await rows({ options }, succeeded({ values: [] }));
	expect(item).toMatchObject({ text: '', belowConfidence: 0 });
});

test('the corners of a line are those of its other words', async () => {
	const [total] = await rows({ options: { ...options, polygon: true } });
	expect(total).toMatchObject({ ...TOTAL, ...box(10, 0), belowConfidence: 2 });
	const [amount] = await rows(
		{ options: { ...options, polygon: true } },
		succeeded({
			listOfInferTexts: [
				{
					inferTexts: [
						{ value: '~', conf: 0.1 },
						{ value: '12.50', conf: 0.9 },
					],
				},
			],
			listOfBoundingBoxes: [{ boundingBoxes: [box(10, 0), box(50, 0)] }],
		}),
	);
	expect(amount).toMatchObject({ text: '12.50', left: 50, ...box(50, 0) });
});
