import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import nock from 'nock';
import { PDFDocument } from 'pdf-lib';

import { PNG } from '../support/files';
import { pageAlone, pagesOfSize } from '../support/pdfPages';
import { textOf } from '../support/runNode';
import { answerWith, failure, lineOf, run, SECRET_KEY, start } from './tencent';

async function pdf(pages: number): Promise<Buffer> {
	const document = await PDFDocument.create();
	for (let page = 0; page < pages; page++) document.addPage();
	return Buffer.from(await document.save());
}

const HOST = 'https://example.com';
const imageUrl = `${HOST}/a.pdf`;

const sent = async (parameters: object) => {
	const requests = answerWith((_, index) => lineOf(`request ${index + 1}`));
	const { error, outputs } = await run(parameters as never);
	return { bodies: requests.map(({ body }) => body), error, outputs };
};
const pagesOf = async (file: Buffer, ...pages: number[]) =>
	await Promise.all(pages.map(async (page) => await pageAlone(file, page)));

describe('what is downloaded and sent', () => {
	test('all pages, from one download', async () => {
		const file = await pdf(3);
		nock(HOST).get('/a.PDF?x').reply(200, file);
		const { bodies, outputs } = await sent({ imageUrl: `${HOST}/a.PDF?x` });
		expect(bodies).toEqual(await pagesOf(file, 1, 2, 3));
		expect(outputs[0].map(({ json }) => [json.page, json.text])).toEqual([
			[1, 'request 1'],
			[2, 'request 2'],
			[3, 'request 3'],
		]);
	});

	test('named pages, of an address that does not end with .pdf', async () => {
		const file = await pdf(5);
		nock(HOST).get('/get?id=1').reply(200, file);
		const { bodies } = await sent({
			imageUrl: `${HOST}/get?id=1`,
			options: { isPdf: true, pdfPages: '2-3' },
		});
		expect(bodies).toEqual(await pagesOf(file, 2, 3));
	});

	test('named pages need no page count: the PDF may be one that cannot be counted', async () => {
		const file = Buffer.from('%PDF-1.7\n');
		nock(HOST).get('/a.pdf').twice().reply(200, file);
		expect((await sent({ imageUrl, options: { pdfPages: '1-2' } })).bodies).toEqual(
			[1, 2].map((PdfPageNumber) => ({
				ImageBase64: file.toString('base64'),
				IsPdf: true,
				PdfPageNumber,
			})),
		);
		const { error } = await sent({ imageUrl });
		expect(textOf(error)).toMatch(
			/^a\.pdf: The pages of this PDF cannot be counted, .* in PDF Pages/,
		);
	});

	test.each([
		['the name', '/a.pdf', {}],
		['the option', '/b', { isPdf: true }],
	])('a picture is read as a picture, whatever %s says', async (_, path, options) => {
		nock(HOST).get(path).reply(200, PNG);
		const { bodies } = await sent({ imageUrl: `${HOST}${path}`, options });
		expect(bodies).toEqual([{ ImageBase64: PNG.toString('base64') }]);
	});

	test('Is PDF switched off: Tencent Cloud gets the address', async () => {
		const { bodies } = await sent({ imageUrl, options: { isPdf: false } });
		expect(bodies).toEqual([{ ImageUrl: imageUrl }]);
	});

	test('the host of the file gets neither keys nor headers of the API', async () => {
		let headers: Record<string, string> = {};
		const file = await pdf(1);
		nock(HOST)
			.get('/a.pdf')
			.reply(function () {
				headers = this.req.headers;
				return [200, file];
			});
		await sent({ imageUrl });
		expect(Object.keys(headers)).not.toContain('authorization');
		expect(Object.keys(headers).filter((name) => name.startsWith('x-tc'))).toEqual([]);
		expect(JSON.stringify(headers)).not.toContain(SECRET_KEY);
	});

	test('a redirect is followed', async () => {
		const file = await pdf(1);
		nock(HOST).get('/a.pdf').reply(302, '', { location: 'https://files.example.com/b' });
		nock('https://files.example.com').get('/b').reply(200, file);
		expect((await sent({ imageUrl })).bodies).toEqual(await pagesOf(file, 1));
	});
});

