import type { IN8nHttpFullResponse } from 'n8n-workflow';

import { Failure, type FailureDetails } from './failure';
import { retryAfter } from '../retry/retryAfter';
import { STATUSES } from '../retry/retryPolicy';
import { MAY_BE_BILLED } from './toFailure';

/**
 * The failure that an HTTP status means by itself, when the response has no known error code.
 *
 * @param said what the response says besides
 * @param service what responded, as the subject of a sentence
 */
export function statusFailure(
	{ statusCode, headers }: IN8nHttpFullResponse,
	said: Pick<FailureDetails, 'response' | 'description'> = {},
	service = 'The service',
): Failure {
	return new Failure(STATUSES[statusCode] ?? 'rejected', messageOf(statusCode, service), {
		...said,
		code: `HTTP status ${statusCode}`,
		status: statusCode,
		retryAfter: retryAfter(headers),
	});
}

function messageOf(status: number, service: string): string {
	if (status >= 300 && status < 400) {
		return 'The endpoint redirects to another address, which the node does not follow. Check the endpoint in the credential.';
	}
	switch (status) {
		case 401:
		case 403:
			return 'The request was rejected without a reason from the provider. Check the credential, and any proxy or firewall in between.';
		case 404:
			return `${service} has nothing at this address. Check the endpoint in the credential.`;
		case 407:
			return 'The proxy requires a user name and a password. Check Proxy in Request Options.';
		case 413:
			return 'The file is too large for the service. Resize or split it first.';
		case 429:
			return `${service} received too many requests. Set a lower Requests per Second, or try again later.`;
		case 504:
		case 524:
			return `A gateway in between stopped waiting for the provider. ${MAY_BE_BILLED}`;
		default:
			return status >= 500
				? `${service} is not available. Try again later, and check the endpoint in the credential.`
				: `${service} does not understand the request. Check the endpoint in the credential.`;
	}
}
