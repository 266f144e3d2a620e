import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import nock from 'nock';
import sharp from 'sharp';
import { CommonClient } from 'tencentcloud-sdk-nodejs-common';

import { drawPdfPage } from '../../sandbox/ocr/pdf';
import { samplePath } from '../../sandbox/sampleRoutes';
import type { Sandbox } from '../../sandbox/server';
import { startSandbox } from '../../sandbox/server';
import { sdkAuthorizations } from '../TencentCloudOcr/tencentSdks';

const base64 = (file: Buffer) => ({ ImageBase64: file.toString('base64') });
const sample = (name: string) => base64(readFileSync(samplePath(name)));

let sandbox: Sandbox;
const log: string[] = [];

beforeAll(async () => {
	nock.enableNetConnect('127.0.0.1');
	sandbox = await startSandbox({ log: (line) => log.push(line) });
});
afterAll(async () => await sandbox?.close());

interface Keys {
	secretId: string;
	secretKey: string;
	sessionToken?: string;
}

/** Asks with Tencent's own client. */
async function ask(
	parameters: object,
	keys: Keys = sandbox.providers.tencent.credentials,
	action = 'GeneralAccurateOCR',
) {
	const { host } = new URL(sandbox.providers.tencent.baseUrl);
	const client = new CommonClient(host, '2018-11-19', {
		credential: {
			secretId: keys.secretId,
			secretKey: keys.secretKey,
			...(keys.sessionToken && { token: keys.sessionToken }),
		},
		region: 'ap-singapore',
		profile: { httpProfile: { protocol: 'http://', endpoint: host } },
	});
	return (await client.request(action, parameters)) as {
		TextDetections: Array<Record<string, unknown>>;
		Angle: number;
		RequestId: string;
	};
}

const code = async (parameters: object, keys?: Keys, action?: string): Promise<string> =>
	await ask(parameters, keys, action).then(
		() => 'OK',
		(error) => error.code,
	);

test("Tencent's own client gets an answer in the documented form", async () => {
	const answer = await ask(sample('receipt.jpg'));
	expect(answer).toEqual({
		TextDetections: expect.any(Array),
		Angle: expect.any(Number),
		RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
	});
	const point = { X: expect.any(Number), Y: expect.any(Number) };
	const polygon = [point, point, point, point];
	for (const detection of answer.TextDetections) {
		expect(detection).toMatchObject({
			DetectedText: expect.any(String),
			Confidence: expect.any(Number),
			Polygon: polygon,
			ItemPolygon: { ...point, Width: expect.any(Number), Height: expect.any(Number) },
		});
		expect(detection).toMatchObject({ Words: [], WordCoordPoint: [] });
		expect(JSON.parse(detection.AdvancedInfo as string).Parag.ParagNo).toBeGreaterThanOrEqual(1);
	}
	expect(answer.TextDetections.map(({ DetectedText }) => DetectedText)).toContain('CORNER MARKET');
});

test('pieces of a line come one by one, and all of the page is sorted by Y', async () => {
	const { TextDetections: detections } = await ask(sample('receipt.jpg'));
	const texts = detections.map(({ DetectedText }) => DetectedText);
	expect(texts).toEqual(expect.arrayContaining(['Rye bread', '3.20', 'TOTAL USD', '31.32']));
	const boxes = detections.map(({ ItemPolygon }) => ItemPolygon as Record<string, number>);
	expect(boxes.map(({ Y }) => Y)).toEqual(boxes.map(({ Y }) => Y).sort((a, b) => a - b));
	const [goods, price] = ['Rye bread', '3.20'].map((text) => boxes[texts.indexOf(text)]);
	expect(goods.X + goods.Width).toBeLessThan(price.X);
});

test('lines of two columns come in turns', async () => {
	const letter = readFileSync(samplePath('letter.pdf'));
	const column = async (page: number) =>
		await sharp(await drawPdfPage(letter, page))
			.extract({ left: 180, top: 220, width: 1000, height: 450 })
			.toBuffer();
	const page = sharp({ create: { width: 2300, height: 650, channels: 3, background: 'white' } });
	const both = await page
		.composite([
			{ input: await column(1), left: 80, top: 80 },
			{ input: await column(2), left: 1220, top: 110 },
		])
		.png()
		.toBuffer();
	const { TextDetections: detections } = await ask(base64(both));
	const isLeft = detections.map(({ ItemPolygon }) => (ItemPolygon as { X: number }).X < 1200);
	expect(isLeft).toEqual([true, false, true, false, true, false, true, false, true]);
});

