/* The outputs that keep the layout, and the reading order, from answers as the provider sends them. */
import nock from 'nock';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { BASE64 } from '../support/files';
import {
	EMPTY_DOCUMENT,
	EMPTY_ROW,
	RECEIPT,
	RECEIPT_LAYOUT,
	RECEIPT_MARKDOWN,
	RECEIPT_ROWS,
} from '../support/receipt';
import { expectSchema } from '../support/schema';
import { ANSWER, answerOf, detection } from './receiptAnswer';
import { answerWith, failure, run } from './tencent';

const OPERATIONS = ['generalAccurate', 'generalBasic'];

async function items(parameters: INodeParameters, answer: IDataObject = ANSWER) {
	nock.cleanAll();
	answerWith(() => answer);
	const { outputs, error } = await run({ ...BASE64, ...parameters });
	expect(error).toBeUndefined();
	return outputs[0].map(({ json }) => json);
}

describe.each(OPERATIONS)('%s: a receipt', (operation) => {
	const counts = { confidence: 0.9, pages: 1, pagesRead: 1, lines: 10, words: 17 };
	const more = operation === 'generalBasic' ? { language: 'zh' } : {};

	test('as rows, with each item and its price in columns', async () => {
		const rows = await items({ operation, output: 'rows' });
		expect(rows).toEqual(RECEIPT_ROWS);
		expect(Object.keys(rows[0])).toEqual(Object.keys(RECEIPT_ROWS[0]));
	});

	test.each([
		['layout', RECEIPT_LAYOUT],
		['markdown', RECEIPT_MARKDOWN],
	])('as %s, one item', async (output, text) => {
		expect(await items({ operation, output })).toEqual([{ text, ...counts, ...more }]);
	});

	test('as lines and full text row by row', async () => {
		const expected = RECEIPT.flat().map(({ text }) => text);
		const lines = await items({ operation, output: 'lines' });
		expect(lines.map(({ text }) => text)).toEqual(expected);
		const [{ text }] = await items({ operation, output: 'fullText' });
		expect(text).toBe(expected.join('\n'));
	});

	test.each(['fullText', 'layout', 'lines', 'markdown', 'rows', 'words'])(
		'as %s, is described by the schema file',
		async (output) => {
			const found = await items({ operation, output });
			expectSchema(
				`TencentCloudOcr/text/${operation}`,
				found.map((json) => ({ json })),
			);
		},
	);

	test('without text gives one empty item', async () => {
		const none = failure('FailedOperation.ImageNoText');
		expect(await items({ operation, output: 'rows' }, none)).toEqual([EMPTY_ROW]);
		const language = operation === 'generalBasic' ? { language: null } : {};
		for (const output of ['layout', 'markdown']) {
			const document = { ...EMPTY_DOCUMENT, ...language };
			expect(await items({ operation, output }, none)).toEqual([document]);
		}
	});
});

describe.each(OPERATIONS)('%s: a PDF of three pages, the second without text', (operation) => {
	const [, , bread, oil, , thanks] = RECEIPT;
	const pageTexts = [[...bread, ...oil], [], thanks];

	async function document(output: string) {
		answerWith(({ body }) => {
			const page = pageTexts[Number(body.PdfPageNumber) - 1];
			if (page.length === 0) return failure('FailedOperation.ImageNoText');
			return answerOf(page.map((piece) => detection(piece, 1)));
		});
		const { outputs, error } = await run({
			operation,
			inputType: 'base64',
			imageBase64: btoa('%PDF-1.7'),
			output,
			options: { pdfPages: '1-3' },
		});
		expect(error).toBeUndefined();
		return outputs[0].map(({ json }) => json);
	}

	test('as rows, which have the same columns on each page', async () => {
		const rows = await document('rows');
		expect(rows.map(({ page, row, column1, column2 }) => [page, row, column1, column2])).toEqual([
			[1, 1, 'Rye bread', '3.20'],
			[1, 2, 'Olive oil 500 ml', '7.90'],
			[2, null, '', ''],
			[3, 1, 'Thank you', ''],
		]);
		for (const row of rows) expect(Object.keys(row)).toEqual(Object.keys(RECEIPT_ROWS[0]));
	});

	test('as layout, with a form feed between pages', async () => {
		const [{ text, pagesRead }] = await document('layout');
		expect(text).toBe(
			[
				'Rye bread                 3.20',
				'Olive oil 500 ml          7.90',
				'\f',
				'\fThank you',
			].join('\n'),
		);
		expect(pagesRead).toBe(3);
	});

	test('as Markdown, with a blank line between pages', async () => {
		const [{ text, pagesRead }] = await document('markdown');
		expect(text).toBe('Rye bread 3.20\nOlive oil 500 ml 7.90\n\nThank you');
		expect(pagesRead).toBe(3);
	});
});

describe('two articles side by side, sorted by Y', () => {
	const left = [
		'The harbour was quiet when',
		'the first boats came home.',
		'Nobody waited on the pier.',
	];
	const right = [
		'In spring the young people',
		'moved away to the big city',
		'and left their old houses.',
	];
	const byY = left.flatMap((text, index) => {
		const top = 100 + 30 * index;
		return [
			detection({ text, left: 100, top, size: 20 }, 1),
			detection({ text: right[index], left: 420, top: top + 4, size: 20 }, 2),
		];
	});

	test('come one after the other as lines, which keep their places and blocks', async () => {
		const lines = await items({ output: 'lines' }, answerOf(byY));
		expect(lines.map(({ text }) => text)).toEqual([...left, ...right]);
		expect(lines.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6]);
		expect(lines.map(({ block }) => block)).toEqual([1, 1, 1, 2, 2, 2]);
		expect(lines.map((line) => [line.left, line.top])).toEqual([
			...[0, 1, 2].map((index) => [100, 100 + 30 * index]),
			...[0, 1, 2].map((index) => [420, 104 + 30 * index]),
		]);
	});

	test('come one after the other as words and as full text', async () => {
		const texts = [...left, ...right];
		const words = await items({ output: 'words' }, answerOf(byY));
		expect(words.map(({ text }) => text)).toEqual(texts.join(' ').split(' '));
		const [{ text }] = await items({ output: 'fullText' }, answerOf(byY));
		expect(text).toBe(texts.join('\n'));
	});

	test('come as two paragraphs of Markdown', async () => {
		const [{ text }] = await items({ output: 'markdown' }, answerOf(byY));
		expect(text).toBe(`${left.join('\n')}\n\n${right.join('\n')}`);
	});
});
