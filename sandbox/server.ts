import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { controlRoutes } from './control';
import { exchangeLine } from './exchange';
import type { Exchange } from './exchange';
import { FaultQueue } from './faults';
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
	const requests: Exchange[] = [];
	const app = fastify({
		forceCloseConnections: true,
		ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
	});

	app.decorateRequest('exchange');
	app.addHook('onRequest', async (request) => {
		const action = request.routeOptions.url ?? 'no such route';
		const started = Date.now();
		request.exchange = {
			provider: '-',
			action,
			code: 'OK',
			status: 0,
			bytes: 0,
			started,
			ended: 0,
		};
	});
	app.addHook('onResponse', async ({ exchange, body, headers }, reply) => {
		exchange.status = reply.statusCode;
		exchange.bytes = Buffer.isBuffer(body) ? body.length : Number(headers['content-length'] ?? 0);
		exchange.ended = Date.now();
		if (exchange.provider !== '-') requests.push(exchange);
		say(exchangeLine(exchange));
	});

	const entries = Object.entries<Provider<object>>(providers);
	app.register(sampleRoutes);
	app.register(
		controlRoutes(
			faults,
			requests,
			Object.fromEntries(entries.map(([name, { errorCodes }]) => [name, errorCodes])),
		),
	);
	for (const [name, provider] of entries) {
		app.register(async (scope) => {
			scope.addHook('onRequest', async ({ exchange }) => {
				exchange.provider = name;
			});
			await scope.register(provider.routes({ log: say, takeFault: () => faults.take(name) }));
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
		requests,
		close: () => app.close(),
	};
}
