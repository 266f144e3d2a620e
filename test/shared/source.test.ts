/*
 * Which document a row or an error is about, in every output of every operation: what identifies it,
 * which file of an item is read, and what a row gets from its input item.
 */
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import * as vision from '../ComputerVisionVietnam/vision';
import * as nhn from '../NhnCloudOcr/nhn';
import { sourceOf } from '../support/descriptions';
import { BASE64, PNG } from '../support/files';
import {
	accepted,
	fileOperations,
	outputsOf,
	RESPONSES,
	runOperation,
} from '../support/operationRun';
import { textOf } from '../support/runNode';
import { columnsIn } from '../support/schema';
import { fileStore } from '../support/storedFiles';
import * as tencent from '../TencentCloudOcr/tencent';

const MODES = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;

const jsonOf = (items: INodeExecutionData[]) => items.map(({ json }) => json);

/** A picture of its own for each number. */
const picture = (number: number) => Buffer.concat([PNG, Buffer.from([number])]);

/** An input item with files, by their fields; null for one without a name. */
const item = (
	files: Record<string, string | null>,
	json: IDataObject = {},
): INodeExecutionData => ({
	json,
	binary: Object.fromEntries(
		Object.entries(files).map(([field, fileName], index) => [
			field,
			{
				data: picture(index).toString('base64'),
				mimeType: 'image/png',
				...(fileName !== null && { fileName }),
			},
		]),
	),
});

const FILES = { data: 'scan.png', front: 'a.png', back: 'b.png' };
const URLS = {
	inputType: 'url',
	imageUrl: 'https://example.com/scans/1.png',
	frontImageUrl: 'https://example.com/front.png?x=1',
	backImageUrl: 'https://example.com/back.png',
};

interface SourceCase {
	from: string;
	parameters: INodeParameters;
	files?: Record<string, string | null>;
	/** What a row of one image begins with, and a row of two sides. */
	one: IDataObject;
	two: IDataObject;
}

const SOURCES: SourceCase[] = [
	{
		from: 'files',
		parameters: {},
		one: { fileName: 'scan.png' },
		two: { front_fileName: 'a.png', back_fileName: 'b.png' },
	},
	{
		from: 'files without a name',
		parameters: { inputType: 'binary' },
		files: { data: null, front: null, back: null },
		one: { fileName: null },
		two: { front_fileName: null, back_fileName: null },
	},
	{
		from: 'URLs',
		parameters: URLS,
		one: { url: URLS.imageUrl },
		two: { front_url: URLS.frontImageUrl, back_url: URLS.backImageUrl },
	},
	{ from: 'base64 text', parameters: BASE64, one: {}, two: {} },
];

const IDENTIFYING = SOURCES.flatMap(({ one, two }) => [...Object.keys(one), ...Object.keys(two)]);

