import nock from 'nock';
import { PDFDocument } from 'pdf-lib';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { rateLimiters } from '../../nodes/shared/engine/rate/rateLimiters';
import { TencentCloudOcr } from '../../nodes/TencentCloudOcr/TencentCloudOcr.node';
import { BASE64, fileItem, PNG } from '../support/files';
import { pageAlone } from '../support/pdfPages';
import { textOf } from '../support/runNode';
import { expectSchema } from '../support/schema';
import { answerWith, failure, REQUEST_ID, run } from './tencent';

const FILES = 'https://example.com';

const read = async (parameters: INodeParameters, file?: Buffer) =>
	await run(
		{
			resource: 'text',
			operation: 'generalBasic',
			...(file && { inputType: 'binary' }),
			...parameters,
		},
		file && { items: [fileItem({ data: file })] },
	);

/** A response in the documented form. */
const RESPONSE = {
	Response: {
		TextDetections: [
			{
				DetectedText: 'Xin chào Việt Nam',
				Confidence: 98,
				Polygon: [
					{ X: 10, Y: 20 },
					{ X: 180, Y: 20 },
					{ X: 180, Y: 40 },
					{ X: 10, Y: 40 },
				],
				AdvancedInfo: '{"Parag":{"ParagNo":1}}',
				ItemPolygon: { X: 10, Y: 20, Width: 170, Height: 20 },
				Words: [],
				WordCoordPoint: [],
			},
		],
		Language: 'vie',
		Angel: 0.5,
		Angle: 0.5,
		PdfPageSize: 0,
		RequestId: REQUEST_ID,
	},
};

const LANGUAGES = [
	...['zh', 'zh_rare', 'auto', 'mix', 'jap', 'kor', 'spa', 'fre', 'ger', 'por', 'vie', 'may'],
	...['rus', 'ita', 'hol', 'swe', 'fin', 'dan', 'nor', 'hun', 'tha', 'hi', 'ara'],
];

describe('what goes on the wire', () => {
	const sent = async (parameters: INodeParameters, file?: Buffer) => {
		const requests = answerWith(() => RESPONSE);
		const { error } = await read(parameters, file);
		expect(error).toBeUndefined();
		return requests;
	};

	test('the headers of the action, and of a file nothing but the file', async () => {
		const [{ headers, body }] = await sent({}, PNG);
		expect(headers).toMatchObject({
			'content-type': 'application/json',
			'x-tc-action': 'GeneralBasicOCR',
			'x-tc-version': '2018-11-19',
		});
		expect(body).toEqual({ ImageBase64: PNG.toString('base64') });
	});

	test.each(LANGUAGES)('the language %s', async (languageType) => {
		const [{ body }] = await sent({ options: { languageType } }, PNG);
		expect(body).toEqual({ ImageBase64: PNG.toString('base64'), LanguageType: languageType });
	});

	test('no characters are asked for: they are no words', async () => {
		const [{ body }] = await sent({ output: 'words' }, PNG);
		expect(body).toEqual({ ImageBase64: PNG.toString('base64') });
	});

	// ImageUrl is "not supported outside Chinese mainland".
	test('URL: n8n downloads the picture, and sends it as a file', async () => {
		nock(FILES).get('/a.png').reply(200, PNG);
		const [{ body }] = await sent({ inputType: 'url', imageUrl: `${FILES}/a.png` });
		expect(body).toEqual({ ImageBase64: PNG.toString('base64') });
	});

	test('URL: a PDF is known by its first bytes, whatever its name and Is PDF say', async () => {
		const document = await PDFDocument.create();
		for (let page = 0; page < 3; page++) document.addPage();
		const file = Buffer.from(await document.save());
		nock(FILES).get('/get').reply(200, file);
		const requests = await sent({
			inputType: 'url',
			imageUrl: `${FILES}/get`,
			options: { pdfPages: '2-', isPdf: '={{ "left from General Accurate" }}' },
		});
		expect(requests.map(({ body }) => body)).toEqual(
			await Promise.all([2, 3].map(async (page) => await pageAlone(file, page))),
		);
	});

	test('the largest file makes less than 7 MB of base64', async () => {
		const largest = Math.floor((7 * 1024 * 1024 - 4096) / 4) * 3;
		const file = Buffer.concat([PNG, Buffer.alloc(largest - PNG.length)]);
		const [{ headers }] = await sent({}, file);
		expect(Number(headers['content-length'])).toBeLessThanOrEqual(7 * 1024 * 1024);
	});

	test('its pace is its own: General Accurate keeps the limit that is documented for it', async () => {
		await sent({}, PNG);
		await run({});
		expect(rateLimiters.size).toBe(2);
	});
});

