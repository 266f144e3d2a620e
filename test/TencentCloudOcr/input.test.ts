import { PDFDocument } from 'pdf-lib';
import type { INodeExecutionData } from 'n8n-workflow';

import { PdfBuilder, pagesShowing } from '../pdf/builder';
import { BMP, fileItem, JPEG, PNG } from '../support/files';
import { pageAlone, pageOf, pagesOfSize } from '../support/pdfPages';
import { textOf } from '../support/runNode';
import { answerWith, lineOf, run } from './tencent';

async function pdf(pages: number): Promise<Buffer> {
	const document = await PDFDocument.create();
	for (let page = 0; page < pages; page++) document.addPage();
	return Buffer.from(await document.save());
}

const binary = (file: Buffer, parameters = {}) =>
	run(
		{ inputType: 'binary', binaryPropertyName: 'data', ...parameters },
		{ items: [fileItem({ data: file })] },
	);

describe('what goes on the wire', () => {
	test('a request has the headers of the API and nothing of the credential but the ID', async () => {
		const [request] = await sent({}, { sessionToken: 'TOKEN', region: 'ap-singapore' });
		expect(request.headers).toMatchObject({
			'content-type': 'application/json',
			host: 'ocr.intl.tencentcloudapi.com',
			'x-tc-action': 'GeneralAccurateOCR',
			'x-tc-version': '2018-11-19',
			'x-tc-region': 'ap-singapore',
			'x-tc-token': 'TOKEN',
		});
		expect(request.headers.authorization).toMatch(
			/^TC3-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{4}-\d\d-\d\d\/ocr\/tc3_request, SignedHeaders=content-type;host, Signature=[0-9a-f]{64}$/,
		);
	});

	test('without region and token there are no such headers', async () => {
		const [{ headers }] = await sent({});
		expect(Object.keys(headers)).not.toContain('x-tc-region');
		expect(Object.keys(headers)).not.toContain('x-tc-token');
	});

	test('a custom endpoint gets the requests', async () => {
		const requests = answerWith(() => lineOf('a'), 'http://127.0.0.1:9999');
		await run({}, { credential: { baseUrl: 'custom', customBaseUrl: 'http://127.0.0.1:9999' } });
		expect(requests).toHaveLength(1);
	});

	test('URL: ImageUrl alone, without white space', async () => {
		const [{ body }] = await sent({ imageUrl: ' https://example.com/a.png?x=1&y=ü\n' });
		expect(body).toEqual({ ImageUrl: 'https://example.com/a.png?x=1&y=ü' });
	});

	test.each([
		['PNG', PNG],
		['JPEG', JPEG],
		['BMP', BMP],
	])('file: a %s as ImageBase64 alone', async (_, file) => {
		const requests = answerWith(() => lineOf('a'));
		await binary(file);
		expect(requests.map(({ body }) => body)).toEqual([{ ImageBase64: file.toString('base64') }]);
	});

	test('file: the field name may be another', async () => {
		const requests = answerWith(() => lineOf('a'));
		await run(
			{ inputType: 'binary', binaryPropertyName: 'scan' },
			{ items: [fileItem({ scan: PNG })] },
		);
		expect(requests[0].body).toEqual({ ImageBase64: PNG.toString('base64') });
	});

	test.each([
		['plain', PNG.toString('base64')],
		['with a data URI prefix', `data:image/png;base64,${PNG.toString('base64')}`],
		['with line breaks', PNG.toString('base64').replace(/.{20}/g, '$&\r\n')],
		['URL-safe', PNG.toString('base64url')],
	])('base64 %s: ImageBase64 in the standard form', async (_, imageBase64) => {
		const [{ body }] = await sent({ inputType: 'base64', imageBase64 });
		expect(body).toEqual({ ImageBase64: PNG.toString('base64') });
	});

	test('options become the parameters of the API; none is sent unasked', async () => {
		const options = { enableDetectSplit: true, enableDetectText: false, configId: 'OCR' };
		const [{ body }] = await sent({ options });
		expect(body).toEqual({
			ImageUrl: 'https://example.com/a.png',
			EnableDetectSplit: true,
			EnableDetectText: false,
			ConfigID: 'OCR',
		});
	});
});