describe.each(fileOperations.map((each) => [each.path, each] as const))('%s', (path, described) => {
	const { fields } = sourceOf(described);
	const isTwoSided = fields.some(({ name }) => name === 'frontImageUrl');
	const has = (name: string) => fields.some((field) => field.name === name);
	const isText = outputsOf(described).some(({ output }) => output === 'fullText');

	test.each(
		outputsOf(described).flatMap((output) => SOURCES.map((source) => ({ ...source, output }))),
	)(
		'$output from $from: every row begins with its document',
		async ({ parameters, output, files = FILES, one, two }) => {
			const items = [item(files)];
			const { outputs, error } = await runOperation(
				described,
				{ ...parameters, ...output },
				{ items },
			);
			expect(error).toBeUndefined();
			expect(outputs[0]).not.toHaveLength(0);
			const expected = Object.entries(isTwoSided ? two : one);
			for (const row of jsonOf(outputs[0])) {
				const columns = Object.entries(row);
				expect(columns.slice(0, expected.length)).toEqual(expected);
				const others = columns.slice(expected.length).map(([name]) => name);
				expect(others.filter((name) => IDENTIFYING.includes(name))).toEqual([]);
				if (output.output !== 'rows' && isText) expect(others[0]).toBe('text');
			}
		},
	);

	test('the response of the provider stays as it is', async () => {
		const raw = has('output') ? { output: 'raw' } : { simplify: false };
		const options = { includeInputFields: true, keepInputFile: true };
		const items = [item(FILES, { subject: 'Scans' })];
		const { outputs } = await runOperation(described, { ...raw, options }, { items });
		expect(outputs[0]).toEqual([
			{ json: JSON.parse(JSON.stringify(RESPONSES[path])), pairedItem: { item: 0 } },
		]);
	});

	test('Include Input Fields: behind what identifies the document, before what was read', async () => {
		const options = { includeInputFields: true };
		const json = { subject: 'first', fileName: 'theirs', error: 'theirs', confidence: 'theirs' };
		const { outputs } = await runOperation(
			described,
			{ options },
			{ items: [item(FILES, json), item(FILES, { ...json, subject: 'second' })] },
		);
		const source = isTwoSided ? SOURCES[0].two : SOURCES[0].one;
		const found = outputs[0].map((row) => [row.json, row.pairedItem] as const);
		expect(found.map(([{ subject }, paired]) => [subject, paired])).toEqual([
			['first', { item: 0 }],
			['second', { item: 1 }],
		]);
		for (const [row] of found) {
			expect(Object.keys(row).slice(0, Object.keys(source).length + 1)).toEqual([
				...Object.keys(source),
				'subject',
			]);
			expect(row).toMatchObject({ ...source, error: 'theirs' });
			if (columnsIn(path).includes('confidence')) expect(row.confidence).not.toBe('theirs');
			if (isTwoSided) expect(row.fileName).toBe('theirs');
		}
	});

	test('Keep Input File: each row has the files that were read, and no others', async () => {
		const options = { keepInputFile: true };
		const items = accepted(
			[item({ ...FILES, other: 'other.png' }), item({ ...FILES, data: 'second.png' })],
			path,
		);
		const { outputs } = await runOperation(described, { options }, { items });
		const fieldNames = isTwoSided ? ['front', 'back'] : ['data'];
		expect(outputs[0]).toHaveLength(2);
		for (const [index, { binary, pairedItem }] of outputs[0].entries()) {
			expect(pairedItem).toEqual({ item: index });
			expect(Object.keys(binary!)).toEqual(fieldNames);
			for (const field of fieldNames) expect(binary![field]).toEqual(items[index].binary![field]);
		}
	});

	test('neither the fields nor the files of its item are in a row unless they are asked for', async () => {
		const items = [item(FILES, { subject: 'Scans' })];
		const { outputs } = await runOperation(described, {}, { items });
		expect(outputs[0].map(({ json, binary }) => [json.subject, binary])).toEqual([
			[undefined, undefined],
		]);
	});

	test.each([
		['includeInputFields', 'Include Input Fields'],
		['keepInputFile', 'Keep Input File'],
	])(
		'%s that is neither true nor false is refused before anything is sent',
		async (name, label) => {
			const options = { [name]: '={{ "yes" }}' };
			const { error, requests } = await runOperation(
				described,
				{ options },
				{ items: [item(FILES)] },
			);
			expect(textOf(error)).toMatch(
				new RegExp(`: ${label} is "yes", but must be true or false\\.`),
			);
			expect(requests).toHaveLength(0);
		},
	);

	test.each(MODES)(
		'%s: an error says which file, and keeps the fields of its input item',
		async (onError) => {
			const id = { id: 7, text: 'theirs', error: 'theirs', message: 'theirs', fileName: 'theirs' };
			const { outputs, error } = await runOperation(
				described,
				{},
				{ items: [item(FILES, id)], settings: { onError }, answer: () => [501, ''] },
			);
			const name = isTwoSided ? 'a.png and b.png' : 'scan.png';
			const title = `${name}: The service is not available`;
			const description =
				'Try again later, and check the endpoint in the credential. (HTTP status 501)';
			if (onError === 'stopWorkflow') {
				expect(error).toMatchObject({ message: title, description, context: { itemIndex: 0 } });
				return;
			}
			expect(error).toBeUndefined();
			const columns = isTwoSided ? SOURCES[0].two : SOURCES[0].one;
			const row =
				onError === 'continueRegularOutput'
					? { ...id, ...columns, error: `${title}. ${description}` }
					: { ...id, error: `${title}. ${description}` };
			expect(outputs.flat()).toEqual([{ json: row, pairedItem: { item: 0 } }]);
			expect(outputs[onError === 'continueRegularOutput' ? 0 : 1]).toHaveLength(1);
		},
	);
});

