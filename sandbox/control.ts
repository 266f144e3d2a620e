import type { FastifyPluginAsync } from 'fastify';
import type { Exchange } from './exchange';
import type { Fault, FaultQueue } from './faults';

/**
 * Routes with which tests steer and watch the sandbox: `/_sandbox/faults`, `/_sandbox/requests`.
 *
 * @param errorCodes the codes that may be asked for, by provider
 */
export function controlRoutes(
	faults: FaultQueue,
	requests: Exchange[],
	errorCodes: Record<string, string[]>,
): FastifyPluginAsync {
	const count = { type: 'integer', minimum: 0 };
	const body = {
		type: 'object',
		required: ['provider', 'code'],
		additionalProperties: false,
		properties: {
			provider: { enum: Object.keys(errorCodes) },
			code: { type: 'string' },
			times: { type: 'integer', minimum: 1 },
			skip: count,
			httpStatus: { type: 'integer', minimum: 200, maximum: 599 },
			retryAfter: count,
		},
	};
	return async (app) => {
		app.post<{ Body: Fault }>('/_sandbox/faults', { schema: { body } }, async (request, reply) => {
			const { provider, code } = request.body;
			if (!errorCodes[provider].includes(code)) {
				return reply.code(400).send({ message: `${provider} documents no error ${code}` });
			}
			faults.add(request.body);
			return reply.code(204).send();
		});
		app.delete('/_sandbox/faults', async (_request, reply) => {
			faults.clear();
			return reply.code(204).send();
		});
		app.get('/_sandbox/requests', async () => requests);
		app.delete('/_sandbox/requests', async (_request, reply) => {
			requests.length = 0;
			return reply.code(204).send();
		});
	};
}