test('Slice Large Images, which Multilingual does not have, is not sent with it', async () => {
	const [{ body }] = await sent({ options: { enableDetectSplit: true, configId: 'MulOCR' } });
	expect(body).toEqual({ ImageUrl: 'https://example.com/a.png', ConfigID: 'MulOCR' });
});

describe('PDF', () => {
	const pagesSent = async (file: Buffer, options = {}) => {
		const requests = answerWith((_, index) => lineOf(`request ${index + 1}`));
		const { outputs, error } = await binary(file, { options });
		return { bodies: requests.map(({ body }) => body), outputs, error };
	};
	const alone = async (file: Buffer, pages: number[]) =>
		await Promise.all(pages.map(async (page) => await pageAlone(file, page)));
	const inWhole = (file: Buffer, pages: number[]) =>
		pages.map((PdfPageNumber) => ({
			ImageBase64: file.toString('base64'),
			IsPdf: true,
			PdfPageNumber,
		}));

	test('every page is one request, and travels alone; items carry their page, in order', async () => {
		const file = await pdf(7);
		const { bodies, outputs } = await pagesSent(file, { maxConcurrent: 3 });
		expect(bodies).toEqual(await alone(file, [1, 2, 3, 4, 5, 6, 7]));
		expect(outputs[0].map(({ json, pairedItem }) => [json.page, json.text, pairedItem])).toEqual(
			[1, 2, 3, 4, 5, 6, 7].map((page) => [page, `request ${page}`, { item: 0 }]),
		);
	});

	test.each([
		['2', [2]],
		['1-3,5', [1, 2, 3, 5]],
		['6-', [6, 7]],
	])('PDF Pages "%s"', async (pdfPages, expected) => {
		const file = await pdf(7);
		const { bodies, outputs } = await pagesSent(file, { pdfPages });
		expect(bodies).toEqual(await alone(file, expected));
		expect(outputs[0].map(({ json }) => json.page)).toEqual(expected);
	});

	test('a PDF that cannot be taken apart travels whole with each page', async () => {
		const file = Buffer.concat([await pdf(3), Buffer.from('%'.repeat(2_000))]);
		const { bodies } = await pagesSent(file);
		expect(bodies).toEqual(inWhole(file, [1, 2, 3]));
	});

	test('and so does one whose page alone would not be smaller', async () => {
		const { 3: font, ...others } = pagesShowing('a');
		// It is compressed in the file, and plain in the page alone.
		const widths = `${String(font).slice(0, -2)} /Widths [${'500 '.repeat(256)}] >>`;
		const builder = new PdfBuilder().objects(others).objectStream(30, { 3: widths });
		const file = builder.crossReferenceStream(31).file();
		expect((await pageOf(file, 1)).length).toBeGreaterThanOrEqual(file.length);
		expect((await pagesSent(file)).bodies).toEqual(inWhole(file, [1]));
	});

	test('a page that the PDF does not have is asked for in the whole file', async () => {
		const file = await pdf(2);
		const { bodies } = await pagesSent(file, { pdfPages: '3' });
		expect(bodies).toEqual(inWhole(file, [3]));
	});

	test('named pages need no page count: the PDF may be one that cannot be counted', async () => {
		const file = Buffer.from('%PDF-1.7\n');
		expect((await pagesSent(file, { pdfPages: '3,1-2' })).bodies).toEqual(inWhole(file, [3, 1, 2]));
		const { bodies, error } = await pagesSent(file, { pdfPages: '2-' });
		expect(bodies).toEqual([]);
		expect(textOf(error)).toMatch(
			/^a\.png: The pages of this PDF cannot be counted, .* in PDF Pages/,
		);
	});

	describe('larger than a request may be', () => {
		test('its pages travel alone', async () => {
			const file = pagesOfSize(3, 4, 3);
			const { bodies, error } = await pagesSent(file, { pdfPages: '2-' });
			expect(error).toBeUndefined();
			expect(bodies).toEqual(await alone(file, [2, 3]));
			expect((await pageOf(file, 2)).length).toBeLessThan(5 * 1024 * 1024);
		});

		test('a page that is too large itself is refused', async () => {
			const { bodies, error } = await pagesSent(pagesOfSize(1, 8), { pdfPages: '2' });
			expect(bodies).toEqual([]);
			expect(textOf(error)).toBe(
				'a.png, page 2: The page is 8.00 MB, but Tencent Cloud accepts at most 7.50 MB. Resize or split it first.',
			);
		});

		test('a PDF that cannot be taken apart is refused', async () => {
			const file = Buffer.concat([pagesOfSize(4, 4), Buffer.from('%'.repeat(2_000))]);
			const { bodies, error } = await pagesSent(file);
			expect(bodies).toEqual([]);
			expect(textOf(error)).toBe(
				'a.png, page 1: The PDF is larger than 7.50 MB, the maximum that Tencent Cloud accepts, and the page cannot be sent alone (the end of the file is missing). Repair or decrypt the PDF first, for example with qpdf, or split it.',
			);
		});

		test('a page that it does not have is refused', async () => {
			const { error } = await pagesSent(pagesOfSize(4, 4), { pdfPages: '3' });
			expect(error!.message).toMatch(
				/^a\.png, page 3: .* the page cannot be sent alone \(the last page is 2\)/,
			);
		});
	});

	test('an open selection that begins behind the last page is refused', async () => {
		const { bodies, error } = await pagesSent(await pdf(2), { pdfPages: '3-' });
		expect(bodies).toEqual([]);
		expect(textOf(error)).toBe(
			'a.png: PDF Pages is "3-", but the last page of the PDF is 2. Select pages up to 2.',
		);
	});
});

