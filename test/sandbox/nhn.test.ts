import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';

import nock from 'nock';
import sharp from 'sharp';

import { samplePath } from '../../sandbox/sampleRoutes';
import type { Sandbox } from '../../sandbox/server';
import { startSandbox } from '../../sandbox/server';

const sample = (name: string) => readFileSync(samplePath(name));

let sandbox: Sandbox;
const log: string[] = [];
const servers: Server[] = [];
const givenTokens: string[] = [];

beforeAll(async () => {
	nock.enableNetConnect('127.0.0.1');
	sandbox = await startSandbox({ log: (line) => log.push(line) });
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
	for (const server of servers) {
		server.closeAllConnections();
		server.close();
	}
	await sandbox?.close();
});

const megabytes = (count: number) => Buffer.alloc(Math.round(count * 1024 * 1024));

type Body = FormData | Blob | URLSearchParams | string;
type Box = Record<'x1' | 'y1' | 'x2' | 'y2' | 'x3' | 'y3' | 'x4' | 'y4', number>;

interface Answer {
	header: { isSuccessful: boolean; resultCode: number; resultMessage: string };
	result: {
		fileType: string;
		resolution: string;
		listOfInferTexts: Array<{ inferTexts: Array<{ value: string; conf: number }> }>;
		listOfBoundingBoxes: Array<{ boundingBoxes: Box[] }>;
		slicesImages?: number;
	};
}

const post = async (path: string, body: Body, headers: Record<string, string>) =>
	await fetch(`${sandbox.providers.nhn.baseUrl}/${path}`, { method: 'POST', body, headers });

const form = (file: Buffer, field = 'image') => {
	const data = new FormData();
	data.append('note', 'a field that is no file');
	data.append(field, new Blob([file]), 'file');
	return data;
};
const json = (content: unknown) =>
	new Blob([JSON.stringify(content)], { type: 'application/json' });
const imageUrl = (url: string) => json({ imageUrl: url });
const sampleUrl = (name: string) => `${sandbox.url}/samples/${name}`;

/** Asks v1.0. */
async function ask(
	body: Body,
	operation = 'general',
	keys: { appKey: string; secretKey: string } = sandbox.providers.nhn.credentials,
): Promise<Answer> {
	const path = `v1.0/appkeys/${keys.appKey}/${operation}`;
	return (await (await post(path, body, { authorization: keys.secretKey })).json()) as Answer;
}

/** Asks v1.1. */
async function askWithToken(
	body: Body,
	token: string,
	operation = 'general',
	{ appKey } = sandbox.providers.nhn.userCredentials,
): Promise<Answer> {
	const headers = { 'x-nhn-authorization': `Bearer ${token}` };
	const response = await post(`v1.1/appkeys/${appKey}/${operation}`, body, headers);
	return (await response.json()) as Answer;
}

const askForToken = async (
	{ userAccessKeyId, secretAccessKey } = sandbox.providers.nhn.userCredentials,
	grant_type = 'client_credentials',
) =>
	await post('oauth2/token/create', new URLSearchParams({ grant_type }), {
		authorization: `Basic ${btoa(`${userAccessKeyId}:${secretAccessKey}`)}`,
	});

async function newToken(): Promise<string> {
	const { access_token } = (await (await askForToken()).json()) as { access_token: string };
	givenTokens.push(access_token);
	return access_token;
}

const words = ({ result }: Answer) =>
	result.listOfInferTexts.flatMap(({ inferTexts }) => inferTexts.map(({ value }) => value));
const boxes = ({ result }: Answer) =>
	result.listOfBoundingBoxes.flatMap(({ boundingBoxes }) => boundingBoxes);
const boxOf = (answer: Answer, word: string) => boxes(answer)[words(answer).indexOf(word)];

/** Serves one answer on a port that NHN Cloud downloads from. */
async function serve(listener: RequestListener): Promise<string> {
	for (let port = 10_000 + (process.pid % 1900); ; port++) {
		const server = createServer(listener);
		const isUp = await new Promise<boolean>((resolve) => {
			server.once('error', () => resolve(false));
			server.listen(port, '127.0.0.1', () => resolve(true));
		});
		if (!isUp) continue;
		servers.push(server);
		return `http://127.0.0.1:${port}/image.png`;
	}
}

