import type { IN8nHttpFullResponse } from 'n8n-workflow';

import { Failure } from './failure';
import { statusFailure } from './statusFailure';

/**
 * The failure of an answer that is not of the provider's form, such as the page of a proxy.
 *
 * @param provider whose answer it ought to be
 */
export function foreignResponse(response: IN8nHttpFullResponse, provider: string): Failure {
	const description = wordsOf(response.body);
	if (response.statusCode >= 300) return statusFailure(response, { description });
	return new Failure(
		'rejected',
		`The answer is not one of ${provider}: check the endpoint in the credential`,
		{ answer: {}, description },
	);
}

/** What an answer says of itself in short: the whole of it may be long, and repeat the request. */
function wordsOf(body: unknown): string | undefined {
	const words =
		typeof body === 'string'
			? /<title>([^<]*)/i.exec(body)?.[1]
			: (body as { message?: unknown } | null)?.message;
	return typeof words === 'string' ? words.trim().slice(0, 200) : undefined;
}