describe('PDF Pages on a picture, which is its own first page', () => {
	const picture = async (pdfPages: string) => {
		const requests = answerWith(() => lineOf('a'));
		const { error } = await binary(PNG, { options: { pdfPages } });
		expect(requests.map(({ body }) => body)).toEqual(
			error ? [] : [{ ImageBase64: PNG.toString('base64') }],
		);
		return textOf(error);
	};

	test.each(['all', '', '1', '1-3', '2,1', '1-'])('"%s" reads it', async (pdfPages) => {
		expect(await picture(pdfPages)).toBe('');
	});

	test.each(['2', '2-', '2-3'])('"%s" is refused', async (pdfPages) => {
		expect(await picture(pdfPages)).toBe(
			`a.png: PDF Pages is "${pdfPages}", but the file is a PNG, which has only one page. Enter 1 or all.`,
		);
	});

	test('what is no selection is refused', async () => {
		expect(await picture('abc')).toMatch(
			/^a\.png: PDF Pages is "abc", which is not a selection of pages/,
		);
	});

	test('by URL: the message says how a PDF is known', async () => {
		const requests = answerWith(() => lineOf('a'));
		const { error } = await run({ options: { pdfPages: '2' } });
		expect(requests).toEqual([]);
		expect(textOf(error)).toBe(
			'a.png: PDF Pages is "2", but an image has only one page. If the URL points to a PDF, add the option Is PDF.',
		);
	});
});

