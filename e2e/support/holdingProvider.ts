import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

import { ANSWERS } from '../faults/answers';

/** A stand-in for NHN Cloud that answers at once, or holds what comes. */
export interface HoldingProvider {
	url: string;
	/** Whether it answers, reads what comes without an answer, or does not even read a body. */
	behaviour: 'answers' | 'holds' | 'stalls';
	/** Requests that have come. */
	arrived: number;
	/** Resets all connections. */
	cut(): void;
	close(): void;
}

export async function startHoldingProvider(): Promise<HoldingProvider> {
	const sockets = new Set<Socket>();
	const server = createServer((request, response) => {
		const { behaviour } = provider;
		provider.arrived++;
		request.on('error', () => {});
		if (behaviour === 'stalls') return;
		request.resume().once('end', () => {
			if (behaviour === 'holds') return;
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end(JSON.stringify(ANSWERS.nhn.success(['text'])));
		});
	});
	server.on('connection', (socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const provider: HoldingProvider = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		behaviour: 'answers',
		arrived: 0,
		cut() {
			for (const socket of sockets) socket.resetAndDestroy();
		},
		close() {
			server.close();
			provider.cut();
		},
	};
	return provider;
}
