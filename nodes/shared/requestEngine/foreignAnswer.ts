import type { IN8nHttpFullResponse } from 'n8n-workflow';

import { Failure } from './failure';
import { statusFailure } from './statusFailure';

/**
 * The failure of an answer that is not of the provider's form, such as the page of a proxy.
 *
 * @param provider whose answer it ought to be
 */
export function foreignAnswer(response: IN8nHttpFullResponse, provider: string): Failure {
	if (response.statusCode >= 300) return statusFailure(response);
	return new Failure(
		'item',
		`The answer is not one of ${provider}: check the endpoint in the credential`,
		{ answer: {}, description: typeof response.body === 'string' ? response.body : undefined },
	);
}