describe('what is refused before anything is sent', () => {
	const refusal = async (parameters: object, items?: INodeExecutionData[]) => {
		const requests = answerWith(() => lineOf('a'));
		const { error } = await run({ ...parameters }, { items });
		expect(requests).toHaveLength(0);
		return textOf(error);
	};
	const refusedFile = (file: Buffer) =>
		refusal({ inputType: 'binary', binaryPropertyName: 'data' }, [fileItem({ data: file })]);

	test.each([
		['GIF', Buffer.from('GIF89a')],
		['TIFF', Buffer.from('II*\0')],
		['WebP', Buffer.from('RIFF\0\0\0\0WEBP')],
		['HEIC', Buffer.from('\0\0\0\x18ftypheic')],
		['ZIP or Office', Buffer.from('PK\x03\x04')],
		['HTML', Buffer.from('<!DOCTYPE html><html>')],
	])('a file of the kind %s', async (kind, file) => {
		expect(await refusedFile(file)).toBe(
			`a.png: The image has the file type ${kind}, but Tencent Cloud accepts only PNG, JPEG, BMP or PDF. Convert it first.`,
		);
	});

	test.each([[{ data: 'aGVsbG8=' }], [{ data: { mimeType: 'image/png' } }], [{ data: [] }]])(
		'a field %j that is no file',
		async (binary) => {
			const item = { json: {}, binary } as unknown as INodeExecutionData;
			expect(await refusal({ inputType: 'binary', binaryPropertyName: 'data' }, [item])).toMatch(
				/^Input field "data" contains no file\. Check the node that produces it\.$/,
			);
		},
	);

	test('an input type that is none', async () => {
		expect(await refusal({ inputType: '={{ "file" }}', imageBase64: 'aGVsbG8=' })).toBe(
			'Input Type is "file", but must be binary, url or base64. Correct its expression.',
		);
	});

	test('a file of no known kind', async () => {
		expect(await refusedFile(Buffer.from('hello'))).toMatch(
			/^a\.png: The image has an unknown file type/,
		);
	});

	test('an empty file', async () => {
		expect(await refusal({ inputType: 'base64', imageBase64: 'data:image/png;base64,=' })).toMatch(
			/^The image is an empty file/,
		);
	});

	test('a file that is too large, with both sizes', async () => {
		expect(await refusedFile(Buffer.concat([PNG, Buffer.alloc(8 * 1024 * 1024)]))).toBe(
			'a.png: The image is 8.00 MB, but Tencent Cloud accepts at most 7.50 MB. Resize or split it first.',
		);
	});

	test('the largest file that fits makes a request of less than 10 MB', async () => {
		const requests = answerWith(() => lineOf('a'));
		const largest = Math.floor((10 * 1024 * 1024 - 4096) / 4) * 3;
		await binary(Buffer.concat([PNG, Buffer.alloc(largest - PNG.length)]));
		const [{ body, headers }] = requests;
		expect(String(body.ImageBase64).length).toBeLessThanOrEqual(10 * 1024 * 1024);
		expect(Number(headers['content-length'])).toBeLessThanOrEqual(10 * 1024 * 1024);
	});

	test.each([
		['={{ $json.missing }}', /^The image URL is empty, but .* begins with http:\/\/ or https:\/\//],
		['ftp://example.com/a.png', /^The image URL is "ftp:\/\/example.com\/a.png", but/],
		['https://', /must be an address/],
		['https://exa mple.com/a.png', /must be an address/],
	])('the URL "%s"', async (imageUrl, message) => {
		expect(await refusal({ imageUrl })).toMatch(message);
	});

	test.each([
		['={{ $json.missing }}', /base64 is empty/],
		['C:\\scan.png', /contains the character ":", which is not valid in base64/],
		['iVBO=iVBO=', /contains the character "="/],
		['iVBOR', /is cut off/],
	])('the base64 text "%s"', async (imageBase64, message) => {
		expect(await refusal({ inputType: 'base64', imageBase64 })).toMatch(message);
	});

	test('a recognition model that there is not', async () => {
		expect(await refusal({ options: { configId: '={{ "Common" }}' } })).toBe(
			'a.png: Recognition Model is "Common", but must be OCR or MulOCR. Correct its expression.',
		);
	});

	test.each([
		[
			{ inputType: 'url', imageUrl: `={{ "data:image/png;base64," + "A".repeat(100000) }}` },
			/^The image URL is "data:image\/png;base64,A+…", but must be an address/,
		],
		[
			{ inputType: 'binary', binaryPropertyName: '={{ "A".repeat(100000) }}' },
			/^Input field "A+…" contains no file\. The item has files in \"data\", \"more\"\. Enter one of /,
		],
	])(
		'an image in the field for something else, which is not repeated: %j',
		async (parameters, message) => {
			const { error } = await run(parameters, { items: [fileItem({ data: PNG, more: PNG })] });
			expect(textOf(error)).toMatch(message);
			expect(JSON.stringify(error).length).toBeLessThan(5000);
		},
	);

	test('an item without the file', async () => {
		expect(await refusal({ inputType: 'binary', binaryPropertyName: 'scan' })).toMatch(
			/^Input field "scan" contains no file\. Check the node that produces it\.$/,
		);
	});
});

async function sent(parameters: object, credential = {}) {
	const requests = answerWith(() => lineOf('a'));
	const { error } = await run(parameters as never, { credential });
	expect(error).toBeUndefined();
	return requests;
}
