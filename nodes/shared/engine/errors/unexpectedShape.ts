import type { IN8nHttpFullResponse, JsonObject } from 'n8n-workflow';

import { Failure } from './failure';

/**
 * The failure of a response that reports success, but has nothing where its documentation puts it.
 * It is billed, so the error carries all of it, and Output "Raw" lets it through.
 *
 * @param provider the provider that sent it
 * @param hint how to see the response
 */
export const unexpectedShape = (
	{ body }: IN8nHttpFullResponse,
	provider: string,
	hint = 'Set Output to Raw to see it.',
): Failure =>
	new Failure('rejected', `The response from ${provider} has an unknown structure. ${hint}`, {
		response: body as JsonObject,
		description: `The response begins with ${JSON.stringify(body).slice(0, 200)}`,
	});
