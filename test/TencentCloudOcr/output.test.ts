import nock from 'nock';
import type { IDataObject } from 'n8n-workflow';

import { expectSchema } from '../support/schema';
import { answerWith, failure, REQUEST_ID, run } from './tencent';

const polygon = (left: number, top: number, right: number, bottom: number) => [
	{ X: left, Y: top },
	{ X: right, Y: top },
	{ X: right, Y: bottom },
	{ X: left, Y: bottom },
];

const COUNTS = ['page', 'block', 'line'];
const READING = ['text', 'confidence', 'left', 'top', 'right', 'bottom'];

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
	const { outputs, error } = await run(parameters as never);
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
		{ page: 1, block: 2, line: 2, word: 2, text: 'report.', confidence: 0.97, ...noBox },
		{
			...{ page: 1, block: 2, line: 3, word: 1, text: '你', confidence: 0.95 },
			...{ left: 10, top: 230, right: 30, bottom: 250 },
		},
		{ page: 1, block: 2, line: 3, word: 2, text: '好', confidence: 0.89, ...noBox },
	]);
	expect(Object.keys(words[0])).toEqual([...COUNTS, 'word', ...READING]);
});

test('fullText: one item', async () => {
	expect(await items({ output: 'fullText' })).toEqual([
		{
			text: 'Intermittent Fasting: The Slim Revolution Sweeping Worldwide\nSpecial report.\n你好',
			confidence: 0.9633,
			pages: 1,
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
		{ text: 'p1\n\np3', confidence: 0.9, pages: 3, lines: 2, words: 2 },
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
	const line = { page: 1, block: 1, line: 1, text: '', confidence: null };
	const noBox = { left: null, top: null, right: null, bottom: null };
	const nulls = { DetectedText: null, Confidence: null, Polygon: null, ItemPolygon: null };
	for (const detection of [
		{},
		nulls,
		{ ...nulls, Words: null, WordCoordPoint: null, Polygon: [null, {}] },
	]) {
		const answer = { Response: { TextDetections: [detection, null] } };
		expect(await items({}, answer as never)).toEqual([{ ...line, ...noBox }]);
		nock.cleanAll();
	}
});

describe('an image without text', () => {
	const nothing = { left: null, top: null, right: null, bottom: null };
	const noText = failure('FailedOperation.ImageNoText');
	const empty = { Response: { TextDetections: [], RequestId: REQUEST_ID } };

	test.each([
		['as an error', noText],
		['as an empty list', empty],
	])('reported %s gives one item with empty text', async (_, answer) => {
		const line = { page: 1, block: null, line: null, text: '', confidence: null, ...nothing };
		expect(await items({ output: 'lines' }, answer)).toEqual([line]);
		expect(await items({ output: 'words' }, answer)).toEqual([{ ...line, word: null }]);
		expect(await items({ output: 'fullText' }, answer)).toEqual([
			{ text: '', confidence: null, pages: 1, lines: 0, words: 0 },
		]);
		expect(await items({ output: 'raw' }, answer)).toEqual([answer]);
	});

	test.each([
		['as an error', noText],
		['as an empty list', empty],
	])('reported %s is an error if the user says so', async (_, answer) => {
		answerWith(() => answer);
		const { error } = await run({ options: { failOnNoText: true } });
		expect(error!.message).toMatch(/^The image has no text: check the image/);
	});
});

test('the schema file describes the items', async () => {
	const lines = await items({ output: 'lines' });
	expectSchema(
		'TencentCloudOcr/text/generalAccurate',
		lines.map((json) => ({ json })),
	);
});