test('a form to v1.0: an answer in the documented form, with Korean and English words', async () => {
	const answer = await ask(form(sample('korean_notice.png')));
	expect(answer).toEqual({
		header: { isSuccessful: true, resultCode: 0, resultMessage: 'SUCCESS' },
		result: {
			fileType: 'png',
			resolution: 'normal',
			listOfInferTexts: expect.any(Array),
			listOfBoundingBoxes: expect.any(Array),
		},
	});
	const { listOfInferTexts, listOfBoundingBoxes } = answer.result;
	expect(listOfInferTexts).toHaveLength(8);
	expect(listOfBoundingBoxes.map(({ boundingBoxes }) => boundingBoxes.length)).toEqual(
		listOfInferTexts.map(({ inferTexts }) => inferTexts.length),
	);
	for (const { conf } of listOfInferTexts.flatMap(({ inferTexts }) => inferTexts)) {
		expect(conf).toBeGreaterThan(0.3);
		expect(conf).toBeLessThanOrEqual(1);
	}
	expect(words(answer)).toEqual(
		expect.arrayContaining([
			'안내문',
			'SPECIMEN',
			'주민',
			'여러분께',
			'화요일',
			'내용이',
			'Tuesday',
		]),
	);
	expect(boxes(answer).length).toBe(words(answer).length);
	// Where the sample has its title.
	const { x1, y1, x2, x3, y3, x4, ...rest } = boxOf(answer, '안내문');
	expect(Object.keys(rest)).toEqual(['y2', 'y4']);
	for (const left of [x1, x4]) expect(Math.abs(left - 92)).toBeLessThan(8);
	for (const right of [x2, x3]) expect(Math.abs(right - 247)).toBeLessThan(8);
	expect(Math.abs(y1 - 77)).toBeLessThan(8);
	expect(Math.abs(y3 - 128)).toBeLessThan(8);
});

test('a URL to v1.1', async () => {
	const answer = await askWithToken(imageUrl(sampleUrl('receipt.jpg')), await newToken());
	expect(answer.result.fileType).toBe('jpg');
	expect(answer.result).not.toHaveProperty('slicesImages');
	expect(words(answer)).toEqual(expect.arrayContaining(['CORNER', 'MARKET', '31.32']));
});

test('slices of a long image overlap, and their boxes are those of the whole image', async () => {
	const whole = await ask(imageUrl(sampleUrl('long_receipt.png')));
	const sliced = await askWithToken(
		form(sample('long_receipt.png')),
		await newToken(),
		'general/cropping',
	);
	expect(sliced.result.slicesImages).toBe(3);
	expect(new Set(words(sliced))).toEqual(new Set(words(whole)));
	const [total, totalInWhole] = [sliced, whole].map((answer) => boxOf(answer, 'TOTAL'));
	expect(total.y1).toBeGreaterThan(2300);
	for (const corner of Object.keys(total) as Array<keyof Box>) {
		expect(Math.abs(total[corner] - totalInWhole[corner])).toBeLessThanOrEqual(2);
	}
	const again = (answer: Answer) => words(answer).filter((word) => word === 'Potatoes').length;
	expect([again(whole), again(sliced)]).toEqual([1, 2]);
});

test('lines where slices overlap come twice, with the same text in nearly the same box', async () => {
	const { result } = await ask(imageUrl(sampleUrl('long_receipt.png')), 'general/cropping');
	const lines = result.listOfInferTexts.map(({ inferTexts }, index) => ({
		text: inferTexts.map(({ value }) => value).join(' '),
		boxes: result.listOfBoundingBoxes[index].boundingBoxes,
	}));
	const twice = lines.filter(({ text }, index) =>
		lines.slice(index + 1).some((other) => other.text === text),
	);
	// Three slices overlap in two places, each with two rows of the receipt.
	expect(twice.length).toBeGreaterThanOrEqual(3);
	for (const first of twice) {
		const second = lines.findLast(({ text }) => text === first.text)!;
		first.boxes.forEach((box, index) =>
			expect(sharedPart(box, second.boxes[index])).toBeGreaterThan(0.7),
		);
	}
});

