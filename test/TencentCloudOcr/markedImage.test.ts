import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { PDFDocument } from 'pdf-lib';

import { fileItem, PNG } from '../support/files';
import { pageAlone } from '../support/pdfPages';
import { readSvg } from '../support/svg';
import type { SentRequest } from './tencent';
import { answerWith, failure, REQUEST_ID, run } from './tencent';

const Polygon = [
	{ X: 10, Y: 20 },
	{ X: 90, Y: 30 },
	{ X: 89, Y: 40 },
	{ X: 9, Y: 30 },
];
const answerOf = (DetectedText: string, more: object = {}) => ({
	Response: {
		TextDetections: [{ DetectedText, Confidence: 99, Polygon, ...more }],
		Angle: 7,
		RequestId: REQUEST_ID,
	},
});
const options = { markedImage: true };

async function items(
	parameters: INodeParameters,
	input?: INodeExecutionData[],
	answer: (request: SentRequest) => object = () => answerOf('a'),
): Promise<INodeExecutionData[]> {
	answerWith((request) => answer(request) as never);
	const { outputs, error } = await run({ options, ...parameters }, { items: input });
	if (error) throw new Error(error.message);
	return outputs[0];
}

const read = ({ binary }: INodeExecutionData, url?: string) =>
	readSvg(Buffer.from(binary!.marked.data, 'base64'), url);

async function pdf(pages: number): Promise<Buffer> {
	const document = await PDFDocument.create();
	for (let page = 0; page < pages; page++) document.addPage();
	return Buffer.from(await document.save());
}

const FILE = { inputType: 'binary', binaryPropertyName: 'data' };
/** Answers with the number of the page that a request carries alone. */
async function onPage(file: Buffer) {
	const { length } = (await PDFDocument.load(file)).getPages();
	const numbers = Array.from({ length }, (_, index) => index + 1);
	const alone = await Promise.all(numbers.map(async (page) => await pageAlone(file, page)));
	const pageIn = ({ body }: SentRequest) =>
		1 + alone.findIndex(({ ImageBase64 }) => ImageBase64 === body.ImageBase64);
	return { pageIn, answer: (request: SentRequest) => answerOf(`page ${pageIn(request)}`) };
}

describe.each(['generalAccurate', 'generalBasic'])('%s', (operation) => {
	test('a picture is embedded, with the outline of each line', async () => {
		const [item] = await items({ operation, ...FILE }, [fileItem({ data: PNG })]);
		const { images, lines } = read(item);
		expect(images[0].href).toContain(PNG.toString('base64'));
		expect(lines).toEqual([
			{
				band: 'high',
				title: '1: a\nConfidence: 0.99',
				points: '10,20 90,30 89,40 9,30',
				number: '1',
			},
		]);
	});

	test('the pages of a PDF are sheets with their text, and the first item has them', async () => {
		const data = await pdf(4);
		const found = await items(
			{ operation, ...FILE, options: { ...options, pdfPages: '2,4' } },
			[fileItem({ data })],
			(await onPage(data)).answer,
		);
		expect(found.map(({ binary }) => !!binary)).toEqual([true, false]);
		const { images, lines, sheets } = read(found[0]);
		expect(images).toEqual([]);
		expect(sheets).toHaveLength(2);
		expect(lines.map(({ text }) => text)).toEqual(['page 2', 'page 4']);
	});

	test('a page that failed is no sheet', async () => {
		const data = await pdf(2);
		const { pageIn, answer } = await onPage(data);
		answerWith((request) =>
			pageIn(request) === 1 ? failure('FailedOperation.ImageDecodeFailed') : answer(request),
		);
		const { outputs } = await run(
			{ operation, ...FILE, options },
			{ items: [fileItem({ data })], settings: { onError: 'continueRegularOutput' } },
		);
		expect(outputs[0][0].json.text).toBe('page 2');
		expect(read(outputs[0][0]).sheets).toHaveLength(1);
	});

	test('a PDF at a URL is not linked, whatever its name', async () => {
		const file = await pdf(1);
		for (const imageUrl of ['https://example.com/a.pdf', 'https://example.com/get']) {
			nock('https://example.com').get(new URL(imageUrl).pathname).reply(200, file);
			const [item] = await items(
				{ operation, imageUrl, options: { ...options, isPdf: true } },
				undefined,
				() => answerOf('page 1'),
			);
			expect(read(item)).toMatchObject({ images: [], lines: [{ text: 'page 1' }] });
		}
	});
});

test('a picture at a URL is linked', async () => {
	const [item] = await items({});
	expect(read(item, 'https://example.com/a.png').images).toHaveLength(1);
});

test('without corners, a line has its box', async () => {
	const ItemPolygon = { X: 1, Y: 2, Width: 30, Height: 10 };
	const answer = answerOf('a', { Polygon: null, ItemPolygon });
	const [item] = await items({}, undefined, () => answer);
	expect(read(item, 'https://example.com/a.png').lines[0].points).toBe('1,2 31,2 31,12 1,12');
});

test('a switch that is none is reported before anything is sent', async () => {
	const requests = answerWith(() => answerOf('a'));
	const { error } = await run({ options: { markedImage: '={{ "yes" }}' } });
	expect(error?.message).toContain('Marked Image is "yes", but must be true or false');
	expect(requests).toHaveLength(0);
});
