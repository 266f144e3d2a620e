import nock from 'nock';
import type { IDataObject } from 'n8n-workflow';

import { BASE64 } from '../support/files';
import { textOf } from '../support/runNode';
import { expectSchema } from '../support/schema';
import { answerWith, failure, REQUEST_ID, run } from './tencent';

const polygon = (left: number, top: number, right: number, bottom: number) => [
	{ X: left, Y: top },
	{ X: right, Y: top },
	{ X: right, Y: bottom },
	{ X: left, Y: bottom },
];

const COUNTS = ['text', 'page', 'pages', 'block', 'line'];
const READING = ['confidence', 'left', 'top', 'right', 'bottom'];

/** Two lines of Tencent Cloud's documented sample answer, and one as the data type allows it. */
const ANSWER = {
	Response: {
		Angle: 359.989990234375,
		RequestId: REQUEST_ID,
		TextDetections: [
			{
				AdvancedInfo: '{"Parag":{"ParagNo":1}}',
				Confidence: 100,
				DetectedText: 'Intermittent Fasting: The Slim Revolution Sweeping Worldwide',
				ItemPolygon: { Height: 26, Width: 264, X: 446, Y: 93 },
				Polygon: [
					{ X: 446, Y: 93 },
					{ X: 709, Y: 94 },
					{ X: 708, Y: 118 },
					{ X: 446, Y: 116 },
				],
				WordCoordPoint: [],
				Words: [],
			},
			{
				AdvancedInfo: '{"Parag":{"ParagNo":2}}',
				Confidence: 97,
				DetectedText: 'Special report.',
				ItemPolygon: { Height: 30, Width: 103, X: 47, Y: 198 },
				Polygon: null,
				WordCoordPoint: [],
				Words: [],
			},
			{
				AdvancedInfo: '{"Parag":{"ParagNo":2}}',
				Confidence: 92,
				DetectedText: '你好',
				ItemPolygon: { Height: 20, Width: 40, X: 10, Y: 230 },
				Polygon: polygon(10, 230, 50, 250),
				Words: [
					{ Character: '你', Confidence: 95 },
					{ Character: '好', Confidence: 89 },
				],
				WordCoordPoint: [{ WordCoordinate: polygon(10, 230, 30, 250) }],
			},
		],
	},
};

const items = async (parameters: object, answer: IDataObject = ANSWER) => {
	answerWith(() => answer);
	const { outputs, error } = await run({ ...BASE64, ...parameters });
	expect(error).toBeUndefined();
	expect(outputs[0].every(({ pairedItem }) => (pairedItem as { item: number }).item === 0)).toBe(
		true,
	);
	return outputs[0].map(({ json }) => json);
};

test('lines: upright boxes around the polygon, or the rectangle where there is none', async () => {
	expect(await items({ output: 'lines' })).toEqual([
		{
			page: 1,
			pages: 1,
			block: 1,
			line: 1,
			text: 'Intermittent Fasting: The Slim Revolution Sweeping Worldwide',
			confidence: 1,
			left: 446,
			top: 93,
			right: 709,
			bottom: 118,
		},
		{
			page: 1,
			pages: 1,
			block: 2,
			line: 2,
			text: 'Special report.',
			confidence: 0.97,
			left: 47,
			top: 198,
			right: 150,
			bottom: 228,
		},
		{
			page: 1,
			pages: 1,
			block: 2,
			line: 3,
			text: '你好',
			confidence: 0.92,
			left: 10,
			top: 230,
			right: 50,
			bottom: 250,
		},
	]);
});

test('lines: the columns stand in the order of the design', async () => {
	const [line] = await items({ output: 'lines' });
	expect(Object.keys(line)).toEqual([...COUNTS, ...READING]);
});

test("words: the provider's own, or those of the line where it gives none", async () => {
	const words = await items({ output: 'words' });
	const noBox = { left: null, top: null, right: null, bottom: null };
	expect(words.map(({ text }) => text).join(' ')).toBe(
		'Intermittent Fasting: The Slim Revolution Sweeping Worldwide Special report. 你 好',
	);
	expect(words.slice(-3)).toEqual([
		{
			...{ page: 1, pages: 1, block: 2, line: 2, word: 2, text: 'report.', confidence: 0.97 },
			// 7 of the 15 characters of a rectangle from 47 to 150.
			...{ left: 102, top: 198, right: 150, bottom: 228, boxFromLine: true },
		},
		{
			...{ page: 1, pages: 1, block: 2, line: 3, word: 1, text: '你', confidence: 0.95 },
			...{ left: 10, top: 230, right: 30, bottom: 250, boxFromLine: false },
		},
		{
			...{ page: 1, pages: 1, block: 2, line: 3, word: 2, text: '好', confidence: 0.89 },
			...{ ...noBox, boxFromLine: false },
		},
	]);
	expect(Object.keys(words[0])).toEqual([...COUNTS, 'word', ...READING, 'boxFromLine']);
});

