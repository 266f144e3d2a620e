/* Option File Details: which file exactly a row or an error is about, by its bytes. */
import { createHash } from 'node:crypto';

import nock from 'nock';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import * as nhn from '../NhnCloudOcr/nhn';
import { sourceOf } from '../support/descriptions';
import { BASE64, PNG } from '../support/files';
import {
	acceptedFile,
	DOWNLOADED_HERE,
	fileOperations,
	outputsOf,
	RESPONSES,
	runOperation,
} from '../support/operationRun';
import { textOf } from '../support/runNode';
import { fileStore } from '../support/storedFiles';
import * as tencent from '../TencentCloudOcr/tencent';

const DETAILS = { fileDetails: true };
const GOES_ON = { onError: 'continueRegularOutput' } as const;

/** A picture of its own for each number. */
const picture = (number: number) => Buffer.concat([PNG, Buffer.from([number])]);

const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

const item = (files: Record<string, [name: string, bytes: Buffer]>, json: IDataObject = {}) => ({
	json,
	binary: Object.fromEntries(
		Object.entries(files).map(([field, [fileName, bytes]]) => [
			field,
			{ data: bytes.toString('base64'), mimeType: 'image/png', fileName },
		]),
	),
});

const URLS = {
	inputType: 'url',
	imageUrl: 'https://example.com/scans/May%201.png?page=2',
	frontImageUrl: 'https://example.com/front.png',
	backImageUrl: 'https://example.com/',
};

/** The first columns of a row. */
const beginning = ({ json }: INodeExecutionData, { length }: unknown[]) =>
	Object.entries(json).slice(0, length);

describe.each(fileOperations.map((each) => [each.path, each] as const))('%s', (path, described) => {
	const { fields } = sourceOf(described);
	const isTwoSided = fields.some(({ name }) => name === 'frontImageUrl');
	const isDownloadedHere = DOWNLOADED_HERE.includes(path);
	const file = acceptedFile(path);
	const whole = Buffer.concat([file, Buffer.from([0])]);
	const files = item({
		data: ['scan.png', whole],
		front: ['a.png', picture(1)],
		back: ['b.png', picture(2)],
	});
	const details = (name: string | null, bytes: Buffer | null, side = '') => [
		[`${side}fileName`, name],
		[`${side}fileSize`, bytes?.length ?? null],
		[`${side}sha256`, bytes && hash(bytes)],
	];
	const expected = isTwoSided
		? [...details('a.png', picture(1), 'front_'), ...details('b.png', picture(2), 'back_')]
		: details('scan.png', whole);

	test.each(outputsOf(described))('%j: they are in front of each row', async (output) => {
		const { outputs, error } = await runOperation(
			described,
			{ ...output, options: DETAILS },
			{ items: [files] },
		);
		expect(error).toBeUndefined();
		expect(outputs[0]).not.toHaveLength(0);
		for (const row of outputs[0]) {
			expect(beginning(row, expected)).toEqual(expected);
			if (path.includes('/text/') && output.output !== 'rows') {
				expect(Object.keys(row.json)[expected.length]).toBe('text');
			}
		}
	});

	test('base64 has no name', async () => {
		const { outputs } = await runOperation(described, { ...BASE64, options: DETAILS });
		const own = isTwoSided
			? [...details(null, PNG, 'front_'), ...details(null, PNG, 'back_')]
			: details(null, file);
		expect(beginning(outputs[0][0], own)).toEqual(own);
	});

	test('a URL has a name, and the rest if n8n downloads it', async () => {
		const { outputs, error } = await runOperation(described, { ...URLS, options: DETAILS });
		expect(error).toBeUndefined();
		const own = isTwoSided
			? [
					...details('front.png', null, 'front_'),
					...details(null, null, 'back_'),
					['front_url', URLS.frontImageUrl],
					['back_url', URLS.backImageUrl],
				]
			: [...details('May 1.png', isDownloadedHere ? file : null), ['url', URLS.imageUrl]];
		expect(beginning(outputs[0][0], own)).toEqual(own);
	});

	test('an error has them as well', async () => {
		const { outputs } = await runOperation(
			described,
			{ options: DETAILS },
			{ items: [files], settings: GOES_ON, answer: () => [501, ''] },
		);
		expect(beginning(outputs[0][0], expected)).toEqual(expected);
		expect(Object.keys(outputs[0][0].json)).toEqual([...expected.map(([name]) => name), 'error']);
	});

	test('a file that is rejected before it is sent has them as well', async () => {
		const text = Buffer.from('no picture');
		const { outputs, requests } = await runOperation(
			described,
			{ options: DETAILS },
			{
				items: [item({ data: ['a.txt', text], front: ['f.txt', text], back: ['b.txt', text] })],
				settings: GOES_ON,
			},
		);
		expect(requests).toHaveLength(0);
		const own = isTwoSided
			? [...details('f.txt', text, 'front_'), ...details('b.txt', text, 'back_')]
			: details('a.txt', text);
		expect(beginning(outputs[0][0], own)).toEqual(own);
	});

	test('the response of the provider stays as it is', async () => {
		const raw: INodeParameters = fields.some(({ name }) => name === 'output')
			? { output: 'raw' }
			: { simplify: false };
		const { outputs } = await runOperation(described, { ...raw, options: DETAILS });
		expect(outputs[0]).toEqual([
			{ json: JSON.parse(JSON.stringify(RESPONSES[path])), pairedItem: { item: 0 } },
		]);
	});

	test('neither on nor off: it is refused before anything is sent', async () => {
		const { error, requests } = await runOperation(described, {
			options: { fileDetails: '={{ "yes" }}' },
		});
		expect(textOf(error)).toMatch(/: File Details is "yes", but must be true or false\./);
		expect(requests).toHaveLength(0);
	});
});