test('a page of a PDF, and an image by URL, which wins over base64', async () => {
	const page = await ask({ ...sample('letter.pdf'), IsPdf: true, PdfPageNumber: 2 });
	expect(JSON.stringify(page.TextDetections)).toMatch(/Forty blue chairs/);
	const ImageUrl = `${sandbox.url}/samples/receipt.jpg`;
	const byUrl = await ask({ ImageUrl, ...sample('blank.png') });
	expect(byUrl.TextDetections.length).toBeGreaterThan(10);
});

test('keys: temporary, wrong and without permission', async () => {
	const { credentials, temporaryCredentials, deniedCredentials } = sandbox.providers.tencent;
	const image = sample('blank.png');
	expect(await code(image, temporaryCredentials)).toBe('FailedOperation.ImageNoText');
	expect(await code(image, { ...temporaryCredentials, sessionToken: 'x' })).toBe(
		'AuthFailure.TokenFailure',
	);
	expect(await code(image, { ...credentials, secretKey: 'x' })).toBe(
		'AuthFailure.SignatureFailure',
	);
	expect(await code(image, { ...credentials, secretId: 'AKIDX' })).toBe(
		'AuthFailure.SecretIdNotFound',
	);
	expect(await code(image, deniedCredentials)).toBe('AuthFailure.UnauthorizedOperation');
});

test.each([
	[5 * 60 - 10, 'FailedOperation.ImageNoText'],
	[5 * 60 + 10, 'AuthFailure.SignatureExpire'],
	[-5 * 60 - 10, 'AuthFailure.SignatureExpire'],
])('a clock that is %i seconds off: %s', async (seconds, expected) => {
	const { baseUrl, credentials } = sandbox.providers.tencent;
	const payload = Buffer.from(JSON.stringify(sample('blank.png')));
	const timestamp = Math.floor(Date.now() / 1000) + seconds;
	const contentType = { 'Content-Type': 'application/json' };
	const request = { method: 'POST', url: `${baseUrl}/`, payload, timestamp, service: 'ocr' };
	const [Authorization] = sdkAuthorizations({ ...request, ...credentials, headers: contentType });
	const response = await fetch(request.url, {
		method: 'POST',
		body: payload,
		headers: {
			...contentType,
			'X-TC-Action': 'GeneralAccurateOCR',
			'X-TC-Version': '2018-11-19',
			'X-TC-Timestamp': String(timestamp),
			Authorization,
		},
	});
	const { Response: answer } = (await response.json()) as { Response: { Error: { Code: string } } };
	expect(answer.Error.Code).toBe(expected);
});

test.each<[string, () => object | Promise<object>]>([
	['MissingParameter', () => ({})],
	['UnknownParameter', () => ({ ...sample('blank.png'), IsWords: true })],
	[
		'InvalidParameterValue.InvalidParameterValueLimit',
		() => ({ ...sample('blank.png'), ConfigID: 'X' }),
	],
	[
		'InvalidParameterValue.InvalidParameterValueLimit',
		() => ({ ...sample('letter.pdf'), IsPdf: true, PdfPageNumber: 4 }),
	],
	[
		'InvalidParameterValue.InvalidParameterValueLimit',
		() => ({ ...sample('blank.png'), ConfigID: 'MulOCR', EnableDetectSplit: true }),
	],
	['FailedOperation.ImageDecodeFailed', () => base64(Buffer.from('not an image'))],
	['FailedOperation.ImageDecodeFailed', () => sample('letter.pdf')],
	[
		'FailedOperation.ImageDecodeFailed',
		() => ({ ImageUrl: `${sandbox.url}/samples/letter.pdf`, IsPdf: true }),
	],
	['FailedOperation.DownLoadError', () => ({ ImageUrl: `${sandbox.url}/samples/missing.png` })],
	['RequestSizeLimitExceeded', () => base64(Buffer.alloc(9 * 1024 * 1024))],
	[
		'FailedOperation.ImageDecodeFailed',
		async () => base64(await sharp(samplePath('receipt.jpg')).resize(200).webp().toBuffer()),
	],
])('%s', async (expected, parameters) => {
	expect(await code(await parameters())).toBe(expected);
});