/** How much of two upright boxes is in both, of what is in either. */
function sharedPart(one: Box, other: Box): number {
	const width = Math.min(one.x3, other.x3) - Math.max(one.x1, other.x1);
	const height = Math.min(one.y3, other.y3) - Math.max(one.y1, other.y1);
	const area = ({ x1, y1, x3, y3 }: Box) => (x3 - x1) * (y3 - y1);
	const both = Math.max(0, width) * Math.max(0, height);
	return both / (area(one) + area(other) - both);
}

test('slices of a wide image lie side by side', async () => {
	const title = sharp(sample('korean_notice.png')).extract({
		left: 60,
		top: 60,
		width: 520,
		height: 90,
	});
	const strip = title.extend({ left: 1000, background: 'white' });
	const sliced = await ask(form(await strip.png().toBuffer()), 'general/cropping');
	expect(sliced.result.slicesImages).toBe(8);
	// Where the sample's title ends.
	const ends = boxes(sliced).map(({ x2 }) => x2);
	expect(Math.abs(Math.max(...ends) - (1000 + 533 - 60))).toBeLessThan(8);
});

test('an image that is not long is one slice', async () => {
	const answer = await ask(form(sample('korean_notice.png')), 'general/cropping');
	expect(answer.result.slicesImages).toBe(1);
	expect(words(answer)).toContain('여러분께');
});

test('an image beyond 1:10 goes to cropping only', async () => {
	const strip = sharp(sample('long_receipt.png')).extend({ bottom: 1770, background: 'white' });
	const file = await strip.png().toBuffer();
	expect((await ask(form(file))).header.resultCode).toBe(4000505);
	const sliced = await ask(form(file), 'general/cropping');
	expect(sliced.result.slicesImages).toBe(5);
	expect(words(sliced)).toContain('TOTAL');
});

test('a slanted text has slanted boxes, and a small image is of low resolution', async () => {
	const notice = sharp(sample('korean_notice.png')).toColourspace('srgb');
	const slanted = await notice.clone().rotate(4, { background: 'white' }).png().toBuffer();
	const box = boxOf(await ask(form(slanted)), 'SPECIMEN');
	expect(box.y2 - box.y1).toBeGreaterThan(8);
	expect(box.y3 - box.y4).toBe(box.y2 - box.y1);

	const title = await notice
		.extract({ left: 60, top: 40, width: 520, height: 120 })
		.jpeg()
		.toBuffer();
	const { result } = await ask(form(title));
	expect(result).toMatchObject({ fileType: 'jpg', resolution: 'low' });
});

test('keys of v1.0', async () => {
	const { credentials, userCredentials } = sandbox.providers.nhn;
	const image = form(sample('blank.png'));
	const code = async (keys: { appKey: string; secretKey: string }) =>
		(await ask(image, 'general', keys)).header.resultCode;
	expect(await code(credentials)).toBe(4000501);
	expect(await code({ ...credentials, secretKey: 'x' })).toBe(4010001);
	expect(await code({ ...credentials, appKey: 'x' })).toBe(4010001);
	expect(await code({ ...credentials, secretKey: `Bearer ${credentials.secretKey}` })).toBe(
		4010001,
	);
	expect(await code({ ...credentials, secretKey: '' })).toBe(4000005);
	expect(await code({ ...credentials, secretKey: userCredentials.secretAccessKey })).toBe(4010001);
});

test('an error is HTTP 200 with nothing but its header', async () => {
	const response = await post('v1.0/appkeys/x/general', form(sample('blank.png')), {
		authorization: 'x',
	});
	expect(response.status).toBe(200);
	expect(await response.json()).toEqual({
		header: {
			isSuccessful: false,
			resultCode: 4010001,
			resultMessage: 'Invalid appKey or secretKey.',
		},
	});
});

