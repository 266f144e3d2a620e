import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import type { INodeParameters } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import nock from 'nock';

import * as vision from '../ComputerVisionVietnam/vision';
import * as nhn from '../NhnCloudOcr/nhn';
import { PNG } from '../support/files';
import { gate } from '../support/gate';
import { textOf } from '../support/runNode';
import { fileStore } from '../support/storedFiles';
import * as tencent from '../TencentCloudOcr/tencent';

/** As n8n keeps files when it is not told otherwise. */
const store = fileStore();
const FILE = { inputType: 'binary' };
const GOES_ON = { onError: 'continueRegularOutput' } as const;

const picture = (length: number) => Buffer.concat([PNG, Buffer.alloc(length - PNG.length, 1)]);
const pictures = async (count: number, length: number) =>
	await Promise.all(Array.from({ length: count }, async () => await store.item(picture(length))));

const ends: Array<() => void> = [];

type Listener = (...exchange: Parameters<RequestListener>) => unknown;

/** A real server, because files are read while they are sent. */
async function provider(listener: Listener): Promise<{ baseUrl: string }> {
	const server = createServer((request, response) => {
		const answered = (async () => await listener(request, response))();
		// A body that breaks off cannot be read, and its sender waits for no answer.
		answered.catch(() => response.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	ends.push(() => {
		server.close();
		server.closeAllConnections();
	});
	return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

// It keeps bodies to itself until their end.
beforeAll(() => nock.restore());
afterEach(() => {
	for (const end of ends.splice(0)) end();
	jest.restoreAllMocks();
});

test('a form is the file as it is stored', async () => {
	const bodies: Buffer[] = [];
	const credential = await provider(async (request, response) => {
		bodies.push(await buffer(request));
		response.end(JSON.stringify(nhn.wordOf('a')));
	});
	const items = await pictures(2, 700_000);
	const { error } = await nhn.run(FILE, { items, credential });
	expect(error).toBeUndefined();
	expect(bodies.map((body) => body.includes(picture(700_000)))).toEqual([true, true]);
	expect(store.open()).toBe(0);
});

interface Trouble {
	trouble: string;
	answers?: Listener;
	parameters?: INodeParameters;
}

test.each<Trouble>([
	{ trouble: 'the connection is refused' },
	{ trouble: 'the connection is cut', answers: (request) => request.socket.destroy() },
	{
		trouble: 'the answer comes before the body has',
		answers: (_, response) => response.writeHead(413, { connection: 'close' }).end(),
	},
	{
		trouble: 'nothing is answered',
		answers: (request) => request.pause(),
		parameters: { requestOptions: { timeout: 300 } },
	},
	{
		trouble: 'the sign-in fails',
		answers: (_, response) => response.writeHead(401).end('{}'),
		parameters: { authentication: 'userAccessKey' },
	},
])(
	'no file stays open when $trouble',
	async ({ answers, parameters }) => {
		const { baseUrl } = answers ? await provider(answers) : { baseUrl: 'http://127.0.0.1:1' };
		const { outputs } = await nhn.run(
			{ ...FILE, ...parameters },
			{
				items: await pictures(3, 4_000_000),
				settings: GOES_ON,
				credential: { baseUrl, tokenUrl: baseUrl },
			},
		);
		expect(outputs[0].map(({ json }) => json.error !== undefined)).toEqual([true, true, true]);
		for (let tries = 0; tries < 400 && store.open() > 0; tries++) await sleep(50);
		expect(store.open()).toBe(0);
	},
	30_000,
);

describe.each([
	['a form', nhn, nhn.wordOf('a')],
	['JSON', tencent, tencent.lineOf('a')],
])('%s', (_, node, answer) => {
	const answering = async (bodies: Buffer[] = []) =>
		await provider(async (request, response) => {
			bodies.push(await buffer(request).catch(() => Buffer.alloc(0)));
			response.end(JSON.stringify(answer));
		});

	test.each([-100, 100])(
		'of a file with %d more bytes than the store says fails at once',
		async (more) => {
			const items = await pictures(2, 5_000);
			const { service } = store;
			const getMetadata = service.getMetadata.bind(service);
			jest.spyOn(service, 'getMetadata').mockImplementation(async (id) => {
				const metadata = await getMetadata(id);
				if (id !== items[0].binary?.data.id) return metadata;
				return { ...metadata, fileSize: metadata.fileSize - more };
			});
			const { outputs } = await node.run(FILE, {
				items,
				settings: GOES_ON,
				credential: await answering(),
			});
			expect(outputs[0][0].json.error).toMatch(/changed while it was read/);
			expect(outputs[0].slice(1).every(({ json }) => json.error === undefined)).toBe(true);
			expect(outputs[0].at(-1)?.pairedItem).toEqual({ item: 1 });
		},
	);

	test.each([{ bytes: 1 }, { bytes: 1_000_000_000 }, { bytes: undefined }])(
		'of a file with the size of the store, where its item says %j',
		async (said) => {
			const bodies: Buffer[] = [];
			const credential = await answering(bodies);
			const items = [await store.item(picture(5_000), said)];
			const { error } = await node.run(FILE, { items, credential });
			expect(error).toBeUndefined();
			expect(bodies).toHaveLength(1);
			expect(bodies[0].length).toBeGreaterThan(5_000);
		},
	);
});

describe('what is too large is refused before it is read', () => {
	const read = () => ({
		stream: jest.spyOn(store.service, 'getAsStream'),
		decode: jest.spyOn(Buffer, 'from'),
	});

	/** Base64 text that was decoded, in characters. */
	const decoded = (decode: jest.SpyInstance): number[] =>
		decode.mock.calls
			.filter(([text, encoding]) => encoding === 'base64' && typeof text === 'string')
			.map(([text]) => text.length)
			.filter((length) => length > 1_000_000);

	test.each([
		['Computer Vision Vietnam, which documents no limit', vision, 60, 'this node sends', '50.00'],
		['NHN Cloud', nhn, 30, 'NHN Cloud accepts', '20.00'],
		['Tencent Cloud', tencent, 10, 'Tencent Cloud accepts', '7.50'],
	])('for %s', async (_, node, megabytes, taker, most) => {
		const bytes = megabytes * 1024 * 1024;
		const message = `The image is ${megabytes}.00 MB, but ${taker} at most ${most} MB. Resize or split it first.`;
		const base64 = 'AAAA'.repeat(bytes / 3);

		const [item] = await pictures(1, 5_000);
		const { stream, decode } = read();
		const metadata = { fileSize: bytes };
		jest.spyOn(store.service, 'getMetadata').mockResolvedValue(metadata);
		const file = await node.run(FILE, { items: [item] });
		expect(textOf(file.error)).toBe(`a.png: ${message}`);

		const parameters = { inputType: 'base64', imageBase64: '={{ $json.image }}' };
		const text = await node.run(parameters, { items: [{ json: { image: base64 } }] });
		expect(textOf(text.error)).toBe(message);

		const binary = { data: { data: base64, mimeType: 'image/png' } };
		const kept = await node.run(FILE, { items: [{ json: {}, binary }] });
		expect(textOf(kept.error)).toBe(message);

		// Only the first bytes say whether it is a PDF, whose pages may be sent alone.
		expect(stream.mock.calls.filter(([, bytes]) => Number(bytes) > 1024)).toEqual([]);
		expect(decoded(decode)).toEqual([]);
	});

	test('which is not so because of line breaks', async () => {
		const credential = await provider(async (request, response) => {
			await buffer(request);
			response.end(JSON.stringify(tencent.lineOf('a')));
		});
		const image = picture(7_800_000).toString('base64').replace(/.{64}/g, '$&\r\n');
		const { error } = await tencent.run(
			{ inputType: 'base64', imageBase64: '={{ $json.image }}' },
			{ items: [{ json: { image } }], credential },
		);
		expect(error).toBeUndefined();
	});
});

test.each([
	['for their kind', 1],
	['for their request', 2],
])('files that are being read %s when the run ends are not sent', async (_, held) => {
	const refused = gate();
	let requests = 0;
	const credential = await provider(async (request, response) => {
		requests++;
		await buffer(request);
		response.on('finish', () => refused.open());
		response.end(JSON.stringify(tencent.failure('AuthFailure.SignatureFailure')));
	});
	const items = await pictures(4, 1_000);
	const service = store.service;
	const getAsStream = service.getAsStream.bind(service);
	const reads = new Map<string, number>();
	jest.spyOn(service, 'getAsStream').mockImplementation(async (id, chunkSize) => {
		reads.set(id, (reads.get(id) ?? 0) + 1);
		if (id !== items[0].binary?.data.id && reads.get(id) === held) {
			await refused.opened;
			// For the refusal to arrive.
			await sleep(300);
		}
		return await getAsStream(id, chunkSize);
	});
	const { error } = await tencent.run(FILE, { items, credential });
	expect(textOf(error)).toContain('(AuthFailure.SignatureFailure)');
	await sleep(500);
	expect(requests).toBe(1);
	expect(Math.max(...reads.values())).toBeGreaterThanOrEqual(held);
});

test('the kind of a file is seen when it comes in small pieces', async () => {
	const credential = await provider(async (request, response) => {
		await buffer(request);
		response.end(JSON.stringify(nhn.wordOf('a')));
	});
	const items = await pictures(1, 2_000);
	jest
		.spyOn(store.service, 'getAsStream')
		.mockImplementation(async () =>
			Readable.from([picture(2_000).subarray(0, 3), picture(2_000).subarray(3)]),
		);
	const { error } = await nhn.run(FILE, { items, credential });
	expect(error).toBeUndefined();
});
