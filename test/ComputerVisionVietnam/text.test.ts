import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { BASE64, PNG } from '../support/files';
import { textOf } from '../support/runNode';
import { expectSchema } from '../support/schema';
import { answerWith, failed, run, succeeded } from './vision';

const word = (text: string, confidence: number, [left, top, right, bottom]: number[]) => ({
	text,
	confidence,
	box: { left, right, top, bottom },
});

/** Two blocks of the documented form: [block [line [text]]]. */
const BLOCKS = [
	[
		[word('Cộng', 0.9, [10, 20, 50, 40]), word('hòa', 0.8, [60, 18, 90, 41])],
		[word('xã hội', 1, [10, 50, 90, 70])],
	],
	[[word('Specimen', 0.5, [10, 100, 90, 120])]],
];

async function items(parameters: INodeParameters, answer: IDataObject) {
	answerWith(() => answer);
	const { outputs, error } = await run({ ...BASE64, ...parameters });
	if (error) throw new Error(textOf(error));
	expect(outputs[0].every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toBe(
		true,
	);
	return outputs[0];
}

const rows = async (parameters: INodeParameters, answer: IDataObject) =>
	(await items(parameters, answer)).map(({ json }) => json);

const line = (values: unknown[]) =>
	Object.fromEntries(
		[
			...['page', 'pages', 'block', 'line', 'text', 'confidence'],
			...['left', 'top', 'right', 'bottom'],
		].map((column, index) => [column, values[index]]),
	);

const LINES = [
	line([1, 1, 1, 1, 'Cộng hòa', 0.85, 10, 18, 90, 41]),
	line([1, 1, 1, 2, 'xã hội', 1, 10, 50, 90, 70]),
	line([1, 1, 2, 3, 'Specimen', 0.5, 10, 100, 90, 120]),
];

const EMPTY_LINE = line([1, 1, null, null, '', null, null, null, null, null]);

test.each([
	['a list of pages that are lists of blocks', [BLOCKS]],
	['a list of pages with a result', [{ image: '', result: BLOCKS }]],
	['a list of pages with info', [{ image: '', info: BLOCKS }]],
	['a page whose result is empty beside its info', [{ image: '', result: '', info: BLOCKS }]],
	['one page with a result, not in a list', { result: BLOCKS }],
	['a page with one more list around its blocks', [[BLOCKS]]],
])('lines of %s', async (_, data) => {
	expect(await rows({ output: 'lines' }, succeeded(data))).toEqual(LINES);
});

test('words, with their lines and blocks', async () => {
	const found = await rows({ output: 'words' }, succeeded([BLOCKS]));
	expect(found.map(({ block, line, word, text }) => [block, line, word, text])).toEqual([
		[1, 1, 1, 'Cộng'],
		[1, 1, 2, 'hòa'],
		[1, 2, 1, 'xã hội'],
		[2, 3, 1, 'Specimen'],
	]);
	expect(found[1]).toMatchObject({ confidence: 0.8, left: 60, top: 18, right: 90, bottom: 41 });
});

test('the full text of two pages', async () => {
	const second = [[[word('Two', 1, [0, 0, 9, 9])]]];
	expect(await rows({ output: 'fullText' }, succeeded([BLOCKS, { result: second }]))).toEqual([
		{
			text: 'Cộng hòa\nxã hội\nSpecimen\n\nTwo',
			confidence: 0.8375,
			pages: 2,
			pagesRead: 2,
			lines: 4,
			words: 5,
		},
	]);
});

test('a page without text among others keeps its number', async () => {
	const found = await rows({ output: 'lines' }, succeeded([[], BLOCKS]));
	expect(found[0]).toEqual({ ...EMPTY_LINE, pages: 2 });
	expect(found.slice(1)).toEqual(LINES.map((each) => ({ ...each, page: 2, pages: 2 })));
});

test('raw is the answer untouched, its picture included', async () => {
	const answer = succeeded([{ image: PNG.toString('base64'), result: BLOCKS, extra: null }]);
	expect(await rows({ output: 'raw', options: { alignedImage: true } }, answer)).toEqual([answer]);
});

test('missing and odd values are null, and nothing is lost for them', async () => {
	const odd = [
		[
			[
				{ text: 'a', confidence: null, box: null },
				{ text: 'b', confidence: '0.6', box: { left: 5, right: 9 } },
				{ text: 7, confidence: 0.4, box: {} },
				{ confidence: 0.4 },
				null,
			],
			[],
		],
	];
	expect(await rows({ output: 'lines' }, succeeded([odd]))).toEqual([
		line([1, 1, 1, 1, 'a b 7', 0.5, null, null, null, null]),
	]);
	const words = await rows({ output: 'words' }, succeeded([odd]));
	expect(words.map(({ text, confidence }) => [text, confidence])).toEqual([
		['a', null],
		['b', 0.6],
		['7', 0.4],
	]);
});

describe('the aligned image', () => {
	const image = PNG.toString('base64').replace(/.{20}/g, '$&\n');
	const pages = succeeded([
		{ image, result: BLOCKS },
		{ image, result: BLOCKS },
	]);
	const alignedImage = { options: { alignedImage: true } };
	const file = (name: string) => ({
		data: PNG.toString('base64'),
		mimeType: 'image/png',
		fileName: `${name}.png`,
		fileExtension: 'png',
	});

	test('goes to the first line of its page', async () => {
		const found = await items({ output: 'lines', ...alignedImage }, pages);
		expect(found.map(({ binary }) => binary && Object.keys(binary))).toEqual([
			['image'],
			undefined,
			undefined,
			['image'],
			undefined,
			undefined,
		]);
		expect(found[3].binary!.image).toMatchObject(file('image'));
		expect(JSON.stringify(found.map(({ json }) => json))).not.toContain('iVBOR');
	});

	test('of each page goes to the item of the document', async () => {
		const [{ binary }] = await items({ output: 'fullText', ...alignedImage }, pages);
		expect(binary).toMatchObject({ image: file('image'), image_2: file('image_2') });
	});

	test('is no binary data when there is none', async () => {
		for (const no of ['', 'https://example.com/a.png']) {
			const none = succeeded([{ image: no, result: BLOCKS }]);
			const [{ binary }] = await items({ output: 'fullText', ...alignedImage }, none);
			expect(binary).toBeUndefined();
		}
	});
});

describe('an image without text', () => {
	const answers: Array<[string, IDataObject]> = [
		['error 1', failed(1)],
		['data ""', succeeded('')],
		['an empty list', succeeded([])],
		['a page without blocks', succeeded([[]])],
		['a result without texts', succeeded([{ image: '', result: [[[]]] }])],
	];

	test.each(answers)('as %s gives one item with empty text', async (_, answer) => {
		expect(await rows({ output: 'lines' }, answer)).toEqual([EMPTY_LINE]);
		expect(await rows({ output: 'words' }, answer)).toEqual([{ ...EMPTY_LINE, word: null }]);
		expect(await rows({ output: 'fullText' }, answer)).toEqual([
			{ text: '', confidence: null, pages: 1, pagesRead: 1, lines: 0, words: 0 },
		]);
		expect(await rows({ output: 'raw' }, answer)).toEqual([answer]);
	});

	test.each(answers)('as %s is an error if the user says so', async (_, answer) => {
		await expect(rows({ options: { failOnNoText: true } }, answer)).rejects.toThrow(
			/^The image contains no text\. .* \(error 1\)$/,
		);
	});
});

describe('text that stands where no documentation puts it', () => {
	const UNKNOWN: Array<[string, unknown]> = [
		['a text', 'Cộng hòa'],
		['lines of texts', [[['Cộng hòa']]]],
		['another name for the texts', [[[[{ value: 'Cộng hòa' }]]]]],
		['another name for the blocks', [{ image: '', blocks: BLOCKS }]],
		['a text that is an object', [[[[{ text: { vi: 'Cộng hòa' } }]]]]],
		['a page in another form beside a known one', [BLOCKS, { blocks: BLOCKS }]],
		['no data', undefined],
	];

	test.each(UNKNOWN)('%s is an error with the answer', async (_, data) => {
		const answer = { ...succeeded(data), result: BLOCKS };
		const requests = answerWith(() => answer);
		const { error } = await run({ ...BASE64, output: 'lines' });
		expect(textOf(error)).toBe(
			`The response from Computer Vision Vietnam has an unknown structure. Set Output to Raw to see it. The response begins with ${JSON.stringify(answer).slice(0, 200)}`,
		);
		expect(error).toHaveProperty('errorResponse', JSON.parse(JSON.stringify(answer)));
		expect(requests).toHaveLength(1);
	});

	test.each(UNKNOWN)('%s comes through as raw output', async (_, data) => {
		const answer = { ...succeeded(data), result: BLOCKS };
		expect(await rows({ output: 'raw', options: { failOnNoText: true } }, answer)).toEqual([
			JSON.parse(JSON.stringify(answer)),
		]);
	});
});

test('a text that is the number 0 is text', async () => {
	const found = await rows({ output: 'lines' }, succeeded([[[[{ text: 0 }]]]]));
	expect(found.map(({ text }) => text)).toEqual(['0']);
});

test.each(['lines', 'words', 'fullText', 'rows', 'layout', 'markdown'])(
	'%s: what is said beside the text is kept',
	async (output) => {
		for (const data of [[BLOCKS], []]) {
			const answer = { ...succeeded(data), Exception: 'Timeout', text: 'x', parts: [{ a: 1 }] };
			const found = await rows({ output }, answer);
			expect(found[0]).toMatchObject({
				text: data.length > 0 ? expect.stringMatching(/Cộng/) : '',
				Exception: 'Timeout',
				answer_text: 'x',
				parts: '[{"a":1}]',
			});
		}
	},
);

test('the schema file describes the items', async () => {
	expectSchema('ComputerVisionVietnam/text/extract', await items({}, succeeded([BLOCKS])));
	expectSchema('ComputerVisionVietnam/text/extract', await items({}, failed(1)));
});
