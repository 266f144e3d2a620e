/* What the rows of a PDF tell of its pages, and the pages that are not sent. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';

import { PdfBuilder, pagesShowing } from '../pdf/builder';
import { BASE64, PNG } from '../support/files';
import { pageAlone } from '../support/pdfPages';
import { textOf } from '../support/runNode';
import { expectSchema } from '../support/schema';
import type { SentRequest } from './tencent';
import { answerWith, failure, lineOf, run } from './tencent';

const OPERATIONS = ['generalAccurate', 'generalBasic'];
const ROWS = ['lines', 'words', 'rows'];
const DOCUMENTS = ['fullText', 'layout', 'markdown'];

const SCAN = null;

/** A file of pages that show a text, or are scans. */
function pdf(...pages: Array<string | typeof SCAN>): Buffer {
	const objects = pagesShowing(...pages.map((text) => text ?? ''));
	for (const [index, text] of pages.entries()) {
		if (text !== SCAN) continue;
		objects[10 + index] =
			`<< /Type /Page /Parent 2 0 R /Contents ${20 + index} 0 R /Resources << /XObject << /Scan ${30 + index} 0 R >> >> >>`;
		objects[20 + index] = { dictionary: '', data: 'q 300 0 0 100 0 0 cm /Scan Do Q' };
		objects[30 + index] = {
			dictionary:
				'/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
			data: '\x80',
		};
	}
	return new PdfBuilder().objects(objects).table().file();
}

/** The encrypted file of three pages: it cannot be taken apart, but its pages can be counted. */
const ENCRYPTED = readFileSync(join(__dirname, '..', 'pdf', 'files', 'qpdf-encrypted.pdf'));

const base64 = (file: Buffer) => ({ inputType: 'base64', imageBase64: file.toString('base64') });

interface Read {
	rows: IDataObject[];
	bodies: IDataObject[];
}

async function read(file: Buffer, parameters: INodeParameters): Promise<Read> {
	const requests: SentRequest[] = answerWith(() => lineOf('scanned'));
	const { outputs, error } = await run({ ...base64(file), ...parameters });
	expect(textOf(error)).toBe('');
	nock.cleanAll();
	return { rows: outputs[0].map(({ json }) => json), bodies: requests.map(({ body }) => body) };
}

describe.each(OPERATIONS)('%s: the number of pages', (operation) => {
	const LETTER = pdf('first', 'second', 'third');

	test.each<[string, Buffer, string, number[], number | null]>([
		['all pages', LETTER, 'all', [1, 2, 3], 3],
		['some pages', LETTER, '2-', [2, 3], 3],
		['one page', LETTER, '1', [1], 3],
		['pages of an encrypted PDF, which is not counted for them', ENCRYPTED, '1', [1], null],
		['all pages of an encrypted PDF', ENCRYPTED, 'all', [1, 2, 3], 3],
		['further pages of an encrypted PDF', ENCRYPTED, '2-', [2, 3], 3],
		['a picture', PNG, 'all', [1], 1],
	])('of %s', async (_, file, pdfPages, pagesRead, pages) => {
		const options = { pdfPages };
		for (const output of ROWS) {
			const { rows } = await read(file, { operation, output, options });
			expect(rows.map((row) => [row.page, row.pages])).toEqual(
				pagesRead.map((page) => [page, pages]),
			);
		}
		for (const output of DOCUMENTS) {
			const { rows } = await read(file, { operation, output, options });
			expect(rows).toMatchObject([{ pages, pagesRead: pagesRead.length }]);
			expectSchema(
				`TencentCloudOcr/text/${operation}`,
				rows.map((json) => ({ json })),
			);
		}
	});

	test('of a picture at a URL, which has one', async () => {
		nock('https://example.com').get('/a.png').reply(200, PNG);
		const url = { inputType: 'url', imageUrl: 'https://example.com/a.png' };
		const { rows } = await read(PNG, { operation, output: 'lines', ...url });
		expect(rows).toMatchObject([{ page: 1, pages: 1 }]);
	});
});