describe('what is rejected before it is sent', () => {
	const rejection = async (parameters: INodeParameters, file?: Buffer) => {
		const requests = answerWith(() => RESPONSE);
		const { error } = await read(parameters, file);
		expect(requests).toEqual([]);
		return textOf(error);
	};
	const byUrl = { inputType: 'url', imageUrl: `${FILES}/a` };

	test('a language that the action does not have', async () => {
		expect(await rejection({ options: { languageType: '={{ "vi" }}' } }, PNG)).toMatch(
			/^a\.png: Language is "vi", but must be ara, .* or vie\. Correct its expression\.$/,
		);
	});

	test('a file of more than 7 MB as base64, from a node or a URL', async () => {
		const file = Buffer.concat([PNG, Buffer.alloc(6 * 1024 * 1024)]);
		expect(await rejection({}, file)).toBe(
			'a.png: The image is 6.00 MB, but Tencent Cloud accepts at most 5.25 MB. Resize or split it first.',
		);
		nock(FILES).get('/a').reply(200, file);
		expect(await rejection(byUrl)).toBe(
			'a: The file at the URL is larger than 5.25 MB, the maximum that Tencent Cloud accepts. Resize or split it first.',
		);
	});

	test('a URL that gives no picture', async () => {
		nock(FILES).get('/a').reply(200, '<!DOCTYPE html><title>Sign in</title>');
		expect(await rejection(byUrl)).toBe(
			'a: The URL returns HTML instead of an image or PDF. Check that the URL opens without a login, or send the file itself.',
		);
	});

	test('a further page of a picture', async () => {
		nock(FILES).get('/a').reply(200, PNG);
		expect(await rejection({ ...byUrl, options: { pdfPages: '2' } })).toBe(
			'a: PDF Pages is "2", but the file is a PNG, which has only one page. Enter 1 or all.',
		);
	});
});