describe('tokens', () => {
	const image = () => form(sample('blank.png'));
	const code = async (token: string) => (await askWithToken(image(), token)).header.resultCode;

	test('are given for the user access key', async () => {
		const response = await askForToken();
		expect(response.status).toBe(200);
		const token = (await response.json()) as { access_token: string };
		expect(token).toEqual({
			grant_type: 'client_credentials',
			access_token: expect.stringMatching(/^\S{40,}$/),
			token_type: 'Bearer',
			expires_in: 3600,
		});
		expect(await code(token.access_token)).toBe(4000501);
	});

	test('are not given for a wrong key or another grant', async () => {
		const { userCredentials } = sandbox.providers.nhn;
		const wrongKey = await askForToken({ ...userCredentials, secretAccessKey: 'x' });
		expect(wrongKey.status).toBe(401);
		expect(await wrongKey.json()).toEqual({ error: 'invalid_client' });
		const wrongGrant = await askForToken(userCredentials, 'password');
		expect(wrongGrant.status).toBe(400);
	});

	test('are refused unless they are known, with the app key, in their own header', async () => {
		const { appKey } = sandbox.providers.nhn.userCredentials;
		expect(await code('x')).toBe(4010003);
		const token = await newToken();
		const keys = { ...sandbox.providers.nhn.userCredentials, appKey: 'x' };
		const otherApp = await askWithToken(image(), token, 'general', keys);
		expect(otherApp.header.resultCode).toBe(4010001);
		const authorization = `Bearer ${token}`;
		const otherHeader = await post(`v1.1/appkeys/${appKey}/general`, image(), { authorization });
		expect(((await otherHeader.json()) as Answer).header.resultCode).toBe(4000005);
	});

	test('expire after an hour', async () => {
		const token = await newToken();
		const issued = Date.now();
		const clock = jest.spyOn(Date, 'now').mockReturnValue(issued + 3_590_000);
		expect(await code(token)).toBe(4000501);
		clock.mockReturnValue(issued + 3_600_000);
		expect(await code(token)).toBe(4010003);
	});

	test('are revoked by the fault 4010003, each by the request that carries it', async () => {
		const [token, other] = [await newToken(), await newToken()];
		sandbox.faults.add({ provider: 'nhn', code: '4010003' });
		expect([await code(token), await code(token), await code(other)]).toEqual([
			4010003, 4010003, 4000501,
		]);
		expect(await code(await newToken())).toBe(4000501);

		sandbox.faults.add({ provider: 'nhn', code: '4010005' });
		expect([await code(other), await code(other)]).toEqual([4010005, 4000501]);
	});
});

test.each<[number, () => Body | Promise<Body>]>([
	[4000001, () => form(sample('blank.png'), 'file')],
	[4000001, () => json({})],
	[4000001, () => imageUrl('')],
	[4000001, () => new Blob(['null'], { type: 'application/json' })],
	[4000001, () => new Blob(['{'], { type: 'application/json' })],
	[4000001, () => imageUrl('file:///etc/hostname')],
	[4000001, () => imageUrl('http://127.0.0.1:9999/image.png')],
	[4000001, () => imageUrl('http://127.0.0.1:12001/image.png')],
	[4000002, () => form(sample('korean_notice.png').subarray(0, 9000))],
	[4000003, () => form(sample('letter.pdf'))],
	[4000003, async () => form(await sharp(sample('receipt.jpg')).resize(200).webp().toBuffer())],
	[4000003, () => imageUrl(sampleUrl('letter.pdf'))],
	[4000004, () => form(Buffer.alloc(0))],
	[4000501, () => imageUrl(sampleUrl('blank.png'))],
	[
		4000502,
		async () => imageUrl(await serve((_request, response) => response.end(megabytes(20.1)))),
	],
	[
		4000504,
		async () => imageUrl(await serve((_request, response) => response.writeHead(500).end())),
	],
	[4000504, async () => imageUrl(await serve((request) => request.socket.destroy()))],
	[4041007, () => imageUrl(sampleUrl('missing.png'))],
	[4131000, () => form(megabytes(20.1))],
	[4131000, () => json({ imageUrl: 'x'.repeat(21 * 1024 * 1024) })],
	[415, () => new Blob([sample('blank.png')], { type: 'image/png' })],
])('result code %i', async (expected, body) => {
	expect((await ask(await body())).header.resultCode).toBe(expected);
});

