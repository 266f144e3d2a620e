import type { IN8nHttpFullResponse } from 'n8n-workflow';

import { Failure } from './failure';
import { statusFailure } from './statusFailure';

/**
 * The failure of a response that the provider did not send, such as the page of a proxy.
 *
 * @param provider the provider that was expected to respond
 * @param service what responded, as the subject of a sentence
 */
export function foreignResponse(
	response: IN8nHttpFullResponse,
	provider: string,
	service?: string,
): Failure {
	const description = wordsOf(response.body);
	if (response.statusCode >= 300) return statusFailure(response, { description }, service);
	return new Failure(
		'rejected',
		`${service ?? 'The service that responded'} is not ${provider}. Check the endpoint in the credential.`,
		{ response: {}, description },
	);
}

/** The title or the message of a response: all of it may be long, and repeat the request. */
function wordsOf(body: unknown): string | undefined {
	const words =
		typeof body === 'string'
			? /<title>([^<]*)/i.exec(body)?.[1]
			: (body as { message?: unknown } | null)?.message;
	return typeof words === 'string' ? words.trim().slice(0, 200) : undefined;
}
