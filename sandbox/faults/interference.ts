import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Limits } from '../limits';
import type { Provider } from '../provider';
import type { Trouble } from './fault';
import type { FaultQueue } from './faultQueue';

declare module 'fastify' {
	interface FastifyRequest {
		/** What happens to the request, if anything does. */
		trouble: Trouble | undefined;
	}
}

/** Trouble that leaves the request its proper answer, and changes that or how it arrives. */
const afterwards = ['slow', 'half'];

/** Fastify hooks that bring limits and faults about, for the routes of one provider. */
export function interference(
	name: string,
	provider: Pick<Provider<object>, 'error' | 'oddities' | 'throttled'>,
	{ faults, limits }: { faults: FaultQueue; limits: Limits },
) {
	const letPass = [...afterwards, ...(provider.oddities ?? [])];
	return {
		/** When the headers have come. */
		async onRequest(request: FastifyRequest, reply: FastifyReply) {
			request.trouble = faults.take(name, true);
			if (request.trouble) return reset(request, reply);
		},

		/** When the request has signed in. */
		async afterSignIn(request: FastifyRequest, reply: FastifyReply) {
			const isWithin = limits.accepts(name, request.account);
			const trouble = isWithin ? faults.take(name) : provider.throttled;
			request.trouble = trouble;
			if (!trouble || letPass.includes(trouble.fault ?? '')) return;

			await readWhole(request);
			const { code, fault, httpStatus = 200, retryAfter } = trouble;
			if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
			if (code !== undefined) {
				reply.code(httpStatus);
				throw provider.error(code);
			}
			if (fault === 'reset') return reset(request, reply);
			request.exchange.code = String(fault);
			if (fault === 'redirect') return redirect(request, reply, trouble);
			return reply
				.code(httpStatus)
				.type('text/html; charset=utf-8')
				.send(fault === 'page' ? page(httpStatus) : '');
		},

		/** When the answer is there. */
		async onSend({ trouble }: FastifyRequest, reply: FastifyReply, payload: unknown) {
			if (trouble?.fault === 'slow') {
				await sleep(trouble.milliseconds ?? 1000, undefined, { ref: false });
			}
			if (trouble?.fault !== 'half') return payload;
			const body = Buffer.from(payload as string);
			reply.header('content-length', body.length);
			return Readable.from(halfOf(body));
		},
	};
}

async function readWhole({ raw }: FastifyRequest): Promise<void> {
	if (raw.readableEnded) return;
	raw.resume();
	// A client that has gone by itself needs no answer.
	await finished(raw, { writable: false }).catch(() => {});
}

function reset(request: FastifyRequest, reply: FastifyReply): FastifyReply {
	request.exchange.code = String(request.trouble?.fault);
	request.raw.socket.resetAndDestroy();
	return reply.hijack();
}

/** To the same place under another name: a client that follows shows as a second request. */
function redirect(
	{ url, socket }: FastifyRequest,
	reply: FastifyReply,
	{ httpStatus = 307 }: Trouble,
): FastifyReply {
	return reply.redirect(`http://localhost:${socket.localPort}${url}`, httpStatus);
}

const page = (httpStatus: number) =>
	`<html><head><title>${httpStatus}</title></head><body><h1>${httpStatus}</h1>This page comes from a gateway.</body></html>\n`;

async function* halfOf(body: Buffer): AsyncGenerator<Buffer> {
	yield body.subarray(0, Math.ceil(body.length / 2));
	// What is not on its way yet would be lost with the connection.
	await sleep(50);
	throw new Error('The connection closes in the middle of the response, as requested');
}