describe('what comes out', () => {
	const items = async (output: string, response: IDataObject = RESPONSE) => {
		answerWith(() => response);
		const { outputs, error } = await read({ ...BASE64, output });
		expect(error).toBeUndefined();
		nock.cleanAll();
		return outputs[0].map(({ json }) => json);
	};
	const line = { page: 1, pages: 1, block: 1, line: 1, confidence: 0.98, top: 20, bottom: 40 };

	test('lines, as the schema file describes them', async () => {
		const lines = await items('lines');
		expect(lines).toEqual([{ ...line, text: 'Xin chào Việt Nam', left: 10, right: 180 }]);
		expectSchema(
			'TencentCloudOcr/text/generalBasic',
			lines.map((json) => ({ json })),
		);
	});

	test("words take their share of the line's box", async () => {
		expect(await items('words')).toEqual([
			{ ...line, word: 1, text: 'Xin', left: 10, right: 40, boxFromLine: true },
			{ ...line, word: 2, text: 'chào', left: 50, right: 90, boxFromLine: true },
			{ ...line, word: 3, text: 'Việt', left: 100, right: 140, boxFromLine: true },
			{ ...line, word: 4, text: 'Nam', left: 150, right: 180, boxFromLine: true },
		]);
	});

	test('the corners of the text as columns, on request', async () => {
		answerWith(() => RESPONSE);
		const { outputs } = await read({ ...BASE64, options: { polygon: true } });
		expect(outputs[0].map(({ json }) => json)).toEqual([
			{
				...{ ...line, text: 'Xin chào Việt Nam', left: 10, right: 180 },
				...{ x1: 10, y1: 20, x2: 180, y2: 20, x3: 180, y3: 40, x4: 10, y4: 40 },
			},
		]);
	});

	test('fullText: the language that was found, too', async () => {
		expect(await items('fullText')).toEqual([
			{
				text: 'Xin chào Việt Nam',
				confidence: 0.98,
				pages: 1,
				pagesRead: 1,
				lines: 1,
				words: 4,
				language: 'vie',
			},
		]);
	});

	test('fullText of a document: each language once, in the order of the pages', async () => {
		const languages = ['vie', 'zh', undefined, 'vie'];
		answerWith(({ body }) => {
			const Language = languages[Number(body.PdfPageNumber) - 1];
			if (Language === undefined) return failure('FailedOperation.ImageNoText');
			return { Response: { ...RESPONSE.Response, Language } };
		});
		const { outputs } = await read(
			{ output: 'fullText', options: { pdfPages: '1-4' } },
			Buffer.from('%PDF-1.7'),
		);
		expect(outputs[0].map(({ json }) => [json.pagesRead, json.language])).toEqual([[4, 'vie, zh']]);
	});

	test('raw: the response untouched', async () => {
		expect(await items('raw')).toEqual([RESPONSE]);
	});

	test.each<[string, IDataObject]>([
		['an error', failure('FailedOperation.ImageNoText')],
		['an empty list', { Response: { ...RESPONSE.Response, TextDetections: [] } }],
	])('no text, reported as %s: one item without text, in the same columns', async (_, response) => {
		for (const output of ['lines', 'words', 'fullText', 'rows', 'layout', 'markdown']) {
			const [withText] = await items(output);
			const [without] = await items(output, response);
			expect(without.text).toBe('');
			expect(Object.keys(without)).toEqual(Object.keys(withText));
		}
		answerWith(() => response);
		const { error } = await read({ options: { failOnNoText: true } }, PNG);
		expect(textOf(error)).toMatch(/^a\.png: The image contains no text/);
	});
});

// The codes that the action documents are in errors.test.ts, with those of General Accurate.
test.each([
	['FailedOperation.LanguageNotSupport', /Change the option Language/],
	['LimitExceeded.TooLargeFileError', /5\.25 MB with Extract Basic/],
])('%s says what to do in this operation', async (code, sentence) => {
	const requests = answerWith(() => failure(code));
	const { error } = await read({}, PNG);
	expect(requests).toHaveLength(1);
	expect(textOf(error)).toMatch(sentence);
	expect(textOf(error).endsWith(` (${code})`)).toBe(true);
});

describe('in the editor', () => {
	const { properties } = new TencentCloudOcr().description;
	const basic = properties.find(
		({ name, displayOptions }) =>
			name === 'options' && displayOptions?.show?.operation?.includes('generalBasic'),
	);

	test('General Accurate remains the default', () => {
		const operation = properties.find(({ name }) => name === 'operation');
		expect(operation!.default).toBe('generalAccurate');
	});

	test('it has neither Is PDF nor Reuse For URLs, which would change nothing', () => {
		const names = basic!.options!.map(({ name }) => name);
		expect(names).toEqual([
			...[
				'failOnNoText',
				'fileDetails',
				'polygon',
				'includeInputFields',
				'keepInputFile',
				'languageType',
				'markedImage',
				'maxConcurrent',
				'minimumConfidence',
				'mostRequests',
				'pdfPages',
			],
			...['requestsPerSecond', 'retryIfBilled', 'reuseAnswers', 'skipPagesWithText'],
		]);
	});
});
