import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
export interface Received {
	method: string;
	/** Path and query; the whole URL if it came as to a proxy, `host:port` for CONNECT. */
	url: string;
	headers: Record<string, string>;
	body: string;
}

/** A response; or the connection is closed, or no response ever comes. */
export type Reply =
	{ status?: number; headers?: Record<string, string>; body: object | string } | 'close' | 'wait';

/** A server on this machine that keeps all that it receives, and may repeat it. */
export interface EchoServer {
	url: string;
	/** What arrived since this was emptied. */
	received: Received[];
	/** The reply to each request. */
	reply: (request: Received) => Reply;
	close(): Promise<void>;
}

/** All of a request as text, as it travelled. */
export const wholeOf = ({ method, url, headers, body }: Received): string =>
	[`${method} ${url}`, ...Object.entries(headers).map((header) => header.join(': ')), body].join(
		'\n',
	);

/** Starts such a server, which at first replies to everything with an empty object. */
export async function startEchoServer(): Promise<EchoServer> {
	const keep = async (request: IncomingMessage): Promise<Received> => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const { method = '', url = '', headers } = request;
		const body = Buffer.concat(chunks).toString('latin1');
		const received = { method, url, headers: headers as Record<string, string>, body };
		echo.received.push(received);
		return received;
	};
	const server = createServer((request, response) => {
		void keep(request).then((received) => send(response, echo.reply(received)));
	});
	server.on('connect', (request: IncomingMessage, socket) => {
		const { url = '', headers } = request;
		echo.received.push({ method: 'CONNECT', url, headers: headers as never, body: '' });
		socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const echo: EchoServer = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		received: [],
		reply: () => ({ body: {} }),
		async close() {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
	return echo;
}

function send(response: ServerResponse, reply: Reply): void {
	if (reply === 'wait') return;
	if (reply === 'close') {
		response.destroy();
		return;
	}
	const { status = 200, headers, body } = reply;
	const isText = typeof body === 'string';
	response.writeHead(status, {
		'content-type': isText ? 'text/html' : 'application/json',
		...headers,
	});
	response.end(isText ? body : JSON.stringify(body));
}