describe.each(OPERATIONS)('%s: Skip Pages With Text', (operation) => {
	const LETTER = pdf('This page was written by a program', SCAN, 'And so was this last one');
	const options = { skipPagesWithText: true };
	const NOWHERE = { left: null, top: null, right: null, bottom: null };
	const NO_TEXT = { text: '', confidence: null, ...NOWHERE };
	const SCANNED = { text: 'scanned', confidence: 0.99, ...NOWHERE };
	const language = operation === 'generalBasic' ? { language: null } : {};

	test('only the other pages are sent', async () => {
		const { bodies } = await read(LETTER, { operation, options });
		expect(bodies).toEqual([await pageAlone(LETTER, 2)]);
	});

	test('a skipped page does not wait for its turn, and does not delay others', async () => {
		// A request may leave every 100 seconds, more than a test may take.
		const slow = { ...options, requestsPerSecond: 0.01 };
		const { bodies } = await read(LETTER, { operation, options: slow });
		expect(bodies).toHaveLength(1);
	});

	test.each<[string, IDataObject, IDataObject]>([
		['lines', { block: null, line: null }, { block: 1, line: 1 }],
		[
			'words',
			{ block: null, line: null, word: null, boxFromLine: null },
			{ block: 1, line: 1, word: 1, boxFromLine: true },
		],
		['rows', { row: null, column1: '' }, { row: 1, column1: 'scanned' }],
	])('%s: a row without text for each skipped page', async (output, none, some) => {
		const { rows } = await read(LETTER, { operation, output, options });
		expect(rows).toEqual([
			{ ...NO_TEXT, ...none, page: 1, pages: 3, hasText: true },
			{ ...SCANNED, ...some, page: 2, pages: 3, hasText: false },
			{ ...NO_TEXT, ...none, page: 3, pages: 3, hasText: true },
		]);
		for (const row of rows) {
			expect(Object.keys(row)).toEqual(Object.keys(rows[1]));
			expect(Object.keys(row).at(-1)).toBe('hasText');
		}
		expectSchema(
			`TencentCloudOcr/text/${operation}`,
			rows.map((json) => ({ json })),
		);
	});

	test.each([
		['fullText', 'scanned'],
		['layout', '\n\fscanned\n\f'],
		['markdown', 'scanned'],
	])('%s: the pages that were not read', async (output, text) => {
		const { rows } = await read(LETTER, { operation, output, options });
		expect(rows).toEqual([
			{
				...{ text, confidence: 0.99, pages: 3, pagesRead: 1, lines: 1, words: 1 },
				...{ hasText: true, pagesWithText: '1,3', ...language },
			},
		]);
		expectSchema(
			`TencentCloudOcr/text/${operation}`,
			rows.map((json) => ({ json })),
		);
	});

	test('raw: the responses as they are, and an item for each skipped page', async () => {
		const { rows } = await read(LETTER, { operation, output: 'raw', options });
		expect(rows).toEqual([
			{ page: 1, pages: 3, hasText: true },
			lineOf('scanned'),
			{ page: 3, pages: 3, hasText: true },
		]);
	});

	describe('a PDF that is all text', () => {
		const LATER = { pdfPages: '2-' };
		const ALL_TEXT = pdf(...['one', 'two', 'three'].map((number) => `This is page ${number}`));

		test.each([...ROWS, 'raw'])('%s: nothing is sent, and each page has a row', async (output) => {
			const { bodies, rows } = await read(ALL_TEXT, {
				...{ operation, output },
				options: { ...options, ...LATER },
			});
			expect(bodies).toEqual([]);
			expect(rows).toMatchObject([
				{ page: 2, pages: 3, hasText: true },
				{ page: 3, pages: 3, hasText: true },
			]);
			if (output !== 'raw') expect(rows).toMatchObject([{ text: '' }, { text: '' }]);
		});

		test.each(DOCUMENTS)('%s: nothing is sent, and the item says why', async (output) => {
			const { bodies, rows } = await read(ALL_TEXT, {
				...{ operation, output },
				options: { ...options, ...LATER },
			});
			expect(bodies).toEqual([]);
			expect(rows).toMatchObject([
				{
					...{ confidence: null, pages: 3, pagesRead: 0, lines: 0, words: 0 },
					...{ hasText: true, pagesWithText: '2,3' },
				},
			]);
			expect(String(rows[0].text).trim()).toBe('');
		});
	});

	test('a page that fails leaves the rows of the skipped ones', async () => {
		const requests = answerWith((_, index) =>
			index === 0 ? failure('FailedOperation.ImageBlur') : lineOf('scanned'),
		);
		const { outputs } = await run(
			{
				...{ operation, ...base64(pdf('Text of a program', SCAN, SCAN, 'And more text')) },
				options: { ...options, maxConcurrent: 1 },
			},
			{ settings: { onError: 'continueRegularOutput' } },
		);
		expect(requests).toHaveLength(2);
		const [{ json: text }, { json: scan }, { json: moreText }, { json: error }, ...others] =
			outputs[0];
		expect([text, scan, moreText]).toMatchObject([
			{ page: 1, pages: 4, text: '', hasText: true },
			{ page: 3, pages: 4, text: 'scanned', hasText: false },
			{ page: 4, pages: 4, text: '', hasText: true },
		]);
		expect(error.error).toMatch(/^Page 2: The image is too blurry/);
		expect(others).toEqual([]);
	});

	test.each([
		['scans', pdf(SCAN, SCAN), 2],
		['an encrypted PDF', ENCRYPTED, 3],
		['a picture', PNG, 1],
	])('%s: all is sent, and the columns say so', async (_, file, count) => {
		const { bodies, rows } = await read(file, { operation, output: 'lines', options });
		expect(bodies).toHaveLength(count);
		expect(rows.map(({ hasText }) => hasText)).toEqual(Array(count).fill(false));
		const { rows: documents } = await read(file, { operation, output: 'fullText', options });
		expect(documents).toMatchObject([{ pagesRead: count, hasText: false, pagesWithText: null }]);
	});

	test.each([{}, { skipPagesWithText: false }])(
		'without the option (%j) all is sent, and there are no such columns',
		async (none) => {
			const { bodies, rows } = await read(LETTER, { operation, output: 'lines', options: none });
			expect(bodies).toEqual(
				await Promise.all([1, 2, 3].map(async (page) => await pageAlone(LETTER, page))),
			);
			for (const row of rows) expect(row).not.toHaveProperty('hasText');
			const { rows: documents } = await read(LETTER, {
				operation,
				output: 'fullText',
				options: none,
			});
			expect(documents[0]).not.toHaveProperty('hasText');
			expect(documents[0]).not.toHaveProperty('pagesWithText');
		},
	);
});

test('the option is a switch: another value is refused', async () => {
	const requests = answerWith(() => lineOf('a'));
	const { error } = await run({ ...BASE64, options: { skipPagesWithText: '={{ "maybe" }}' } });
	expect(requests).toEqual([]);
	expect(textOf(error)).toMatch(/^Skip Pages With Text is "maybe", but must be /);
});
