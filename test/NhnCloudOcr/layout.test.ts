/* The outputs that keep the layout, from answers in the documented form. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';

import { BASE64 } from '../support/files';
import type { Piece } from '../support/receipt';
import {
	boxOf,
	EMPTY_DOCUMENT,
	EMPTY_ROW,
	RECEIPT,
	RECEIPT_LAYOUT,
	RECEIPT_MARKDOWN,
	RECEIPT_ROWS,
	wordsIn,
} from '../support/receipt';
import { expectSchema } from '../support/schema';
import { answerWith, failed, run, succeeded } from './nhn';

const OUTPUTS = ['fullText', 'layout', 'lines', 'markdown', 'rows', 'words'];

function answerOf(lines: Piece[][]) {
	const words = lines.map((pieces) => pieces.flatMap(wordsIn));
	return succeeded({
		fileType: 'png',
		resolution: 'normal',
		listOfInferTexts: words.map((line) => ({
			inferTexts: line.map(({ text }) => ({ value: text, conf: 0.9 })),
		})),
		listOfBoundingBoxes: words.map((line) => ({ boundingBoxes: line.map(corners) })),
	});
}

function corners(word: Piece) {
	const { left, top, right, bottom } = boxOf(word);
	return { x1: left, y1: top, x2: right, y2: top, x3: right, y3: bottom, x4: left, y4: bottom };
}

const WHOLE_ROWS = answerOf(RECEIPT);
const CUT_ROWS = answerOf(RECEIPT.flat().map((piece) => [piece]));

async function items(parameters: INodeParameters, answer: IDataObject) {
	nock.cleanAll();
	answerWith(() => answer);
	const { outputs, error } = await run({ ...BASE64, ...parameters });
	expect(error).toBeUndefined();
	return outputs[0].map(({ json }) => json);
}

describe.each(['extract', 'extractSegmented'])('%s', (operation) => {
	describe.each([
		['whole rows', WHOLE_ROWS, RECEIPT.length],
		['rows that are cut at wide gaps', CUT_ROWS, RECEIPT.flat().length],
	])('a receipt in %s', (_, answer, lines) => {
		test('as rows, with each item and its price in columns', async () => {
			const rows = await items({ operation, output: 'rows' }, answer);
			expect(rows).toEqual(RECEIPT_ROWS);
			expect(Object.keys(rows[0])).toEqual(Object.keys(RECEIPT_ROWS[0]));
		});

		test.each([
			['layout', RECEIPT_LAYOUT],
			['markdown', RECEIPT_MARKDOWN],
		])('as %s, with what is said of the file', async (output, text) => {
			const counts = { confidence: 0.9, pages: 1, pagesRead: 1, lines, words: 17 };
			const file = { fileType: 'png', resolution: 'normal', slicesImages: null };
			expect(await items({ operation, output }, answer)).toEqual([{ text, ...counts, ...file }]);
		});

		test.each(OUTPUTS)('as %s, is described by the schema file', async (output) => {
			const found = await items({ operation, output }, answer);
			expectSchema(
				`NhnCloudOcr/text/${operation}`,
				found.map((json) => ({ json })),
			);
		});
	});

	test('without text gives one empty item', async () => {
		const none = failed(4000501);
		expect(await items({ operation, output: 'rows' }, none)).toEqual([EMPTY_ROW]);
		const file = { fileType: null, resolution: null, slicesImages: null };
		for (const output of ['layout', 'markdown']) {
			expect(await items({ operation, output }, none)).toEqual([{ ...EMPTY_DOCUMENT, ...file }]);
		}
	});
});

test('rows that come in order stay as they are in lines and full text', async () => {
	const expected = RECEIPT.map((row) => row.map(({ text }) => text).join(' '));
	const lines = await items({ output: 'lines' }, WHOLE_ROWS);
	expect(lines.map(({ text }) => text)).toEqual(expected);
	const [{ text }] = await items({ output: 'fullText' }, WHOLE_ROWS);
	expect(text).toBe(expected.join('\n'));
});

test('text without places keeps the order of the answer', async () => {
	const texts = ['TOTAL', '13.68', 'Thank you'];
	const answer = succeeded({
		listOfInferTexts: texts.map((value) => ({ inferTexts: [{ value, conf: 0.9 }] })),
	});
	const rows = await items({ output: 'rows' }, answer);
	expect(rows.map(({ row, column1 }) => [row, column1])).toEqual([
		[1, 'TOTAL'],
		[2, '13.68'],
		[3, 'Thank you'],
	]);
	for (const output of ['fullText', 'layout']) {
		const [{ text }] = await items({ output }, answer);
		expect(text).toBe(texts.join('\n'));
	}
});