describe('in front of the rows of', () => {
	beforeEach(() => tencent.answerWith(() => tencent.lineOf('text')));

	const read = async (
		items: INodeExecutionData[],
		parameters: INodeParameters = {},
		options: INodeParameters = {},
	) =>
		await tencent.run(
			{ inputType: 'binary', ...parameters, options: { ...DETAILS, ...options } },
			{ items, settings: GOES_ON },
		);

	test('every file of an item, its own', async () => {
		const files = { a: ['a.png', picture(1)], b: ['b.png', picture(2)] } as never;
		const { outputs } = await read([item(files)], { binaryPropertyName: '*' });
		expect(outputs[0].map(({ json }) => [json.fileName, json.sha256])).toEqual([
			['a.png', hash(picture(1))],
			['b.png', hash(picture(2))],
		]);
	});

	test('an item with fields of the same names, whose own come after', async () => {
		const json = { subject: 'Scans', sha256: 'theirs', fileSize: 'theirs' };
		const items = [item({ data: ['a.png', picture(1)] }, json)];
		const { outputs } = await read(items, {}, { includeInputFields: true });
		expect(Object.entries(outputs[0][0].json).slice(0, 5)).toEqual([
			['fileName', 'a.png'],
			['fileSize', picture(1).length],
			['sha256', hash(picture(1))],
			['subject', 'Scans'],
			['text', 'text'],
		]);
	});

	test('a long file in memory', async () => {
		const bytes = Buffer.concat([PNG, Buffer.alloc(2_000_000, 'all of it, piece by piece')]);
		const { outputs } = await read([item({ data: ['a.png', bytes] })]);
		expect(outputs[0][0].json).toMatchObject({ fileSize: bytes.length, sha256: hash(bytes) });
	});

	test('all pages of a PDF, those of the whole file', async () => {
		const pdf = Buffer.from('%PDF-1.7');
		const items = [item({ data: ['a.pdf', pdf] })];
		const { outputs } = await read(items, {}, { pdfPages: '1-2' });
		expect(outputs[0].map(({ json }) => [json.page, json.sha256])).toEqual([
			[1, hash(pdf)],
			[2, hash(pdf)],
		]);
	});

	test('a PDF at a URL, which n8n downloads', async () => {
		const pdf = Buffer.from('%PDF-1.7');
		nock('https://example.com').get('/a.pdf').reply(200, pdf);
		const { outputs } = await tencent.run({
			...{ imageUrl: 'https://example.com/a.pdf' },
			options: { ...DETAILS, pdfPages: '1' },
		});
		expect(outputs[0][0].json).toMatchObject({
			fileName: 'a.pdf',
			fileSize: pdf.length,
			sha256: hash(pdf),
		});
	});

	test('an item without a file: none', async () => {
		const { outputs } = await read([{ json: {} }]);
		expect(outputs[0][0].json).toMatchObject({ fileName: null, fileSize: null, sha256: null });
		expect(outputs[0][0].json.error).toMatch(/contains no file/);
	});

	test('a file that nobody read, because the run ended before', async () => {
		tencent.answerWith(() => tencent.failure('AuthFailure.SignatureFailure'));
		nock.cleanAll();
		tencent.answerWith(() => tencent.failure('AuthFailure.SignatureFailure'));
		const items = [1, 2].map((number) => item({ data: [`${number}.png`, picture(number)] }));
		const { outputs } = await read(items, {}, { maxConcurrent: 1 });
		expect(outputs[0].map(({ json }) => [json.fileName, json.fileSize])).toEqual([
			['1.png', picture(1).length],
			['2.png', null],
		]);
	});

	test.each([
		['https://example.com/%E0%A4%A', '%E0%A4%A'],
		['https://example.com', null],
		['https://user:pa55word@example.com/a.png', 'a.png'],
		['no URL', null],
	])('the URL %s: %j', async (imageUrl, fileName) => {
		const { outputs } = await read([{ json: {} }], { inputType: 'url', imageUrl });
		expect(outputs[0][0].json.fileName).toBe(fileName);
		expect(JSON.stringify(outputs)).not.toContain('pa55word');
	});
});

describe('stored files', () => {
	const store = fileStore();

	test('are hashed piece by piece, also with Reuse Answers, and closed', async () => {
		nhn.answerWith(() => nhn.wordOf('a'));
		const bytes = Buffer.concat([PNG, Buffer.alloc(3_000_000, 7)]);
		const { outputs } = await nhn.run(
			{ inputType: 'binary', options: { ...DETAILS, reuseAnswers: 60 } },
			{ items: [await store.item(bytes)] },
		);
		expect(outputs[0][0].json).toMatchObject({ fileSize: bytes.length, sha256: hash(bytes) });
		expect(store.open()).toBe(0);
	});
});