describe.each(['generalAccurate', 'generalBasic'])('%s: the limits of a download', (operation) => {
	const limit = operation === 'generalBasic' ? '5.25' : '7.50';

	test('a page is sent alone, so its PDF may be larger than a request', async () => {
		const file = pagesOfSize(8, 1, 3);
		expect(file.length).toBeGreaterThan(12 * 1024 * 1024);
		nock(HOST).get('/a.pdf').reply(200, file);
		const { bodies, error } = await sent({ operation, imageUrl, options: { pdfPages: '2' } });
		expect(textOf(error)).toBe('');
		expect(bodies).toEqual(await pagesOf(file, 2));
	});

	test('a page that is too large itself is refused', async () => {
		nock(HOST).get('/a.pdf').reply(200, pagesOfSize(8, 1));
		const { bodies, error } = await sent({ operation, imageUrl, options: { pdfPages: '1' } });
		expect(bodies).toEqual([]);
		expect(textOf(error)).toBe(
			`a.pdf, page 1: The page is 8.00 MB, but Tencent Cloud accepts at most ${limit} MB. Resize or split it first.`,
		);
	});

	test('a picture has that of a request', async () => {
		nock(HOST)
			.get('/a.pdf')
			.reply(200, Buffer.concat([PNG, Buffer.alloc(8 * 1024 * 1024)]));
		const { bodies, error } = await sent({ operation, imageUrl });
		expect(bodies).toEqual([]);
		expect(textOf(error)).toBe(
			`a.pdf: The file at the URL is larger than ${limit} MB, the maximum that Tencent Cloud accepts. Resize or split it first.`,
		);
	});
});

describe('downloads that fail', () => {
	const failed = async (parameters: object = {}) => {
		const { bodies, error } = await sent({ imageUrl, ...parameters });
		expect(bodies).toEqual([]);
		return error!;
	};

	test.each([401, 404, 501])('HTTP status %i ends it', async (status) => {
		nock(HOST).get('/a.pdf').reply(status);
		expect(textOf(await failed())).toBe(
			`a.pdf: n8n could not download the file. Check that the URL opens without a login, or send the file itself. (HTTP status ${status})`,
		);
	});

	test.each([429, 500, 503])('after HTTP status %i it is tried again', async (status) => {
		const file = await pdf(1);
		nock(HOST).get('/a.pdf').reply(status).get('/a.pdf').reply(200, file);
		expect((await sent({ imageUrl })).bodies).toEqual(await pagesOf(file, 1));
	});

	test('after a reset it is tried again, three times in all', async () => {
		const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
		const scope = nock(HOST).get('/a.pdf').times(4).replyWithError(reset);
		const { message, description } = await failed();
		expect(message).toBe(
			'a.pdf: n8n could not download the file, because the connection to its server failed',
		);
		expect(description).toBe(
			'Check that the URL opens without a login, or send the file itself. read ECONNRESET',
		);
		expect(scope.pendingMocks()).toHaveLength(1);
	});

	test('a host that does not exist is looked up once', async () => {
		const missing = Object.assign(new Error('getaddrinfo ENOTFOUND example.com'), {
			code: 'ENOTFOUND',
		});
		nock(HOST).get('/a.pdf').replyWithError(missing);
		expect((await failed()).description).toMatch(/\. getaddrinfo ENOTFOUND example\.com$/);
	});

	test.each([
		['The URL returns HTML instead of an image or PDF', '<!DOCTYPE html><title>Sign in</title>'],
		['The URL returns JSON instead of an image or PDF', '{"error":"login required"}'],
		['The file at the URL has an unknown file type', 'hello'],
		['The file at the URL has an unknown file type', ''],
	])('%s: it may be behind a login', async (sentence, body) => {
		nock(HOST).get('/a.pdf').reply(200, body);
		expect(textOf(await failed())).toBe(
			`a.pdf: ${sentence}. Check that the URL opens without a login, or send the file itself.`,
		);
	});

	test('a file of another kind is to be converted', async () => {
		nock(HOST).get('/a.pdf').reply(200, 'GIF89a');
		expect(textOf(await failed())).toBe(
			'a.pdf: The file at the URL has the file type GIF, but Tencent Cloud accepts only PNG, JPEG, BMP or PDF. Convert it first.',
		);
	});
});

