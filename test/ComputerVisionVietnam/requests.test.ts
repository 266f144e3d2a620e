import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { BMP, fileItem, JPEG, PNG } from '../support/files';
import { textOf } from '../support/runNode';
import type { SentRequest } from '../support/wire';
import { formFiles } from '../support/wire';
import { answerWith, API_KEY, API_SECRET, run, succeeded } from './vision';

const TEXT = { text: 'a', confidence: 1, box: { left: 1, right: 2, top: 3, bottom: 4 } };
const PAGES = succeeded([[[[TEXT]]]]);
const SIDES = succeeded([{ type: 'passport', info: { id: 'X1' } }]);

const OPERATIONS: Array<[string, string, string, string[], IDataObject]> = [
	['text', 'extract', '/api/v2/ocr/document/general', ['img'], PAGES],
	['card', 'extract', '/api/v2/ocr/card', ['img'], SIDES],
	['card', 'verify', '/api/v2/ekyc/card', ['img'], SIDES],
	['card', 'verifyTwoSides', '/api/v2/ekyc/cards', ['img1', 'img2'], SIDES],
	['vehicleRegistration', 'extract', '/api/v2/ocr/vehicle_registration', ['img'], SIDES],
	[
		'vehicleRegistration',
		'extractTwoSides',
		'/api/v2/ocr/vehicle_registrations',
		['img1', 'img2'],
		SIDES,
	],
];

const BASIC = `Basic ${Buffer.from(`${API_KEY}:${API_SECRET}`).toString('base64')}`;
const FILES = fileItem({ data: JPEG, front: PNG, back: BMP });

async function sent(parameters: INodeParameters, answer: IDataObject): Promise<SentRequest> {
	const requests = answerWith(() => answer);
	const { error } = await run(parameters, { items: [FILES] });
	expect(error).toBeUndefined();
	expect(requests).toHaveLength(1);
	return requests[0];
}

describe.each(OPERATIONS)('%s %s', (resource, operation, path, names, answer) => {
	const isTwoSided = names.length === 2;

	test('URL: GET with a query', async () => {
		const request = await sent({ resource, operation, inputType: 'url' }, answer);
		expect(request).toMatchObject({ method: 'GET', path });
		expect([...new URLSearchParams(request.query)]).toEqual([
			...(isTwoSided
				? [
						['img1', 'https://example.com/front.png'],
						['img2', 'https://example.com/back.png'],
					]
				: [['img', 'https://example.com/a.png']]),
			['format_type', 'url'],
			['get_thumb', 'false'],
		]);
		expect(request.headers).toMatchObject({ authorization: BASIC, accept: 'application/json' });
		expect(request.body).toHaveLength(0);
		expect(Object.keys(request.headers)).not.toContain('content-type');
	});

	test('file: POST with a form', async () => {
		const request = await sent({ resource, operation, inputType: 'binary' }, answer);
		expect(request).toMatchObject({
			method: 'POST',
			path,
			query: 'format_type=file&get_thumb=false',
		});
		expect(request.headers).toMatchObject({
			authorization: BASIC,
			'content-length': String(request.body.length),
			'content-type': expect.stringMatching(/^multipart\/form-data; boundary=[\w-]+$/),
		});
		expect(await formFiles(request)).toEqual(
			isTwoSided
				? [
						{ name: 'img1', fileName: 'img1.png', type: 'image/png', bytes: PNG },
						{ name: 'img2', fileName: 'img2.bmp', type: 'image/bmp', bytes: BMP },
					]
				: [{ name: 'img', fileName: 'img.jpg', type: 'image/jpeg', bytes: JPEG }],
		);
	});

	test('base64: POST with JSON, without prefix and line breaks', async () => {
		const lines = (file: Buffer) => file.toString('base64').replace(/.{8}/g, '$&\r\n');
		const request = await sent(
			{
				resource,
				operation,
				inputType: 'base64',
				imageBase64: `data:image/jpeg;base64,${lines(JPEG)}`,
				frontImageBase64: lines(PNG),
				backImageBase64: ` data:image/bmp;base64,${BMP.toString('base64')}\n`,
			},
			answer,
		);
		expect(request).toMatchObject({
			method: 'POST',
			path,
			query: 'format_type=base64&get_thumb=false',
		});
		expect(request.headers).toMatchObject({
			authorization: BASIC,
			'content-type': 'application/json',
		});
		expect(JSON.parse(request.body.toString())).toEqual(
			isTwoSided
				? { img1: PNG.toString('base64'), img2: BMP.toString('base64') }
				: { img: JPEG.toString('base64') },
		);
	});

	test.each(['url', 'binary', 'base64'])(
		'%s: get_thumb with the aligned image',
		async (inputType) => {
			const imageBase64 = PNG.toString('base64');
			const { query } = await sent(
				{
					resource,
					operation,
					inputType,
					imageBase64,
					frontImageBase64: imageBase64,
					backImageBase64: imageBase64,
					options: { alignedImage: true },
				},
				answer,
			);
			expect(new URLSearchParams(query).get('get_thumb')).toBe('true');
		},
	);
});

