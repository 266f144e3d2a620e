import { readFileSync } from 'node:fs';

import nock from 'nock';

import type { Counts } from '../../sandbox/exchange';
import { samplePath } from '../../sandbox/sampleRoutes';
import type { Sandbox } from '../../sandbox/server';
import { startSandbox } from '../../sandbox/server';

const sample = (name: string) => readFileSync(samplePath(name));

let sandbox: Sandbox;
const log: string[] = [];

beforeAll(async () => {
	nock.enableNetConnect(/^(127\.0\.0\.1|localhost)(:\d+)?$/);
	sandbox = await startSandbox({ log: (line) => log.push(line) });
});
afterAll(async () => await sandbox?.close());
beforeEach(async () => {
	await control('DELETE', 'faults');
	await control('DELETE', 'limits');
	await control('DELETE', 'requests');
});

const control = async (method: string, route: string, content?: object) =>
	await fetch(`${sandbox.url}/_sandbox/${route}`, {
		method,
		...(content && {
			body: JSON.stringify(content),
			headers: { 'content-type': 'application/json' },
		}),
	});

async function queue(fault: object): Promise<void> {
	const { status } = await control('POST', 'faults', { provider: 'nhn', ...fault });
	expect(status).toBe(204);
}

/** Sends an image to NHN Cloud, as a form. */
async function send(image = 'blank.png', init: RequestInit = {}): Promise<Response> {
	const { appKey, secretKey } = sandbox.providers.nhn.credentials;
	const body = new FormData();
	body.append('image', new Blob([sample(image)]), 'image');
	return await fetch(`${sandbox.url}/v1.0/appkeys/${appKey}/general`, {
		method: 'POST',
		body,
		headers: { authorization: secretKey },
		...init,
	});
}

const resultCode = async (response: Response) =>
	((await response.json()) as { header: { resultCode: number } }).header.resultCode;

/** What became of the requests to NHN Cloud since the test began, when the last one is over. */
async function counts(): Promise<Counts> {
	return ((await (await control('GET', 'counts')).json()) as Record<string, Counts>).nhn;
}

const noText = 4000501;

interface Gaps {
	result: {
		listOfInferTexts: unknown[];
		listOfBoundingBoxes: Array<{ boundingBoxes: object[] }>;
	};
}

test('slow: the proper answer, later', async () => {
	await queue({ fault: 'slow', milliseconds: 400 });
	expect(await resultCode(await send())).toBe(noText);
	const [{ started, ended }] = sandbox.requests;
	expect(ended - started).toBeGreaterThan(390);
});

test('a client that does not wait for its answer is gone', async () => {
	await queue({ fault: 'slow', milliseconds: 600_000 });
	const leaving = new AbortController();
	const take = jest.spyOn(sandbox.faults, 'take');
	const answer = send('blank.png', { signal: leaving.signal });
	await until(() => take.mock.results.some(({ value }) => value?.fault === 'slow'));
	leaving.abort();
	await expect(answer).rejects.toThrow(/abort/);
	await until(() => sandbox.requests.length > 0);
	expect(sandbox.requests).toMatchObject([{ code: 'gone', status: 0, billed: false }]);
});

async function until(condition: () => boolean): Promise<void> {
	while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}

