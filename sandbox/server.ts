import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { controlRoutes } from './control';
import { exchangeLine } from './exchange';
import type { Exchange } from './exchange';
import { FaultQueue } from './faults/faultQueue';
import { interference } from './faults/interference';
import { Limits } from './limits';
import type { Provider } from './provider';
import { computerVisionVietnam } from './providers/computerVisionVietnam';
import { nhn } from './providers/nhn';
import { tencent } from './providers/tencent';
import { sampleRoutes } from './sampleRoutes';

const providers = {
	computerVisionVietnam,
	nhn,
	tencent,
};

type Providers = typeof providers;
type ProviderName = keyof Providers;

/** A sandbox that is up. */
export interface Sandbox {
	/** Such as `http://127.0.0.1:10787`, without a slash at its end. */
	url: string;
	/** For each provider: what to put where its base URL goes, and its specimen accounts. */
	providers: { [Name in ProviderName]: Providers[Name]['accounts'] & { baseUrl: string } };
	/** Same as `/_sandbox/faults`, unchecked. */
	faults: FaultQueue;
	/** Same as `/_sandbox/limits`, unchecked. */
	limits: Limits;
	/** Same as `/_sandbox/requests`: the providers' requests since start, in the order they ended. */
	requests: Exchange[];
	/** Cuts open connections and ends the OCR workers. */
	close(): Promise<void>;
}

/**
 * Starts the local stand-in for the OCR providers, reachable from this machine only.
 *
 * @param options.port 0 takes a free one
 * @param options.log takes one line for each request
 * @throws Error with code EADDRINUSE if the port is taken
 */
export async function startSandbox({
	port = 0,
	log = false,
}: { port?: number; log?: false | ((line: string) => void) } = {}): Promise<Sandbox> {
	const say = log || (() => {});
	const faults = new FaultQueue();
	const limits = new Limits();
	const requests: Exchange[] = [];
	const app = fastify({
		forceCloseConnections: true,
		ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
	});

	app.decorateRequest('exchange');
	app.decorateRequest('account', '');
	app.decorateRequest('trouble', undefined);
	app.addHook('onRequest', async (request, reply) => {
		const exchange: Exchange = {
			provider: '-',
			action: request.routeOptions.url ?? 'no such route',
			code: 'OK',
			status: 0,
			bytes: 0,
			started: Date.now(),
			ended: 0,
			read: false,
			billed: false,
		};
		request.exchange = exchange;
		request.raw.once('end', () => (exchange.read = true));
		// Unlike Fastify's onResponse, this comes for connections that are lost, too.
		reply.raw.once('close', () => finish(request, reply));
	});

	function finish({ exchange, body, headers }: FastifyRequest, { raw }: FastifyReply): void {
		if (raw.headersSent) exchange.status = raw.statusCode;
		else if (exchange.code === 'OK') exchange.code = 'gone';
		exchange.bytes = Buffer.isBuffer(body) ? body.length : Number(headers['content-length'] ?? 0);
		exchange.ended = Date.now();
		if (exchange.provider !== '-') requests.push(exchange);
		say(exchangeLine(exchange));
	}

	const entries = Object.entries<Provider<object>>(providers);
	app.register(sampleRoutes);
	app.register(controlRoutes(providers, { faults, limits, requests }));
	for (const [name, provider] of entries) {
		const { onRequest, afterSignIn, onSend } = interference(name, provider, { faults, limits });
		app.register(async (scope) => {
			scope.addHook('onRequest', async ({ exchange }) => {
				exchange.provider = name;
			});
			scope.addHook('onRequest', onRequest);
			scope.addHook('onSend', onSend);
			await scope.register(provider.routes({ log: say, afterSignIn }));
		});
	}

	await app.listen({ host: '127.0.0.1', port });
	const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
	return {
		url,
		providers: Object.fromEntries(
			entries.map(([name, { accounts }]) => [name, { baseUrl: url, ...accounts }]),
		) as Sandbox['providers'],
		faults,
		limits,
		requests,
		close: () => app.close(),
	};
}