test('a wrong key is told before a file that is too large', async () => {
	const keys = { ...sandbox.providers.nhn.credentials, secretKey: 'x' };
	for (const file of [megabytes(20.1), megabytes(50)]) {
		expect((await ask(form(file), 'general', keys)).header.resultCode).toBe(4010001);
	}
});

test('an image of almost 20 MB is taken, from a form and from a port between 10000 and 12000', async () => {
	const file = Buffer.concat([sample('blank.png'), megabytes(19.9)]);
	expect((await ask(form(file))).header.resultCode).toBe(4000501);
	const url = await serve((_request, response) => response.end(file));
	expect((await ask(imageUrl(url))).header.resultCode).toBe(4000501);
});

test('a download ends after 20 seconds', async () => {
	const timeout = AbortSignal.timeout;
	const spy = jest.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => timeout(ms / 100));
	const url = await serve((_request, response) => response.write('never ends'));
	expect((await ask(imageUrl(url))).header.resultCode).toBe(4000503);
	expect(spy).toHaveBeenCalledWith(20_000);
});

test.each([
	...[-1, 4000001, 4000002, 4000003, 4000004, 4000005, 4000006],
	...[4000501, 4000502, 4000503, 4000504, 4000505],
	...[4010001, 4010002, 4010003, 4010004, 4010005, 4010006, 4010007, 4041007, 4131000],
	...[5000001, 5000002, 5000003, 5000004, 5000005, 5000503, 5005001, 5005002, 5005003],
])('fault %i, with its status and pause', async (resultCode) => {
	const fault = { provider: 'nhn', code: String(resultCode), httpStatus: 503, retryAfter: 7 };
	const control = await post('_sandbox/faults', JSON.stringify(fault), {
		'content-type': 'application/json',
	});
	expect(control.status).toBe(204);
	const { appKey, secretKey } = sandbox.providers.nhn.credentials;
	// The fault comes before the missing image.
	const response = await post(`v1.0/appkeys/${appKey}/general`, json({}), {
		authorization: secretKey,
	});
	expect([response.status, response.headers.get('retry-after')]).toEqual([503, '7']);
	const { header } = (await response.json()) as Answer;
	expect(header).toEqual({ isSuccessful: false, resultCode, resultMessage: expect.any(String) });
});

test('faults are answered as often as asked for, after the sign-in', async () => {
	sandbox.faults.add({ provider: 'nhn', code: '5000503', times: 2, skip: 1 });
	const { credentials } = sandbox.providers.nhn;
	const image = form(sample('blank.png'));
	const stranger = { ...credentials, secretKey: 'x' };
	const codes = [];
	for (const keys of [credentials, stranger, credentials, credentials, credentials]) {
		codes.push((await ask(image, 'general', keys)).header.resultCode);
	}
	expect(codes).toEqual([4000501, 4010001, 5000503, 5000503, 4000501]);
});

test('an unforeseen error is an internal one, and its stack is said', async () => {
	jest.spyOn(sandbox.faults, 'take').mockImplementationOnce(() => {
		throw new Error('something unforeseen');
	});
	const { header } = await ask(form(sample('blank.png')));
	expect(header.resultCode).toBe(5000001);
	expect(log.join('\n')).toMatch(/Error: something unforeseen\n +at /);
});

test('what it says names version, operation and code, and holds no key, token or image', async () => {
	const said = [...log, JSON.stringify(sandbox.requests)].join('\n');
	const names = sandbox.requests.map(({ action, code }) => `${action}: ${code}`);
	expect(names).toEqual(
		expect.arrayContaining([
			'v1.0 general: OK',
			'v1.1 general/cropping: OK',
			'v1.0 general: 4000505',
			'oauth2/token/create: invalid_client',
		]),
	);
	expect(givenTokens.length).toBeGreaterThan(3);
	const { credentials, userCredentials } = sandbox.providers.nhn;
	for (const secret of [
		...Object.values(credentials),
		...Object.values(userCredentials),
		...givenTokens,
	]) {
		expect(said).not.toContain(secret);
	}
	expect(said).not.toMatch(/[A-Za-z0-9+/]{100}/);
});