describe("words take their share of the line's box", () => {
	const wordsOf = async (DetectedText: string, line: object) => {
		const detection = { DetectedText, Confidence: 90, Words: [], WordCoordPoint: [], ...line };
		const answer = { Response: { TextDetections: [detection], RequestId: REQUEST_ID } };
		const words = await items({ output: 'words' }, answer);
		expect(words.every(({ boxFromLine }) => boxFromLine === true)).toBe(true);
		nock.cleanAll();
		return words.map(({ text, left, top, right, bottom }) => [text, left, top, right, bottom]);
	};

	test('in proportion to their characters', async () => {
		expect(await wordsOf(' ab  c ', { Polygon: polygon(100, 10, 150, 20) })).toEqual([
			['ab', 100, 10, 120, 20],
			['c', 140, 10, 150, 20],
		]);
	});

	test('of which those of East Asia count two, and accents none', async () => {
		expect(await wordsOf('中文 ab 한', { Polygon: polygon(0, 0, 100, 10) })).toEqual([
			['中文', 0, 0, 40, 10],
			['ab', 50, 0, 70, 10],
			['한', 80, 0, 100, 10],
		]);
		expect(await wordsOf('a\u0301 b', { Polygon: polygon(0, 0, 30, 10) })).toEqual([
			['a\u0301', 0, 0, 10, 10],
			['b', 20, 0, 30, 10],
		]);
	});

	test('from the right in Arabic and Hebrew', async () => {
		expect(await wordsOf('سل أخت', { Polygon: polygon(0, 0, 60, 10) })).toEqual([
			['سل', 40, 0, 60, 10],
			['أخت', 0, 0, 30, 10],
		]);
	});

	test('from the left where the first letter is Latin', async () => {
		expect(await wordsOf('ab سل', { Polygon: polygon(0, 0, 50, 10) })).toEqual([
			['ab', 0, 0, 20, 10],
			['سل', 30, 0, 50, 10],
		]);
	});

	test('along the edges of a slanted line', async () => {
		const Polygon = [
			{ X: 0, Y: 0 },
			{ X: 100, Y: 50 },
			{ X: 90, Y: 70 },
			{ X: -10, Y: 20 },
		];
		expect(await wordsOf('ab cd', { Polygon })).toEqual([
			['ab', -10, 0, 40, 40],
			['cd', 50, 30, 100, 70],
		]);
	});

	test('down a line that runs downwards', async () => {
		const Polygon = [
			{ X: 20, Y: 0 },
			{ X: 20, Y: 100 },
			{ X: 0, Y: 100 },
			{ X: 0, Y: 0 },
		];
		expect(await wordsOf('ab cd', { Polygon })).toEqual([
			['ab', 0, 0, 20, 40],
			['cd', 0, 60, 20, 100],
		]);
	});

	test('as text without blanks, the whole of it', async () => {
		expect(await wordsOf('你好世界', { Polygon: polygon(5, 6, 45, 16) })).toEqual([
			['你好世界', 5, 6, 45, 16],
		]);
	});

	test('unless the line has none', async () => {
		expect(await wordsOf('a b', { Polygon: [{ X: 1, Y: 2 }] })).toEqual([
			['a', null, null, null, null],
			['b', null, null, null, null],
		]);
	});
});

