import dns from 'node:dns';
import type { AddressInfo, Socket } from 'node:net';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import nock from 'nock';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import * as tencent from '../TencentCloudOcr/tencent';
import { urlItems } from '../support/files';
import { textOf } from '../support/runNode';

jest.mock('../../nodes/shared/engine/retry/retryDelay', () => {
	const { retryDelay } = jest.requireActual('../../nodes/shared/engine/retry/retryDelay');
	// The waits are of no matter here.
	return {
		retryDelay: (...of: unknown[]) => {
			const delay = retryDelay(...of);
			return delay === undefined ? undefined : delay / 100;
		},
	};
});

const { failure, lineOf } = tencent;

// A real connection, because what has arrived is what counts.
beforeAll(() => nock.restore());

type Handler = (request: IncomingMessage, response: ServerResponse, index: number) => void;

/** A provider that counts what arrives: connections, and requests that it has read whole. */
async function startProvider(handler: Handler, onHead: (socket: Socket) => void = () => {}) {
	const counts = { heads: 0, read: 0, aborted: 0 };
	let hasClosed = () => {};
	/** Resolves when the other side has closed a connection before its answer. */
	const closed = new Promise<void>((resolve) => (hasClosed = resolve));
	const server = createServer((request, response) => {
		counts.heads++;
		onHead(request.socket);
		response.on('close', () => {
			if (response.writableFinished) return;
			counts.aborted++;
			hasClosed();
		});
		request.on('error', () => {});
		request.resume().on('end', () => handler(request, response, counts.read++));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const close = () => {
		server.close();
		server.closeAllConnections();
	};
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		counts,
		closed,
		close,
	};
}

const reset: Handler = (_, response) => (response.socket as Socket).resetAndDestroy();
const status =
	(code: number, headers = {}): Handler =>
	(_, response) =>
		response
			.writeHead(code, { 'content-type': 'text/html', ...headers })
			.end('<title>Gateway</title>');
const answer = (response: ServerResponse, body: object = lineOf('text')) =>
	response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));

interface Run {
	parameters?: INodeParameters;
	items?: INodeExecutionData[];
	stop?: boolean;
}

const start = (url: string, { parameters = {}, items, stop = false }: Run = {}) =>
	tencent.start(parameters, {
		items,
		settings: { onError: stop ? 'stopWorkflow' : 'continueRegularOutput' },
		credential: { baseUrl: url },
	});

/** The errors of a run, and what the provider has counted. */
async function outcome(handler: Handler, run: Run = {}, onHead?: (socket: Socket) => void) {
	const provider = await startProvider(handler, onHead);
	try {
		const { outputs } = await start(provider.url, run).result;
		const errors = outputs[0].map(({ json }) => json.error as string | undefined);
		return { ...provider.counts, error: errors[0], errors };
	} finally {
		provider.close();
	}
}

const CHARGED =
	/The provider may already have charged for this request, so check the number of calls/;
const RETRY_IF_BILLED = { parameters: { options: { retryIfBilled: true } } };
const half: Handler = (_, response) => {
	response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1_000 });
	response.write('{"Response":', () => (response.socket as Socket).resetAndDestroy());
};

describe('once the whole request was sent, it is not sent again', () => {
	test.each<[string, Handler, INodeParameters]>([
		['the connection is reset', reset, {}],
		['the answer breaks off', half, {}],
		['no answer comes in time', () => {}, { requestOptions: { timeout: 2_000 } }],
		['HTTP status 504', status(504), {}],
		['HTTP status 524', status(524), {}],
	])('%s', async (_, handler, parameters) => {
		const { read, error } = await outcome(handler, { parameters });
		expect(read).toBe(1);
		expect(error).toMatch(CHARGED);
	});

	test.each<[string, Handler]>([
		['the connection is reset', reset],
		['HTTP status 504', status(504)],
	])('%s: unless the user says so', async (_, handler) => {
		const { read, error } = await outcome(handler, RETRY_IF_BILLED);
		expect(read).toBe(4);
		expect(error).toMatch(CHARGED);
	});

	// Node.js may report the reset before it reports that the last bytes have left.
	test('a large image from memory, even if its end may not have left', async () => {
		const image = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(7e6)]);
		const parameters = { inputType: 'base64', imageBase64: image.toString('base64') };
		const { heads, error } = await outcome(reset, { parameters }, (socket) =>
			socket.resetAndDestroy(),
		);
		expect(heads).toBe(1);
		expect(error).toMatch(CHARGED);
	});

	test('the answer of a later try counts', async () => {
		const { read, error } = await outcome((request, response, index) => {
			if (index === 0) reset(request, response, index);
			else answer(response);
		}, RETRY_IF_BILLED);
		expect([read, error]).toEqual([2, undefined]);
	});
});

describe('what was refused, or did not arrive whole, is sent again three times', () => {
	test.each([408, 500, 502, 503, 521, 522, 523])('HTTP status %d', async (code) => {
		const { read, error } = await outcome(status(code));
		expect(read).toBe(4);
		expect(error).not.toMatch(CHARGED);
	});

	test.each(['InternalError', 'ServiceUnavailable'])("the provider's own word %s", async (code) => {
		const { read } = await outcome((_, response) => void answer(response, failure(code)));
		expect(read).toBe(4);
	});

	test('nobody listens', async () => {
		const provider = await startProvider(() => {});
		provider.close();
		const { outputs } = await start(provider.url).result;
		expect(outputs[0][0].json.error).toMatch(/refused the connection\. Check its address/);
	});
});

