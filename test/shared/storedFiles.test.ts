import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import type { INodeParameters } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import nock from 'nock';

import * as nhn from '../NhnCloudOcr/nhn';
import { PNG } from '../support/files';
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

/** A real server, because files are read while they are sent. */
async function provider(listener: RequestListener): Promise<{ baseUrl: string }> {
	const server = createServer(listener);
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
	answers?: RequestListener;
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
		expect(outputs[0].map(({ error }) => error !== undefined)).toEqual([true, true, true]);
		for (let tries = 0; tries < 20 && store.open() > 0; tries++) await sleep(50);
		expect(store.open()).toBe(0);
	},
	30_000,
);

describe.each([
	['a form', nhn, nhn.wordOf('a')],
	['JSON', tencent, tencent.lineOf('a')],
])('%s', (_, node, answer) => {
	test.each([-100, 100])(
		'of a file with %d more bytes than n8n says fails at once',
		async (more) => {
			const credential = await provider(async (request, response) => {
				await buffer(request).catch(() => {});
				response.end(JSON.stringify(answer));
			});
			const [good] = await pictures(1, 5_000);
			const bad = await store.item(picture(5_000), { bytes: 5_000 - more });
			const { outputs } = await node.run(FILE, {
				items: [bad, good],
				settings: GOES_ON,
				credential,
			});
			expect(outputs[0][0].error?.message).toMatch(/changed while it was read/);
			expect(outputs[0].slice(1).every(({ error }) => error === undefined)).toBe(true);
			expect(outputs[0].at(-1)?.pairedItem).toEqual({ item: 1 });
		},
	);
});

test('files that are being read when the run ends are not sent', async () => {
	let requests = 0;
	const credential = await provider(async (request, response) => {
		requests++;
		await buffer(request);
		response.end(JSON.stringify(tencent.failure('AuthFailure.SignatureFailure')));
	});
	const items = await pictures(4, 1_000);
	const service = store.service;
	const getAsStream = service.getAsStream.bind(service);
	jest.spyOn(service, 'getAsStream').mockImplementation(async (id, chunkSize) => {
		if (id !== items[0].binary?.data.id) await sleep(300);
		return await getAsStream(id, chunkSize);
	});
	const { error } = await tencent.run(FILE, { items, credential });
	expect(error?.message).toMatch(/SignatureFailure|signature|key/i);
	await sleep(500);
	expect(requests).toBe(1);
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
