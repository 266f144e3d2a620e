/* The outputs that keep the layout, from answers in the documented form. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { BASE64, PNG } from '../support/files';
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
import { answerWith, failed, run, succeeded } from './vision';

/** A line: its words, as they are documented. */
const lineOf = (pieces: Piece[]) =>
	pieces.flatMap(wordsIn).map((word) => ({ text: word.text, confidence: 0.9, box: boxOf(word) }));

/** A page: blocks of lines. */
const WHOLE_ROWS = [RECEIPT.map(lineOf)];
/** As they come when items and prices are taken for columns. */
const [ITEMS, PRICES] = [0, 1].map((column) =>
	RECEIPT.filter((row) => row.length > column).map((row) => lineOf([row[column]])),
);
const CUT_ROWS = [ITEMS, PRICES];

async function items(parameters: INodeParameters, answer: IDataObject) {
	answerWith(() => answer);
	const { outputs, error } = await run({ ...BASE64, ...parameters });
	expect(error).toBeUndefined();
	return outputs[0];
}

const rows = async (parameters: INodeParameters, answer: IDataObject) =>
	(await items(parameters, answer)).map(({ json }) => json);

describe.each([
	['whole rows', WHOLE_ROWS, RECEIPT.length],
	['a block of items and a block of prices', CUT_ROWS, RECEIPT.flat().length],
])('a receipt in %s', (_, page, lines) => {
	const answer = succeeded([page]);

	test('as rows, with each item and its price in columns', async () => {
		const found = await rows({ output: 'rows' }, answer);
		expect(found).toEqual(RECEIPT_ROWS);
		expect(Object.keys(found[0])).toEqual(Object.keys(RECEIPT_ROWS[0]));
	});

	test('as layout, one item', async () => {
		expect(await rows({ output: 'layout' }, answer)).toEqual([
			{ text: RECEIPT_LAYOUT, confidence: 0.9, pages: 1, pagesRead: 1, lines, words: 17 },
		]);
	});

	test('as Markdown, one item', async () => {
		expect(await rows({ output: 'markdown' }, answer)).toEqual([
			{ text: RECEIPT_MARKDOWN, confidence: 0.9, pages: 1, pagesRead: 1, lines, words: 17 },
		]);
	});

	test.each(['fullText', 'layout', 'lines', 'markdown', 'rows', 'words'])(
		'as %s, is described by the schema file',
		async (output) => {
			expectSchema('ComputerVisionVietnam/text/extract', await items({ output }, answer));
		},
	);
});

test('an image without text gives one empty item', async () => {
	expect(await rows({ output: 'rows' }, failed(1))).toEqual([EMPTY_ROW]);
	for (const output of ['layout', 'markdown'])
		expect(await rows({ output }, failed(1))).toEqual([EMPTY_DOCUMENT]);
});

test('blocks that stand side by side are read one after the other', async () => {
	const left = [
		'Buổi sáng cảng rất yên tĩnh',
		'khi chiếc thuyền đầu về bến',
		'và không ai đứng đợi ở đó.',
	];
	const right = [
		'Mùa xuân những người trẻ đi',
		'đến thành phố lớn để sống',
		'và bỏ lại những ngôi nhà cũ.',
	];
	const block = (x: number, texts: string[]) =>
		texts.map((text, index) => lineOf([{ text, left: x, top: 100 + 30 * index, size: 20 }]));
	// The right one comes first.
	const answer = succeeded([[block(420, right), block(100, left)]]);
	const lines = await rows({ output: 'lines' }, answer);
	expect(lines.map(({ text }) => text)).toEqual([...left, ...right]);
	const [{ text }] = await rows({ output: 'fullText' }, answer);
	expect(text).toBe([...left, ...right].join('\n'));
});

describe('the aligned image', () => {
	const image = PNG.toString('base64');
	const answer = succeeded([
		{ image, result: WHOLE_ROWS },
		{ image, result: [[lineOf(RECEIPT[5])]] },
	]);
	const filesOf = async (output: string) =>
		(await items({ output, options: { alignedImage: true } }, answer)).map(({ binary = {} }) =>
			Object.keys(binary),
		);

	test('goes to the first row of its page', async () => {
		expect(await filesOf('rows')).toEqual([['image'], [], [], [], [], [], ['image']]);
	});

	test.each(['layout', 'markdown'])('of each page goes to the item of %s', async (output) => {
		expect(await filesOf(output)).toEqual([['image', 'image_2']]);
	});
});