describe('the name of a document in an error', () => {
	const titleOf = async (parameters: INodeParameters, items?: INodeExecutionData[]) => {
		tencent.answerWith(() => tencent.failure('FailedOperation.ImageBlur'));
		const { error } = await tencent.run(parameters, { items });
		return error!.message.replace(/The image is too blurry.*/, '…');
	};

	test.each([
		['https://example.com/scans/May%201.png?page=2#x', 'May%201.png: …'],
		['https://example.com/scans/', 'scans: …'],
		['https://example.com:8443', 'example.com:8443: …'],
		['https://user:pa55word@example.com/', 'example.com: …'],
	])('%s', async (imageUrl, title) => {
		expect(await titleOf({ imageUrl })).toBe(title);
	});

	test('is missing where nothing has a name', async () => {
		expect(await titleOf(BASE64)).toBe('…');
		expect(await titleOf({ inputType: 'binary' }, [item({ data: null })])).toBe('…');
	});

	test('may have points in it', async () => {
		const items = [item({ data: 'Dr. Who. 1.png' })];
		expect(await titleOf({ inputType: 'binary' }, items)).toBe('Dr. Who. 1.png: …');
	});

	test('is cut where it is very long', async () => {
		const items = [item({ data: `${'a'.repeat(100_000)}.png` })];
		expect(await titleOf({ inputType: 'binary' }, items)).toBe(`${'a'.repeat(200)}…: …`);
	});

	test('stands before the page', async () => {
		const unnamed = { data: btoa('%PDF-1.7'), mimeType: 'application/pdf' };
		const pdf = { ...unnamed, fileName: 'doc.pdf' };
		const options = { pdfPages: '2' };
		const parameters = { inputType: 'binary', options };
		expect(await titleOf(parameters, [{ json: {}, binary: { data: pdf } }])).toBe(
			'doc.pdf, page 2: …',
		);
		expect(await titleOf(parameters, [{ json: {}, binary: { data: unnamed } }])).toBe('Page 2: …');
	});
});

test('an error keeps the whole of its input item, in all ways to go on', async () => {
	tencent.answerWith((request) =>
		tencent.itemOf(request) === 1
			? tencent.failure('FailedOperation.ImageBlur')
			: tencent.lineOf('text'),
	);
	const items = [0, 1, 2].map((id) => ({
		json: { url: `https://example.com/${id}.png`, id, nested: { list: [id] } },
	}));
	for (const onError of MODES.slice(1)) {
		const { outputs } = await tencent.run(tencent.FROM_ITEM, { items, settings: { onError } });
		const failed = outputs.flat().filter(({ json }) => json.error);
		expect(failed).toEqual([
			{
				json: {
					...items[1].json,
					error: expect.stringMatching(/^1\.png: The image is too blurry/),
				},
				pairedItem: { item: 1 },
			},
		]);
		expect(outputs.flat()).toHaveLength(3);
		expect(outputs[0]).toHaveLength(onError === 'continueErrorOutput' ? 2 : 3);
	}
});

describe('the aligned image beside the file that was read', () => {
	const alignedImage = true;
	const answer = (image: Buffer) => ({
		type: 'vehicle_registration_front',
		info: { name: 'a', image: image.toString('base64') },
	});

	test('stands in a field of its own', async () => {
		const data = answer(picture(99));
		vision.answerWith(() => vision.succeeded(data));
		const { outputs } = await vision.run(
			{
				...{ resource: 'vehicleRegistration', operation: 'extract', inputType: 'binary' },
				options: { alignedImage, keepInputFile: true },
			},
			{ items: [item({ data: 'scan.png' })] },
		);
		const [{ binary }] = outputs[0];
		expect(Object.keys(binary!)).toEqual(['data', 'image']);
		expect([binary!.data.data, binary!.image.data]).toEqual(
			[picture(0), picture(99)].map((file) => file.toString('base64')),
		);
	});

	test('takes the place of a file in a field of its name', async () => {
		vision.answerWith(() => vision.succeeded(answer(picture(99))));
		const { outputs } = await vision.run(
			{
				...{ resource: 'vehicleRegistration', operation: 'extract', inputType: 'binary' },
				options: { alignedImage, keepInputFile: true },
			},
			{ items: [item({ image: 'scan.png' }), item({ image: 'second.png' })] },
		);
		expect(
			outputs[0].map(({ json, binary, pairedItem }) => [
				json.fileName,
				binary!.image.data,
				pairedItem,
			]),
		).toEqual([
			['scan.png', picture(99).toString('base64'), { item: 0 }],
			['second.png', picture(99).toString('base64'), { item: 1 }],
		]);
	});
});

interface Node {
	node: string;
	/** Answers, and keeps the pictures that came, by their numbers. */
	read: (
		parameters: INodeParameters,
		items: INodeExecutionData[],
		onError?: (typeof MODES)[number],
	) => Promise<{ outputs: INodeExecutionData[][]; error?: Error & { description?: string } }>;
}

