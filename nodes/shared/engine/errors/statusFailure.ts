import type { IN8nHttpFullResponse } from 'n8n-workflow';

import { Failure, type FailureDetails } from './failure';
import { retryAfter } from '../retry/retryAfter';
import { STATUSES } from '../retry/retryPolicy';
import { MAY_BE_BILLED } from './toFailure';

/**
 * The failure that an HTTP status means by itself, when the answer does not say more.
 *
 * @param said what the answer says all the same
 */
export function statusFailure(
	{ statusCode, headers }: IN8nHttpFullResponse,
	said: Pick<FailureDetails, 'answer' | 'description'> = {},
): Failure {
	const details = { ...said, status: statusCode, retryAfter: retryAfter(headers) };
	const kind = STATUSES[statusCode] ?? 'rejected';
	return new Failure(kind, `${sentence(statusCode)} (HTTP status ${statusCode})`, details);
}

function sentence(status: number): string {
	if (status >= 300 && status < 400) {
		return 'The service redirects elsewhere, where the keys are not sent. Check the endpoint in the credential';
	}
	switch (status) {
		case 401:
		case 403:
			return 'The request was refused without a word of the provider. Check the credential, and any proxy or firewall on the way';
		case 407:
			return 'The proxy wants a user name and a password. Check Proxy in Request Options';
		case 413:
			return 'The file is too large for the service. Resize or split it first';
		case 429:
			return 'The service refuses requests, because there were too many. Set a lower Requests per Second, or try again later';
		case 504:
		case 524:
			return `A gateway on the way gave up waiting for the provider. ${MAY_BE_BILLED}`;
		default:
			return status >= 500
				? 'The service is not available. Try again later, and check the endpoint in the credential'
				: 'The service does not understand the request. Check the endpoint in the credential';
	}
}