describe('the corners as columns', () => {
	const withCorners = { options: { polygon: true } };
	const CORNERS = ['x1', 'y1', 'x2', 'y2', 'x3', 'y3', 'x4', 'y4'];
	const cornersIn = (row: IDataObject) => CORNERS.map((name) => row[name]);
	const unknown = CORNERS.map(() => null);
	const slanted = [
		{ X: 0, Y: 0 },
		{ X: 100, Y: 50 },
		{ X: 90, Y: 70 },
		{ X: -10, Y: 20 },
	];
	const detected = (detection: object) => ({
		Response: { TextDetections: [{ Words: [], WordCoordPoint: [], ...detection }] },
	});

	test('of lines: the Polygon, clockwise from the upper left; none of a mere rectangle', async () => {
		const lines = await items({ output: 'lines', ...withCorners });
		expect(lines.map(cornersIn)).toEqual([
			[446, 93, 709, 94, 708, 118, 446, 116],
			unknown,
			[10, 230, 50, 230, 50, 250, 10, 250],
		]);
		expect(Object.keys(lines[0])).toEqual([...COUNTS, ...READING, ...CORNERS]);
	});

	test('of words: WordCoordPoint, where the provider sends it', async () => {
		const words = await items({ output: 'words', ...withCorners });
		expect(words.slice(-3).map(cornersIn)).toEqual([
			// A word of a line that has only a rectangle.
			unknown,
			[10, 230, 30, 230, 30, 250, 10, 250],
			unknown,
		]);
		expect(Object.keys(words[0])).toEqual([
			...[...COUNTS, 'word', ...READING],
			...[...CORNERS, 'boxFromLine'],
		]);
	});

	test("of other words: their share of the line's", async () => {
		const answer = detected({ DetectedText: 'ab cd', Polygon: slanted });
		const words = await items({ output: 'words', ...withCorners }, answer);
		expect(words.map(cornersIn)).toEqual([
			[0, 0, 40, 20, 30, 40, -10, 20],
			[60, 30, 100, 50, 90, 70, 50, 50],
		]);
	});

	test('are null where not all four are numbers', async () => {
		const Polygon = [...slanted.slice(0, 3), { X: 1, Y: null }];
		const answer = detected({ DetectedText: 'ab cd', Polygon });
		for (const output of ['lines', 'words']) {
			const rows = await items({ output, ...withCorners }, answer);
			expect(rows.map(cornersIn)).toEqual(rows.map(() => unknown));
			nock.cleanAll();
		}
	});

	test.each(['lines', 'words'])('%s: a row without text has them as well', async (output) => {
		const [withText] = await items({ output, ...withCorners });
		nock.cleanAll();
		const noText = failure('FailedOperation.ImageNoText');
		const [without] = await items({ output, ...withCorners }, noText);
		expect(Object.keys(without)).toEqual(Object.keys(withText));
		expect(cornersIn(without)).toEqual(unknown);
	});

	test('are not in other outputs', async () => {
		const [text] = await items({ output: 'fullText', ...withCorners });
		expect(Object.keys(text)).toEqual([
			...['text', 'confidence', 'pages', 'pagesRead', 'lines', 'words'],
		]);
	});
});

test('numbers as text are numbers', async () => {
	const text = (corner: object) =>
		Object.fromEntries(Object.entries(corner).map(([name, value]) => [name, String(value)]));
	const answer = {
		Response: {
			TextDetections: [
				{
					AdvancedInfo: { Parag: { ParagNo: '3' } },
					DetectedText: 'a',
					Confidence: '98',
					Polygon: polygon(3, 4, 30, 40).map(text),
					Words: [{ Character: 'a', Confidence: '97' }],
					WordCoordPoint: [{ WordCoordinate: polygon(3, 4, 20, 40).map(text) }],
				},
				{ DetectedText: 7, ItemPolygon: { X: '1', Y: '50', Width: '3', Height: '4' } },
			],
		},
	};
	expect(await items({}, answer as never)).toMatchObject([
		{ block: 3, text: 'a', confidence: 0.98, left: 3, top: 4, right: 30, bottom: 40 },
		{ block: 1, text: '7', confidence: null, left: 1, top: 50, right: 4, bottom: 54 },
	]);
	nock.cleanAll();
	const [word] = await items({ output: 'words' }, answer);
	expect(word).toMatchObject({ confidence: 0.97, left: 3, right: 20, boxFromLine: false });
});

test.each(['lines', 'words', 'fullText', 'rows', 'layout', 'markdown'])(
	'%s: a row without text has the columns of one with text, in their order',
	async (output) => {
		const [withText] = await items({ output });
		nock.cleanAll();
		const [without] = await items({ output }, failure('FailedOperation.ImageNoText'));
		expect(Object.keys(without)).toEqual(Object.keys(withText));
	},
);

describe('an answer whose text is not where the documentation puts it', () => {
	const answers: Array<[string, object]> = [
		['lines with another name', { TextDetections: [{ Text: 'a' }] }],
		['lines without a text', { TextDetections: [{ Confidence: 99 }] }],
		['an object for a text', { TextDetections: [{ DetectedText: { Text: 'a' } }] }],
		['a text for a list', { TextDetections: 'a' }],
		['another list', { TextDetections: [], Texts: ['a'], RequestId: REQUEST_ID }],
		['another result', { Result: { TextDetections: [{ DetectedText: 'a' }] } }],
	];

	test.each(answers)('%s: an error that has the answer', async (_, Response) => {
		const requests = answerWith(() => ({ Response }));
		const { error } = await run(BASE64);
		expect(textOf(error)).toBe(
			`The response from Tencent Cloud has an unknown structure. Set Output to Raw to see it. The response begins with ${JSON.stringify({ Response }).slice(0, 200)}`,
		);
		expect((error as unknown as { errorResponse: object }).errorResponse).toEqual({ Response });
		expect(requests).toHaveLength(1);
	});

	test.each(answers)('%s: the output "raw" has it', async (_, Response) => {
		expect(await items({ output: 'raw' }, { Response })).toEqual([{ Response }]);
	});
});