/** The number of the picture in a request, in a form or as base64 in JSON. */
function numberIn(body: Buffer | IDataObject): number {
	const bytes = Buffer.isBuffer(body) ? body : Buffer.from(String(body.ImageBase64), 'base64');
	const at = bytes.indexOf(PNG);
	return at < 0 ? -1 : bytes[at + PNG.length];
}

/** Picture 1 is refused. */
const NODES: Node[] = [
	{
		node: 'Computer Vision Vietnam',
		read: async (parameters, items, onError) => {
			vision.answerWith(({ body }) =>
				numberIn(body) === 1
					? vision.failed(3)
					: vision.succeeded([[[[{ text: `text ${numberIn(body)}` }]]]]),
			);
			return await vision.run(
				{ inputType: 'binary', output: 'fullText', ...parameters },
				{ items, settings: { onError } },
			);
		},
	},
	{
		node: 'NHN Cloud OCR',
		read: async (parameters, items, onError) => {
			nhn.answerWith(({ body }) =>
				numberIn(body) === 1 ? nhn.failed(4000002) : nhn.wordOf(`text ${numberIn(body)}`),
			);
			return await nhn.run(
				{ inputType: 'binary', output: 'fullText', ...parameters },
				{ items, settings: { onError } },
			);
		},
	},
	{
		node: 'Tencent Cloud OCR',
		read: async (parameters, items, onError) => {
			tencent.answerWith(({ body }) =>
				numberIn(body) === 1
					? tencent.failure('FailedOperation.ImageBlur')
					: tencent.lineOf(`text ${numberIn(body)}`),
			);
			return await tencent.run(
				{ inputType: 'binary', output: 'fullText', ...parameters },
				{ items, settings: { onError } },
			);
		},
	},
];

const MAIL = { attachment_0: 'x.png', attachment_1: 'y.png', attachment_2: 'z.png' };
const EVERY = { binaryPropertyName: '*' };

const told = (outputs: INodeExecutionData[][]) =>
	outputs.map((items) =>
		items.map(({ json, pairedItem }) => [
			json.fileName,
			json.text ?? String(json.error).split('.')[0],
			(pairedItem as { item: number }).item,
		]),
	);

describe.each(NODES)('$node', ({ read }) => {
	test.each([
		['a form', 'Your_picture'],
		['a mail', 'attachment_0'],
	])('the only file of an item is found by itself, as %s names it', async (_, field) => {
		const { outputs, error } = await read({}, [item({ [field]: 'scan.png' })]);
		expect(error).toBeUndefined();
		expect(told(outputs)).toEqual([[['scan.png', 'text 0', 0]]]);
	});

	test('the named file is read where there are several', async () => {
		const { outputs } = await read({ binaryPropertyName: 'attachment_2' }, [item(MAIL)]);
		expect(told(outputs)).toEqual([[['z.png', 'text 2', 0]]]);
	});

	test('a file that is not there among several: the error lists them', async () => {
		const { error } = await read({}, [item(MAIL)]);
		expect(error!.message).toBe('Input field "data" contains no file');
		expect(error!.description).toMatch(
			/^The item has files in "attachment_0", "attachment_1", "attachment_2"\. Enter one of these names, or \* to read all of them\./,
		);
	});

	test('an item without a file', async () => {
		const { error } = await read({}, [{ json: {} }]);
		expect(error!.message).toBe('Input field "data" contains no file');
		expect(error!.description).toMatch(/^Check the node that produces it\./);
	});

	test('*: every file is a document of its own', async () => {
		const files = { attachment_0: 'x.png', other: null };
		const { error, outputs } = await read(EVERY, [item({ a: 'a.png' }), item(files)]);
		// The second file of the second item is refused.
		expect(outputs).toEqual([]);
		expect(error!.message).not.toContain('x.png');
		const { outputs: read2 } = await read(EVERY, [item({ a: 'a.png' }), item({ b: null })]);
		expect(told(read2)).toEqual([
			[
				['a.png', 'text 0', 0],
				[null, 'text 0', 1],
			],
		]);
	});

	test('*: a file that fails leaves the rows of the others, on the same output', async () => {
		const { outputs, error } = await read(EVERY, [item(MAIL)], 'continueRegularOutput');
		expect(error).toBeUndefined();
		expect(told(outputs)).toEqual([
			[
				['x.png', 'text 0', 0],
				['y.png', expect.any(String), 0],
				['z.png', 'text 2', 0],
			],
		]);
		expect(outputs[0][1].json.error).toMatch(/^y\.png: [A-Z]/);
	});

	test('*: a file that fails leaves the rows of the others, on the error output', async () => {
		const items = [item(MAIL, { subject: 'Scans' })];
		const { outputs, error } = await read(EVERY, items, 'continueErrorOutput');
		expect(error).toBeUndefined();
		expect(told(outputs.slice(0, 1))).toEqual([
			[
				['x.png', 'text 0', 0],
				['z.png', 'text 2', 0],
			],
		]);
		expect(outputs[1]).toEqual([
			{
				json: { subject: 'Scans', error: expect.stringMatching(/^y\.png: [A-Z]/) },
				pairedItem: { item: 0 },
			},
		]);
	});

	test('*: a file that fails stops the workflow, with its name', async () => {
		const { error } = await read(EVERY, [item(MAIL)], 'stopWorkflow');
		expect(error!.message).toMatch(/^y\.png: [A-Z]/);
		expect((error as { context?: object }).context).toMatchObject({ itemIndex: 0 });
	});

	test('*: an item without files is an error', async () => {
		const { error } = await read(EVERY, [{ json: {} }]);
		expect(error!.message).toBe('The item has no file');
	});

	test('*: with Keep Input File, each row has its own file', async () => {
		const options = { keepInputFile: true, includeInputFields: true };
		const { outputs } = await read(
			{ ...EVERY, options },
			[item(MAIL, { subject: 'Scans' })],
			'continueErrorOutput',
		);
		expect(
			outputs[0].map(({ json, binary }) => [json.fileName, json.subject, Object.keys(binary!)]),
		).toEqual([
			['x.png', 'Scans', ['attachment_0']],
			['z.png', 'Scans', ['attachment_2']],
		]);
	});

	test('an expression that gives the file itself', async () => {
		const binaryPropertyName = '={{ $input.item.binary.attachment_2 }}';
		const { outputs, error } = await read({ binaryPropertyName }, [item(MAIL)]);
		expect(error).toBeUndefined();
		expect(told(outputs)).toEqual([[['z.png', 'text 2', 0]]]);
	});
});

