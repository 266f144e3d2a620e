import type { FastifyPluginAsync } from 'fastify';
import { countsOf } from './exchange';
import type { Exchange } from './exchange';
import { wayFaults } from './faults/fault';
import type { Fault } from './faults/fault';
import type { FaultQueue } from './faults/faultQueue';
import { limitKinds } from './limits';
import type { Limit, Limits } from './limits';
import type { Provider } from './provider';

const count = { type: 'integer', minimum: 0 };
const several = { type: 'integer', minimum: 1 };

/**
 * Routes with which tests steer and watch the sandbox: `/_sandbox/faults`, `/_sandbox/limits`,
 * `/_sandbox/requests`, `/_sandbox/counts`.
 */
export function controlRoutes(
	providers: Record<string, Pick<Provider<object>, 'errorCodes' | 'oddities'>>,
	{ faults, limits, requests }: { faults: FaultQueue; limits: Limits; requests: Exchange[] },
): FastifyPluginAsync {
	const provider = { enum: Object.keys(providers) };
	const fault = {
		type: 'object',
		required: ['provider'],
		oneOf: [{ required: ['code'] }, { required: ['fault'] }],
		additionalProperties: false,
		properties: {
			provider,
			code: { type: 'string' },
			fault: { type: 'string' },
			times: several,
			skip: count,
			httpStatus: { type: 'integer', minimum: 200, maximum: 599 },
			retryAfter: count,
			milliseconds: count,
		},
	};
	const limit = {
		type: 'object',
		required: ['provider', 'kind', 'limit'],
		additionalProperties: false,
		properties: {
			provider,
			kind: { enum: limitKinds },
			limit: several,
			seconds: several,
			burst: several,
		},
	};

	/** What is wrong with a fault that is asked for. */
	function unknownIn({ provider: name, code, fault: kind }: Fault): string | undefined {
		const { errorCodes, oddities = [] } = providers[name];
		const kinds = [...wayFaults, ...oddities];
		if (code !== undefined && !errorCodes.includes(code)) {
			return `${name} documents no error ${code}`;
		}
		if (kind !== undefined && !kinds.includes(kind)) {
			return `${name} has no fault ${kind}. Choose from ${kinds.join(', ')}`;
		}
		return undefined;
	}

	return async (app) => {
		app.post<{ Body: Fault }>(
			'/_sandbox/faults',
			{ schema: { body: fault } },
			async (request, reply) => {
				const message = unknownIn(request.body);
				if (message) return reply.code(400).send({ message });
				faults.add(request.body);
				return reply.code(204).send();
			},
		);
		app.delete('/_sandbox/faults', async (_request, reply) => {
			faults.clear();
			return reply.code(204).send();
		});
		app.post<{ Body: Limit }>(
			'/_sandbox/limits',
			{ schema: { body: limit } },
			async (request, reply) => {
				limits.set(request.body);
				return reply.code(204).send();
			},
		);
		app.delete('/_sandbox/limits', async (_request, reply) => {
			limits.clear();
			return reply.code(204).send();
		});
		app.get('/_sandbox/requests', async () => requests);
		app.delete('/_sandbox/requests', async (_request, reply) => {
			requests.length = 0;
			return reply.code(204).send();
		});
		app.get('/_sandbox/counts', async () =>
			Object.fromEntries(
				Object.keys(providers).map((name) => [
					name,
					countsOf(requests.filter((request) => request.provider === name)),
				]),
			),
		);
	};
}