describe('a server of its own', () => {
	let server: Server;
	let origin: string;
	let listener: RequestListener;
	const closed = (response: ServerResponse) =>
		new Promise<void>((resolve) => response.once('close', resolve));
	/** Makes the server begin a file and never finish it; resolves when it has begun and is closed. */
	const stalledDownload = () => {
		const begun = new Promise<ServerResponse>((resolve) => {
			listener = (_, response) => {
				response.write('%PDF-1.7\n');
				resolve(response);
			};
		});
		return { begun, ended: begun.then(closed) };
	};

	beforeEach(async () => {
		nock.enableNetConnect('127.0.0.1');
		server = createServer((request, response) => listener(request, response));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});
	afterEach(() => {
		server.closeAllConnections();
		server.close();
		nock.disableNetConnect();
	});

	test('a picture without end is not downloaded beyond the limit', async () => {
		let written = 0;
		let ended!: Promise<void>;
		listener = (_, response) => {
			ended = closed(response);
			const piece = Buffer.concat([PNG, Buffer.alloc(64 * 1024)]);
			const write = () => {
				while (!response.destroyed) {
					written += piece.length;
					if (!response.write(piece)) return void response.once('drain', write);
				}
			};
			write();
		};
		const { bodies, error } = await sent({ imageUrl: `${origin}/a.pdf` });
		await ended;
		expect(bodies).toEqual([]);
		expect(textOf(error)).toBe(
			'a.pdf: The file at the URL is larger than 7.50 MB, the maximum that Tencent Cloud accepts. Resize or split it first.',
		);
		expect(written).toBeLessThan(40 * 1024 * 1024);
	});

	test.each([
		['never answers', () => {}],
		[
			'stops in the middle',
			(_: IncomingMessage, response: ServerResponse) => void response.write('%PDF-1.7\n'),
		],
	])("a server that %s: the node's time-out ends the download", async (_, answer) => {
		let ended!: Promise<void>;
		listener = (request, response) => {
			ended = closed(response);
			answer(request, response);
		};
		const { error } = await sent({
			imageUrl: `${origin}/a.pdf`,
			requestOptions: { timeout: 300 },
		});
		await ended;
		expect(textOf(error)).toBe(
			'a.pdf: The download of the file took longer than 0.3 seconds. Raise Timeout in Request Options, or send the file itself.',
		);
	});

	test('an answer that breaks off is tried again', async () => {
		const file = await pdf(1);
		let tries = 0;
		listener = (_, response) => {
			response.setHeader('content-length', file.length);
			if (++tries > 1) return void response.end(file);
			response.write(file.subarray(0, 100), () => response.destroy());
		};
		const { bodies } = await sent({ imageUrl: `${origin}/a.pdf` });
		expect(bodies).toEqual(await pagesOf(file, 1));
		expect(tries).toBe(2);
	});

	test('Stop ends the download', async () => {
		const requests = answerWith(() => lineOf('a'));
		const { begun, ended } = stalledDownload();
		const { result, cancel } = start({ imageUrl: `${origin}/a.pdf` });
		await begun;
		cancel();
		await ended;
		await result.catch(() => {});
		expect(requests).toEqual([]);
	});

	test('the failure of another item ends the download', async () => {
		const requests = answerWith(() => failure('AuthFailure.SecretIdNotFound'));
		const { begun, ended } = stalledDownload();
		const { result } = start(
			{ imageUrl: '={{ $json.url }}' },
			{ items: [`${origin}/a.pdf`, `${HOST}/a.png`].map((url) => ({ json: { url } })) },
		);
		await begun;
		const { error } = await result;
		await ended;
		expect(textOf(error)).toMatch(/^a\.png: Tencent Cloud does not know this Secret ID/);
		expect(requests).toHaveLength(1);
	});

	test("it goes through the node's proxy, and no key does unencrypted", async () => {
		// Nock cannot pass on what goes through a proxy.
		nock.restore();
		const file = await pdf(1);
		const urls: string[] = [];
		listener = ({ method, url }, response) => {
			urls.push(`${method} ${url}`);
			response.setHeader('content-type', method === 'GET' ? 'application/pdf' : 'application/json');
			response.end(method === 'GET' ? file : JSON.stringify(lineOf('a')));
		};
		const { error } = await run(
			{ imageUrl: 'http://files.invalid/a.pdf', requestOptions: { proxy: origin } },
			{ credential: { baseUrl: 'custom', customBaseUrl: 'http://127.0.0.1:9' } },
		);
		nock.activate();
		expect(error?.message).toContain('The proxy could read the keys');
		expect(urls).toEqual(['GET http://files.invalid/a.pdf']);
	});
});