describe('two sides', () => {
	const SIDES = { resource: 'vehicleRegistration', operation: 'extractTwoSides' };
	const read = async (files: Record<string, string>, parameters: INodeParameters = {}) => {
		const requests = vision.answerWith(() => vision.failed(3));
		const { error } = await vision.run(
			{ ...SIDES, inputType: 'binary', ...parameters },
			{ items: [item(files)] },
		);
		return { error, requests };
	};

	test('one file does not stand for both', async () => {
		const { error, requests } = await read({ scan: 'a.png' });
		expect(error!.message).toBe('Input field "front" contains no file');
		expect(requests).toHaveLength(0);
	});

	test('every file is no document of its own', async () => {
		const { error, requests } = await read(
			{ front: 'a.png', back: 'b.png' },
			{ backBinaryPropertyName: '*' },
		);
		expect(error!.message).toBe('a.png: Input field "*" contains no file');
		expect(requests).toHaveLength(0);
	});
});

describe('stored files', () => {
	const store = fileStore();
	const stored = async (names: Record<string, string | null>, json: IDataObject = {}) => {
		const made: INodeExecutionData = { json, binary: {} };
		for (const [index, [field, fileName]] of Object.entries(names).entries()) {
			const { binary } = await store.item(picture(index));
			made.binary![field] = { ...binary!.data, fileName: fileName ?? undefined };
		}
		return made;
	};

	describe.each(NODES)('$node', ({ read }) => {
		test('every one of an item, with and without a name', async () => {
			const names = { ...MAIL, attachment_2: null };
			const { outputs } = await read(EVERY, [await stored(names)], 'continueRegularOutput');
			expect(told(outputs)).toEqual([
				[
					['x.png', 'text 0', 0],
					['y.png', expect.stringMatching(/^y/), 0],
					[null, 'text 2', 0],
				],
			]);
		});

		test('the only one, which is kept as it is stored', async () => {
			const given = await stored({ scan: 'scan.png' }, { id: 7 });
			const options = { keepInputFile: true, includeInputFields: true };
			const { outputs } = await read({ options }, [given]);
			expect(outputs[0]).toMatchObject([{ json: { fileName: 'scan.png', id: 7 } }]);
			expect(outputs[0][0].binary).toEqual(given.binary);
		});

		test('one that an expression gives', async () => {
			const binaryPropertyName = '={{ $binary.attachment_2 }}';
			const { outputs, error } = await read({ binaryPropertyName }, [await stored(MAIL)]);
			expect(error).toBeUndefined();
			expect(told(outputs)).toEqual([[['z.png', 'text 2', 0]]]);
		});
	});
});
