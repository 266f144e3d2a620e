import type { IN8nHttpFullResponse, JsonObject } from 'n8n-workflow';

import { Failure } from './failure';

/**
 * The failure of an answer that says that it has succeeded, but has nothing where its documentation
 * puts it. It is paid for, so the error has the whole of it, and Output "Raw" lets it through.
 *
 * @param provider whose answer it is
 * @param hint how to get at it
 */
export const unexpectedShape = (
	{ body }: IN8nHttpFullResponse,
	provider: string,
	hint = 'Set Output to Raw to see it',
): Failure =>
	new Failure('rejected', `The answer of ${provider} is not of the known form. ${hint}`, {
		answer: body as JsonObject,
		description: `It begins with ${JSON.stringify(body).slice(0, 200)}`,
	});
