import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import net, { type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import { ANSWERS, documentIn, LARGE, linesOf, withLargeGap, type ProviderName } from './answers';
import { KINDS, type Fate, type KindName } from './fates';

/** What the provider knows of a document. */
export interface Account {
	/** Its requests of which it has read enough to know the document. */
	arrived: number;
	/** Its requests that it has read whole. */
	whole: number;
	billed: number;
	/** Its answers that left whole and could be read. */
	delivered: number;
	/** Its requests that came after that. */
	resent: number;
}

/** A provider that fails as the fates of its documents say. */
export interface StandIn {
	url: string;
	/** What became of its documents, by their numbers. */
	accounts: Map<number, Account>;
	/** Requests of no known document. */
	unknown: number;
	/** How often it shut its door. */
	shuts: number;
	/** When the last request came, ms since the epoch. */
	lastAt: number;
	/** Ends with all its connections. */
	close(): void;
}

/** How long a shut door stays shut, ms. */
const SHUT = 300;

/** Enough to know the document: the head of a form, or of JSON. */
const START = 8 * 1024;

const JSON_TYPE = 'application/json';
const WRONG_TYPES = ['text/html', 'text/plain; charset=utf-16', 'image/png', 'nonsense', undefined];
const PAGE = `<html><head><title>Gateway</title></head><body>${'<p>Please wait.</p>'.repeat(50)}</body></html>`;
const LARGE_PAGE = `<html><head><title>Gateway</title></head><body>${LARGE}</body></html>`;

interface Options {
	provider: ProviderName;
	fateOf: (document: number) => Fate;
	/** The time-out of the node, ms. */
	timeout: number;
}

export async function startStandIn({ provider, fateOf, timeout }: Options): Promise<StandIn> {
	const answers = ANSWERS[provider];
	const sockets = new Set<Socket>();
	const requests = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
		standIn.lastAt = Date.now();
		request.on('error', () => {});
		response.on('error', () => {});
		receive(request, response);
	});

	/** Reads a request until it is known what happens to it. */
	function receive(request: IncomingMessage, response: ServerResponse): void {
		let start = Buffer.alloc(0);
		let known: { document: number; account: Account; kind: KindName } | undefined;
		const look = () => {
			const document = known ? undefined : documentIn(request.url ?? '', start);
			if (document === undefined) return;
			known = { document, ...arrival(document) };
			if (known.kind === 'resetBefore' || known.kind === 'resetDuring') {
				request.pause();
				request.socket.resetAndDestroy();
			}
		};
		look();
		request.on('data', (chunk: Buffer) => {
			if (!known && start.length < START) start = Buffer.concat([start, chunk]);
			look();
		});
		request.once('end', () => {
			if (!known) standIn.unknown++;
			else if (!request.socket.destroyed) void answer(known, response);
		});
	}

	/** Notes that a document has come, and says what happens to it this time. */
	function arrival(document: number) {
		const account = standIn.accounts.get(document) ?? {
			arrived: 0,
			whole: 0,
			billed: 0,
			delivered: 0,
			resent: 0,
		};
		standIn.accounts.set(document, account);
		const { kind, times } = fateOf(document);
		const isCalm = account.arrived++ >= times;
		if (account.delivered > 0) account.resent++;
		return { account, kind: isCalm ? 'calm' : kind } as const;
	}

	async function answer(
		{ document, account, kind }: { document: number; account: Account; kind: KindName },
		response: ServerResponse,
	): Promise<void> {
		account.whole++;
		const { billed } = KINDS[kind];
		if (billed !== 'no') account.billed++;
		if (billed === 'delivered') response.once('finish', () => account.delivered++);
		const success = answers.success(linesOf(document));
		const body = Buffer.from(JSON.stringify(success));
		const { form } = fateOf(document);
		const send = (status: number, text: string | Buffer, headers: object = {}) =>
			response.writeHead(status, { 'content-type': JSON_TYPE, ...headers }).end(text);
		const cut = () => response.socket?.destroy();
		const oneOf = <Value>(list: readonly Value[]): Value => list[Math.floor(form * list.length)];

		switch (kind) {
			case 'throttled':
				return void send(answers.throttled.status, answers.throttled.body);
			case 'status429':
				return void send(429, PAGE, { 'content-type': 'text/html' });
			case 'status429RetryAfter':
				return void send(429, '', { 'retry-after': oneOf(['1', '0.5', soon()]) });
			case 'status500':
			case 'status502':
			case 'status503':
			case 'status504':
				return void send(Number(kind.slice(-3)), oneOf([PAGE, '', '{"message":"Down"}']));
			case 'status503RetryAfter':
				return void send(503, PAGE, { 'retry-after': oneOf(['1', '0.5', soon()]) });
			case 'doorShut':
				send(200, body);
				standIn.shuts++;
				door.close();
				await sleep(SHUT);
				return open();
			case 'resetAfter':
				return void response.socket?.resetAndDestroy();
			case 'half':
				response.writeHead(200, { 'content-type': JSON_TYPE, 'content-length': body.length });
				return void response.write(body.subarray(0, body.length / 2), cut);
			case 'halfChunked':
				response.writeHead(200, { 'content-type': JSON_TYPE });
				return void response.write(body.subarray(0, body.length / 2), cut);
			case 'late':
				await sleep(timeout + 1_000, undefined, { ref: false });
				return void send(200, body);
			case 'page':
				return void send(200, PAGE, { 'content-type': oneOf(['text/html', JSON_TYPE]) });
			case 'largePage':
				return void send(200, LARGE_PAGE, { 'content-type': 'text/html' });
			case 'empty':
				return void send(200, '', { 'content-type': oneOf(['text/html', JSON_TYPE]) });
			case 'wrongShape':
				return void send(200, oneOf(answers.wrongShapes));
			case 'wrongType': {
				const type = oneOf(WRONG_TYPES);
				return void response.writeHead(200, type ? { 'content-type': type } : {}).end(body);
			}
			case 'gzip':
				return void send(200, gzipSync(body), { 'content-encoding': 'gzip' });
			case 'brokenGzip': {
				const whole = gzipSync(body);
				const damaged = Buffer.from(whole).fill(0xff, 12, whole.length - 10);
				const forms = [whole.subarray(0, whole.length / 2), damaged, body, Buffer.from('nothing')];
				return void send(200, oneOf(forms), { 'content-encoding': 'gzip' });
			}
			case 'redirect':
				return void send(oneOf([301, 302, 303, 307, 308]), '', { location: `${url}/elsewhere` });
			case 'large':
				return void send(200, withLargeGap(success));
			case 'largeWrongShape':
				return void send(200, JSON.stringify(answers.wrongShapeWith(LARGE)));
			// The two are over before all of a request has come.
			case 'resetBefore':
			case 'resetDuring':
			case 'calm':
				return void send(200, body);
		}
	}

	// A door in front of the server: it can be shut without ending what is under way.
	let door: net.Server;
	let isClosed = false;
	let port = 0;
	function open(): void {
		if (isClosed) return;
		door = net.createServer((socket) => {
			sockets.add(socket);
			socket.once('close', () => sockets.delete(socket));
			requests.emit('connection', socket);
		});
		// It is open already, if two documents have shut it.
		door.on('error', () => {}).listen(port, '127.0.0.1');
	}
	open();
	await once(door!, 'listening');
	({ port } = door!.address() as AddressInfo);
	const url = `http://127.0.0.1:${port}`;

	const standIn: StandIn = {
		url,
		accounts: new Map(),
		unknown: 0,
		shuts: 0,
		lastAt: 0,
		close() {
			isClosed = true;
			door.close();
			for (const socket of sockets) socket.destroy();
		},
	};
	return standIn;
}

/** A date a second from now, as Retry-After may hold it. */
const soon = () => new Date(Date.now() + 1_000).toUTCString();