test('a URL arrives as it is, whatever characters it has', async () => {
	const imageUrl = 'https://example.com/thư mục/a+b%20c.png?x=1&y=a=b#part&format_type=file';
	const { query } = await sent({ imageUrl: ` ${imageUrl}\n` }, PAGES);
	expect(query).toMatch(/^[A-Za-z0-9\-._~%&=]+$/);
	expect([...new URLSearchParams(query)]).toEqual([
		['img', imageUrl],
		['format_type', 'url'],
		['get_thumb', 'false'],
	]);
});

test('the fields of files may be others', async () => {
	const requests = answerWith(() => SIDES);
	await run(
		{
			resource: 'card',
			operation: 'verifyTwoSides',
			inputType: 'binary',
			frontBinaryPropertyName: 'a',
			backBinaryPropertyName: 'b',
		},
		{ items: [fileItem({ a: PNG, b: JPEG })] },
	);
	expect((await formFiles(requests[0])).map(({ bytes }) => bytes)).toEqual([PNG, JPEG]);
});

test('keys that were pasted with white space, and another host', async () => {
	const requests = answerWith(() => PAGES, 'https://demo.computervision.com.vn');
	await run(
		{},
		{
			credential: {
				apiKey: `${API_KEY}\n`,
				apiSecret: ` ${API_SECRET}`,
				baseUrl: 'https://demo.computervision.com.vn',
			},
		},
	);
	expect(requests.map(({ headers }) => headers.authorization)).toEqual([BASIC]);
});

test('a custom endpoint, with or without a slash at its end', async () => {
	const requests = answerWith(() => PAGES, 'http://127.0.0.1:9999');
	for (const customBaseUrl of ['http://127.0.0.1:9999/proxy', 'http://127.0.0.1:9999/proxy/']) {
		await run({}, { credential: { baseUrl: 'custom', customBaseUrl } });
	}
	expect(requests.map(({ path }) => path)).toEqual(
		Array(2).fill('/proxy/api/v2/ocr/document/general'),
	);
});

describe('what is refused before anything is sent', () => {
	const refusal = async (parameters: INodeParameters) => {
		const requests = answerWith(() => SIDES);
		const { error } = await run(
			{ resource: 'card', operation: 'verifyTwoSides', ...parameters },
			{ items: [fileItem({ front: PNG, back: Buffer.alloc(0) })] },
		);
		expect(requests).toHaveLength(0);
		return textOf(error);
	};

	test.each<[string, INodeParameters, RegExp]>([
		[
			'an empty URL',
			{ inputType: 'url', backImageUrl: '={{ "" }}' },
			/^front\.png: The back image URL is empty/,
		],
		[
			'no URL',
			{ inputType: 'url', frontImageUrl: 'front.png' },
			/^back\.png: The front image URL .*"front.png"/,
		],
		[
			'text that is not base64',
			{ inputType: 'base64', frontImageBase64: 'äöü', backImageBase64: 'AAAA' },
			/^The front image base64 contains the character/,
		],
		[
			'a missing file',
			{ inputType: 'binary', backBinaryPropertyName: 'nothing' },
			/^a\.png: Input field "nothing" contains no file/,
		],
		[
			'an empty file',
			{ inputType: 'binary' },
			/^a\.png and a\.png: The back image is an empty file/,
		],
	])('%s', async (_, parameters, message) => {
		expect(await refusal(parameters)).toMatch(message);
	});
});