test('half: the connection closes in the middle of an answer that is billed', async () => {
	await queue({ fault: 'half' });
	const response = await send('korean_notice.png');
	expect(response.status).toBe(200);
	const whole = Number(response.headers.get('content-length'));
	let got = '';
	const read = async () => {
		const text = new TextDecoder();
		for await (const chunk of response.body!) got += text.decode(chunk, { stream: true });
	};
	await expect(read()).rejects.toThrow();
	expect(got).toMatch(/^\{"header":\{"isSuccessful":true/);
	expect(Buffer.byteLength(got)).toBeLessThan(whole);
	expect(await counts()).toEqual({ requests: 1, read: 1, billed: 1 });
});

test('reset: the connection is reset when the request was read whole', async () => {
	await queue({ fault: 'reset' });
	await expect(send()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
	expect(await counts()).toEqual({ requests: 1, read: 1, billed: 0 });
	expect(sandbox.requests).toMatchObject([{ code: 'reset', status: 0 }]);
});

test('resetEarly: the connection is reset before the body is read', async () => {
	await queue({ fault: 'resetEarly' });
	await expect(send()).rejects.toMatchObject({ cause: { code: /ECONNRESET|EPIPE/ } });
	expect(await counts()).toEqual({ requests: 1, read: 0, billed: 0 });
});

test.each([
	[{ httpStatus: 429 }, null],
	[{ httpStatus: 429, retryAfter: 7 }, '7'],
	[{ httpStatus: 403 }, null],
	[{ httpStatus: 500 }, null],
	[{ httpStatus: 502 }, null],
	[{ httpStatus: 503, retryAfter: 1 }, '1'],
	[{ httpStatus: 504 }, null],
	[{ httpStatus: 200 }, null],
])('page %j: HTML in place of an answer', async (fault, retryAfter) => {
	await queue({ fault: 'page', ...fault });
	const response = await send('korean_notice.png');
	expect(response.status).toBe(fault.httpStatus);
	expect(response.headers.get('retry-after')).toBe(retryAfter);
	expect(response.headers.get('content-type')).toMatch(/^text\/html/);
	expect(await response.text()).toMatch(/^<html>/);
	expect(await counts()).toEqual({ requests: 1, read: 1, billed: 0 });
});

test('empty: no body', async () => {
	await queue({ fault: 'empty' });
	const response = await send();
	expect([response.status, await response.text()]).toEqual([200, '']);
});

test('redirect: to another origin, where a client that follows is seen', async () => {
	await queue({ fault: 'redirect', times: 2 });
	const response = await send('blank.png', { redirect: 'manual' });
	expect(response.status).toBe(307);
	const target = new URL(response.headers.get('location')!);
	expect(target.origin).not.toBe(sandbox.url);
	expect(await counts()).toMatchObject({ requests: 1 });

	// fetch sends no Authorization header to another origin.
	expect(await resultCode(await send())).toBe(4000005);
	expect(await counts()).toMatchObject({ requests: 3 });
});

test('gaps: boxes are empty or missing, words are all there', async () => {
	const answer = async () => (await (await send('korean_notice.png')).json()) as Gaps;
	const proper = await answer();
	await queue({ fault: 'gaps' });
	const { result } = await answer();
	expect(result.listOfInferTexts).toEqual(proper.result.listOfInferTexts);
	expect(result.listOfBoundingBoxes.length).toBeLessThan(result.listOfInferTexts.length);
	expect(result.listOfBoundingBoxes[0].boundingBoxes[0]).toEqual({});
});
test('faults of all kinds wait for each other, and are skipped and repeated as asked for', async () => {
	await queue({ fault: 'page', httpStatus: 502, skip: 1, times: 2 });
	await queue({ fault: 'resetEarly', skip: 1 });
	const statuses = [];
	for (let sent = 0; sent < 6; sent++) {
		statuses.push(
			await send().then(
				({ status }) => status,
				() => 'reset',
			),
		);
	}
	expect(statuses).toEqual([200, 502, 502, 200, 'reset', 200]);
});

test.each<[string, object, RegExp]>([
	['a code of another provider', { provider: 'nhn', code: 'InternalError' }, /documents no error/],
	['an oddity of another provider', { provider: 'tencent', fault: 'gaps' }, /has no fault gaps/],
	['nothing', { provider: 'nhn' }, /code/],
	['both', { provider: 'nhn', code: '4000006', fault: 'slow' }, /exactly one|oneOf/i],
])('a fault of %s is refused', async (_, fault, message) => {
	const response = await control('POST', 'faults', fault);
	expect(response.status).toBe(400);
	expect(await response.text()).toMatch(message);
});

describe('limits', () => {
	const limit = async (content: object) =>
		expect((await control('POST', 'limits', content)).status).toBe(204);
	const day = 86_400;

	test.each([
		[{ kind: 'slidingWindow', limit: 2, seconds: day }, 2],
		[{ kind: 'fixedWindow', limit: 2, seconds: 100 * day }, 2],
		[{ kind: 'tokenBucket', limit: 2, seconds: day }, 1],
		[{ kind: 'tokenBucket', limit: 2, seconds: day, burst: 3 }, 3],
	])('NHN Cloud, %j: %i pass', async (rule, passed) => {
		await limit({ provider: 'nhn', ...rule });
		const codes = [];
		for (let sent = 0; sent < 4; sent++) codes.push(await resultCode(await send()));
		expect(codes).toEqual([...Array(passed).fill(noText), ...Array(4 - passed).fill(4000006)]);
		await control('DELETE', 'limits');
		expect(await resultCode(await send())).toBe(noText);
	});

	test('Computer Vision Vietnam refuses with the page of a gateway', async () => {
		await limit({ provider: 'computerVisionVietnam', kind: 'tokenBucket', limit: 1, seconds: day });
		const { apiKey, apiSecret } = sandbox.providers.computerVisionVietnam.credentials;
		const ask = async () =>
			await fetch(`${sandbox.url}/api/v2/ocr/card`, {
				headers: { authorization: `Basic ${btoa(`${apiKey}:${apiSecret}`)}` },
			});
		expect(await (await ask()).json()).toMatchObject({ errorCode: '6' });
		const { status, headers } = await ask();
		expect([status, headers.get('retry-after')]).toEqual([429, null]);
	});

	test('those who cannot sign in use nothing up, and other providers have no limit', async () => {
		await limit({ provider: 'nhn', kind: 'tokenBucket', limit: 1, seconds: day });
		expect(await resultCode(await send('blank.png', { headers: { authorization: 'x' } }))).toBe(
			4010001,
		);
		expect(await resultCode(await send())).toBe(noText);
		expect(await resultCode(await send())).toBe(4000006);
	});

	test.each<[string, object]>([
		['an unknown kind', { provider: 'nhn', kind: 'leaky', limit: 1 }],
		['no requests', { provider: 'nhn', kind: 'tokenBucket', limit: 0 }],
		['an unknown provider', { provider: 'other', kind: 'tokenBucket', limit: 1 }],
	])('a limit with %s is refused', async (_, content) => {
		expect((await control('POST', 'limits', content)).status).toBe(400);
	});
});