describe('GeneralBasicOCR', () => {
	const basic = async (parameters: object) => {
		const response = await ask(parameters, undefined, 'GeneralBasicOCR');
		return response as typeof response & Record<'Language' | 'Angel' | 'PdfPageSize', unknown>;
	};

	test('reads a picture, with a word on its language, and as many pages as a picture has', async () => {
		const { TextDetections: detections, ...about } = await basic(sample('receipt.jpg'));
		expect(detections.map(({ DetectedText }) => DetectedText)).toContain('CORNER MARKET');
		expect(detections[0]).toMatchObject({ Words: [], WordCoordPoint: [] });
		expect(about).toEqual({
			...{ Language: 'zh', Angle: expect.any(Number), Angel: about.Angle, PdfPageSize: 0 },
			RequestId: expect.any(String),
		});
	});

	test('reads Vietnamese with its accents', async () => {
		const letter = await basic({ ...sample('vietnamese_letter.png'), LanguageType: 'vie' });
		expect(JSON.stringify(letter.TextDetections)).toMatch(/Trân trọng/);
		expect(letter.Language).toBe('vie');
	});

	test('reads a page of a PDF, and says how many there are', async () => {
		const page = await basic({ ...sample('letter.pdf'), IsPdf: true, PdfPageNumber: 2 });
		expect(JSON.stringify(page.TextDetections)).toMatch(/Forty blue chairs/);
		expect(page.PdfPageSize).toBe(3);
	});

	test('gives single characters with their places where IsWords asks for them', async () => {
		const { TextDetections: detections } = await basic({ ...sample('receipt.jpg'), IsWords: true });
		const { Words, WordCoordPoint } = detections.find(
			({ DetectedText }) => DetectedText === 'CORNER MARKET',
		) as { Words: Array<{ Character: string }>; WordCoordPoint: unknown[] };
		expect(Words.map(({ Character }) => Character).join('')).toBe('CORNERMARKET');
		expect(WordCoordPoint).toHaveLength(Words.length);
	});

	test.each<[string, () => object]>([
		['UnknownParameter', () => ({ ...sample('blank.png'), ConfigID: 'OCR' })],
		['InvalidParameter', () => ({ ...sample('blank.png'), IsWords: 'true' })],
		['FailedOperation.LanguageNotSupport', () => ({ ...sample('blank.png'), LanguageType: 'vi' })],
		// Not offered outside mainland China.
		['FailedOperation.DownLoadError', () => ({ ImageUrl: `${sandbox.url}/samples/receipt.jpg` })],
		['FailedOperation.ImageNoText', () => sample('blank.png')],
		['FailedOperation.ImageDecodeFailed', () => sample('letter.pdf')],
		['LimitExceeded.TooLargeFileError', () => base64(Buffer.alloc(5.25 * 1024 * 1024 + 1))],
		[
			'InvalidParameterValue.InvalidParameterValueLimit',
			() => ({ ...sample('letter.pdf'), IsPdf: true, PdfPageNumber: 4 }),
		],
	])('%s', async (expected, parameters) => {
		expect(await code(parameters(), undefined, 'GeneralBasicOCR')).toBe(expected);
	});
});

test('a download ends after 3 seconds', async () => {
	const server = createServer((_request, response) => response.write('never ends'));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const timeout = AbortSignal.timeout;
	const spy = jest.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => timeout(ms / 100));
	try {
		const { port } = server.address() as AddressInfo;
		expect(await code({ ImageUrl: `http://127.0.0.1:${port}/` })).toBe(
			'FailedOperation.DownLoadError',
		);
		expect(spy).toHaveBeenCalledWith(3000);
	} finally {
		spy.mockRestore();
		server.closeAllConnections();
		server.close();
	}
});

test('faults are answered as often as asked for', async () => {
	sandbox.faults.add({ provider: 'tencent', code: 'InternalError', times: 2, skip: 1 });
	const codes = [];
	for (let count = 0; count < 4; count++) codes.push(await code(sample('blank.png')));
	const noText = 'FailedOperation.ImageNoText';
	expect(codes).toEqual([noText, 'InternalError', 'InternalError', noText]);
});

test('what it says holds no key, token, signature or image', () => {
	const said = [...log, JSON.stringify(sandbox.requests)].join('\n');
	expect(said).toMatch(/GeneralAccurateOCR/);
	const { credentials, temporaryCredentials, deniedCredentials } = sandbox.providers.tencent;
	for (const { secretKey, sessionToken } of [
		credentials,
		temporaryCredentials,
		deniedCredentials,
	]) {
		expect(said).not.toContain(secretKey);
		if (sessionToken) expect(said).not.toContain(sessionToken);
	}
	expect(said).not.toMatch(/TC3-HMAC|[A-Za-z0-9+/]{100}/);
});