test.each([400, 413, 501])('HTTP status %d is final for the item', async (code) => {
	const { read, errors } = await outcome(status(code), {
		parameters: { imageUrl: '={{ $json.url }}', options: { maxConcurrent: 1 } },
		items: urlItems(2),
	});
	expect(read).toBe(2);
	expect(errors).toEqual(Array(2).fill(expect.stringContaining(`(HTTP status ${code})`)));
});

describe('what a gateway forbids', () => {
	const run = async (forbidden: number[], body?: Parameters<typeof answer>[1]) =>
		await outcome(
			(request, response, index) => {
				if (forbidden.includes(index)) status(403)(request, response, index);
				else answer(response, body);
			},
			{
				parameters: { imageUrl: '={{ $json.url }}', options: { maxConcurrent: 1 } },
				items: urlItems(6),
			},
		);
	const FORBIDDEN = expect.stringMatching(
		/^\d\.png: The request was rejected .* \(HTTP status 403\)$/,
	);
	const UNSENT = expect.stringMatching(
		/^\d\.png: Not sent, because an earlier request failed: The request/,
	);

	test('fails one item after another had its answer', async () => {
		const { read, errors } = await run([1, 3]);
		expect(read).toBe(6);
		expect(errors).toEqual([undefined, FORBIDDEN, undefined, FORBIDDEN, undefined, undefined]);
	});

	test('fails one item after an image without text had its answer', async () => {
		const { read, errors } = await run([1], failure('FailedOperation.ImageNoText'));
		expect(read).toBe(6);
		expect(errors).toEqual([undefined, FORBIDDEN, ...Array<undefined>(4).fill(undefined)]);
	});

	test('ends the run when it is the first request', async () => {
		const { read, errors } = await run([0]);
		expect(read).toBe(1);
		expect(errors).toEqual([FORBIDDEN, UNSENT, UNSENT, UNSENT, UNSENT, UNSENT]);
	});

	test('ends the run when it comes twice in a row', async () => {
		const { read, errors } = await run([2, 3]);
		expect(read).toBe(4);
		expect(errors).toEqual([undefined, undefined, FORBIDDEN, FORBIDDEN, UNSENT, UNSENT]);
	});
});

test('a host that is not found is looked up once for all items', async () => {
	const lookup = jest.spyOn(dns, 'lookup');
	const { result } = start('https://nowhere.invalid', {
		parameters: { imageUrl: '={{ $json.url }}', options: { maxConcurrent: 1 } },
		items: urlItems(4),
	});
	const errors = (await result).outputs[0].map(({ json }) => json.error);
	expect(errors[0]).toMatch(
		/^0\.png: The host of the endpoint \S+ was not found\. Check its address/,
	);
	expect(errors[3]).toMatch(/^3\.png: Not sent, because an earlier request failed: The host/);
	expect(lookup).toHaveBeenCalledTimes(1);
});

test('an item that waits for its next try keeps its own reason when another one ends the run', async () => {
	const { errors, read } = await outcome(
		(request, response, index) => {
			if (index === 0) status(503, { 'retry-after': '200' })(request, response, index);
			else answer(response, failure('AuthFailure.SignatureFailure'));
		},
		{
			parameters: { imageUrl: '={{ $json.url }}', options: { maxConcurrent: 2 } },
			items: urlItems(2),
		},
	);
	expect(read).toBe(2);
	expect(errors[0]).toMatch(
		/^0\.png: The service is not available\. .*\. Not retried, because an earlier request failed: The signature is wrong.* \(HTTP status 503\)$/,
	);
});

describe('requests under way are aborted', () => {
	test('when another item stops the workflow', async () => {
		const provider = await startProvider((_, response, index) => {
			if (index === 1) answer(response, failure('FailedOperation.ImageBlur'));
		});
		const { error } = await start(provider.url, {
			parameters: { imageUrl: '={{ $json.url }}', options: { maxConcurrent: 2 } },
			items: urlItems(4),
			stop: true,
		}).result;
		expect(textOf(error)).toContain('(FailedOperation.ImageBlur)');
		await provider.closed;
		expect(provider.counts).toEqual({ heads: 2, read: 2, aborted: 1 });
		provider.close();
	});

	test('when the execution is canceled', async () => {
		let resolve = () => {};
		const arrived = new Promise<void>((done) => (resolve = done));
		const provider = await startProvider(() => resolve());
		const { result, cancel } = start(provider.url);
		await arrived;
		cancel();
		await result.catch(() => {});
		await provider.closed;
		expect(provider.counts).toEqual({ heads: 1, read: 1, aborted: 1 });
		provider.close();
	});

	test('but not those of other items, when the run only ends', async () => {
		const { errors } = await outcome(
			(_, response, index) => {
				if (index === 1) answer(response, failure('ResourceUnavailable.InArrears'));
				else setTimeout(() => answer(response), 100);
			},
			{
				parameters: { imageUrl: '={{ $json.url }}', options: { maxConcurrent: 2 } },
				items: urlItems(3),
			},
		);
		expect(errors).toEqual([
			undefined,
			expect.stringContaining('InArrears'),
			expect.stringMatching(
				/^2\.png: Not sent, because an earlier request failed: The Tencent Cloud account/,
			),
		]);
	});
});
