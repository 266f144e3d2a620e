import type { IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';

import { BASE64 } from '../support/files';
import { textOf } from '../support/runNode';
import { answerWith, failure, run } from './tencent';

const polygon = (left: number, top: number, right: number, bottom: number) => [
	{ X: left, Y: top },
	{ X: right, Y: top },
	{ X: right, Y: bottom },
	{ X: left, Y: bottom },
];

const detection = (DetectedText: string, Confidence: number | null, more: object = {}) => ({
	...{ DetectedText, Confidence, Words: [], WordCoordPoint: [], ...more },
});

/** A line without words, one with characters as the data type allows them, and a doubtful one. */
const DETECTIONS = [
	detection('Special report.', 97, { Polygon: polygon(0, 0, 150, 20) }),
	detection('你 好吗', 80, {
		Polygon: polygon(0, 30, 60, 50),
		Words: [
			{ Character: '你', Confidence: 95 },
			{ Character: '好', Confidence: 40 },
			{ Character: '吗', Confidence: 85 },
		],
		WordCoordPoint: [{ WordCoordinate: polygon(0, 30, 20, 50) }],
	}),
	detection('S m u d g e', 30, { Polygon: polygon(0, 60, 150, 80) }),
];

const answerOf = (TextDetections: unknown[]): IDataObject => ({
	Response: { TextDetections, Language: 'zh' },
});

async function items(parameters: INodeParameters, answer = answerOf(DETECTIONS)) {
	nock.cleanAll();
	answerWith(() => answer);
	const { outputs, error } = await run({ ...BASE64, ...parameters });
	if (error) throw new Error(textOf(error));
	return outputs[0].map(({ json }) => json);
}

const input = { inputType: 'base64', imageBase64: btoa('\x89PNG\r\n\x1a\n') };
const options = { minimumConfidence: 0.5 };

describe.each(['generalAccurate', 'generalBasic'])('%s', (operation) => {
	const rows = async (output: string, more: INodeParameters = {}) =>
		await items({ operation, ...input, output, options: { ...options, ...more } });

	test("lines: those below are left out, and a word from a line's text; its confidence is the provider's", async () => {
		expect(await rows('lines')).toMatchObject([
			{ line: 1, text: 'Special report.', confidence: 0.97, belowConfidence: 7 },
			{ line: 2, text: '你 吗', confidence: 0.8, left: 0, right: 60, belowConfidence: 7 },
		]);
	});

	test('words', async () => {
		const words = await rows('words');
		expect(words.map(({ text, confidence }) => [text, confidence])).toEqual([
			['Special', 0.97],
			['report.', 0.97],
			['你', 0.95],
			['吗', 0.85],
		]);
		expect(words[3]).toMatchObject({ line: 2, word: 2, boxFromLine: false, belowConfidence: 7 });
	});

	test('a line below is left out although its words are not', async () => {
		const lines = await rows('lines', { minimumConfidence: 0.81 });
		expect(lines).toMatchObject([{ text: 'Special report.', belowConfidence: 9 }]);
	});

	test.each(['fullText', 'layout', 'markdown'])('%s', async (output) => {
		const [item] = await rows(output);
		expect(item).toMatchObject({ pages: 1, pagesRead: 1, lines: 2, words: 4, belowConfidence: 7 });
		expect((item.text as string).split(/\s+/).filter(Boolean)).toEqual([
			...['Special', 'report.', '你', '吗'],
		]);
	});
});

test('words that are not those of the text stay, and so does the text', async () => {
	const line = detection('a b', 90, {
		Words: [
			{ Character: 'b', Confidence: 10 },
			{ Character: 'a', Confidence: 90 },
		],
	});
	expect(await items({ output: 'lines', options }, answerOf([line]))).toMatchObject([
		{ text: 'a b', belowConfidence: 0 },
	]);
	expect(await items({ output: 'words', options }, answerOf([line]))).toHaveLength(2);
});

test('an unknown confidence is kept', async () => {
	expect(await items({ options }, answerOf([detection('a', null)]))).toMatchObject([
		{ text: 'a', confidence: null, belowConfidence: 0 },
	]);
});

describe('pages of a PDF', () => {
	const pagesOf = async (output: string) => {
		nock.cleanAll();
		answerWith(({ body }) =>
			[
				answerOf([detection('first page', 90), detection('b', 10)]),
				answerOf([detection('second page', 20)]),
				failure('FailedOperation.ImageNoText'),
			].at(Number(body.PdfPageNumber) - 1)!,
		);
		const { outputs } = await run({
			...{ inputType: 'base64', imageBase64: btoa('%PDF-1.7'), output },
			options: { ...options, pdfPages: '1-3' },
		});
		return outputs[0].map(({ json }) => json);
	};

	test.each(['lines', 'words', 'rows'])(
		'%s: each item has the number of its page',
		async (output) => {
			const found = await pagesOf(output);
			const counts = new Map(found.map(({ page, belowConfidence }) => [page, belowConfidence]));
			expect([...counts]).toEqual([
				[1, 1],
				[2, 2],
				[3, 0],
			]);
		},
	);

	test('fullText: the number of the document', async () => {
		expect(await pagesOf('fullText')).toEqual([
			{
				...{ text: 'first page', confidence: 0.9, pages: null, pagesRead: 3 },
				...{ lines: 1, words: 2, belowConfidence: 3 },
			},
		]);
	});
});

test('the columns of a row whose text is all below are those of any other', async () => {
	for (const output of ['lines', 'words', 'fullText']) {
		const [withText] = await items({ output, options });
		const [without] = await items({ output, options }, answerOf([detection('a', 10)]));
		expect(without).toMatchObject({ text: '', belowConfidence: 1 });
		expect(Object.keys(without)).toEqual(Object.keys(withText));
	}
});
