import type { FastifyInstance } from 'fastify';
import { accounts } from './accounts';
import { tokenLifetime } from './tokens';
import type { Tokens } from './tokens';

/**
 * Where tokens come from: `POST /oauth2/token/create`, which NHN Cloud has on another host.
 *
 * @see https://docs.nhncloud.com/en/nhncloud/en/public-api/api-authentication/
 */
export function tokenRoute(app: FastifyInstance, tokens: Tokens): void {
	const { userAccessKeyId, secretAccessKey } = accounts.userCredentials;
	const keys = Buffer.from(`${userAccessKeyId}:${secretAccessKey}`).toString('base64');

	app.post<{ Querystring: Record<string, unknown> }>(
		'/oauth2/token/create',
		async (request, reply) => {
			const { exchange, headers, body, query } = request;
			exchange.action = 'oauth2/token/create';
			const refuse = (status: number, error: string) => {
				exchange.code = error;
				return reply.code(status).send({ error });
			};
			if (headers.authorization !== `Basic ${keys}`) return refuse(401, 'invalid_client');
			// NHN Cloud's own Java example sends it in the query.
			const grant_type = new URLSearchParams(String(body ?? '')).get('grant_type');
			if ((grant_type ?? query.grant_type) !== 'client_credentials') {
				return refuse(400, 'unsupported_grant_type');
			}
			return {
				grant_type: 'client_credentials',
				access_token: tokens.issue(),
				token_type: 'Bearer',
				// A string in NHN Cloud's table, a number in its example and in what its clients read.
				expires_in: tokenLifetime,
			};
		},
	);
}