test('fullText: one item', async () => {
	expect(await items({ output: 'fullText' })).toEqual([
		{
			text: 'Intermittent Fasting: The Slim Revolution Sweeping Worldwide\nSpecial report.\n你好',
			confidence: 0.9633,
			pages: 1,
			pagesRead: 1,
			lines: 3,
			words: 11,
		},
	]);
});

test('fullText of a document: pages parted by a blank line, one without text among them', async () => {
	const page = (text: string) => ({
		Response: { TextDetections: [{ DetectedText: text, Confidence: 90 }] },
	});
	answerWith(({ body }) =>
		body.PdfPageNumber === 2
			? failure('FailedOperation.ImageNoText')
			: page(`p${body.PdfPageNumber}`),
	);
	const { outputs } = await run({
		inputType: 'base64',
		imageBase64: btoa('%PDF-1.7'),
		output: 'fullText',
		options: { pdfPages: '1-3' },
	});
	expect(outputs[0].map(({ json }) => json)).toEqual([
		{ text: 'p1\n\np3', confidence: 0.9, pages: null, pagesRead: 3, lines: 2, words: 2 },
	]);
});

test('raw: the body untouched', async () => {
	expect(await items({ output: 'raw' })).toEqual([ANSWER]);
	const unknown = {
		Response: { RequestId: 'r', Angel: 1, TextDetections: null, New: [{ a: null }] },
	};
	nock.cleanAll();
	expect(await items({ output: 'raw' }, unknown)).toEqual([unknown]);
});

test('an answer of the least that is documented is read', async () => {
	const noBox = { left: null, top: null, right: null, bottom: null };
	const nulls = { Confidence: null, Polygon: null, ItemPolygon: null, AdvancedInfo: null };
	for (const detection of [
		{},
		nulls,
		{ ...nulls, Words: null, WordCoordPoint: null, Polygon: [null, {}] },
		{ ...nulls, Words: [null, {}], WordCoordPoint: [null] },
	]) {
		const least = { ...detection, DetectedText: 'a' };
		const answer = { Response: { TextDetections: [least, null, {}, { DetectedText: '' }] } };
		expect(await items({}, answer as never)).toEqual([
			{ page: 1, pages: 1, block: 1, line: 1, text: 'a', confidence: null, ...noBox },
		]);
		nock.cleanAll();
	}
});

describe('an image without text', () => {
	const nothing = { left: null, top: null, right: null, bottom: null };
	const noText = failure('FailedOperation.ImageNoText');
	const empty = (TextDetections: unknown) => ({
		Response: { TextDetections, Angle: 0.5, RequestId: REQUEST_ID },
	});
	const answers: Array<[string, IDataObject]> = [
		['as an error', noText],
		['as an empty list', empty([])],
		['as null', empty(null)],
		['as lines without text', empty([{ DetectedText: '', Confidence: 0 }, { DetectedText: null }])],
	];

	test.each(answers)('reported %s gives one item with empty text', async (_, answer) => {
		const line = {
			...{ page: 1, pages: 1, block: null, line: null, text: '', confidence: null },
			...nothing,
		};
		expect(await items({ output: 'lines' }, answer)).toEqual([line]);
		expect(await items({ output: 'words' }, answer)).toEqual([
			{ ...line, word: null, boxFromLine: null },
		]);
		expect(await items({ output: 'fullText' }, answer)).toEqual([
			{ text: '', confidence: null, pages: 1, pagesRead: 1, lines: 0, words: 0 },
		]);
		expect(await items({ output: 'raw' }, answer)).toEqual([answer]);
	});

	test.each(answers)('reported %s is an error if the user says so', async (_, answer) => {
		answerWith(() => answer);
		const { error } = await run({ ...BASE64, options: { failOnNoText: true } });
		expect(textOf(error)).toMatch(/^The image contains no text\. Check the image.* \(.*\)$/);
	});
});

test('the schema file describes the items', async () => {
	const lines = await items({ output: 'lines' });
	expectSchema(
		'TencentCloudOcr/text/generalAccurate',
		lines.map((json) => ({ json })),
	);
});
