import type { IN8nHttpFullResponse } from 'n8n-workflow';

import { Failure, type FailureDetails } from './failure';
import { retryAfter } from './retryAfter';

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
	if (statusCode === 429) {
		return new Failure(
			'throttled',
			'The service refuses requests, because there were too many: lower Max Concurrent, or try again later (HTTP status 429)',
			details,
		);
	}
	if (statusCode >= 300 && statusCode < 400) {
		return new Failure(
			'item',
			`The service redirects elsewhere (HTTP status ${statusCode}), where the keys are not sent: check the endpoint in the credential`,
			details,
		);
	}
	if ([401, 403, 407].includes(statusCode)) {
		return new Failure(
			'run',
			`The service refused the request with HTTP status ${statusCode}: check the credential, and any proxy on the way`,
			details,
		);
	}
	if (statusCode === 413) {
		return new Failure(
			'item',
			'The file is too large for the service: make it smaller (HTTP status 413)',
			details,
		);
	}
	return new Failure(
		statusCode >= 500 && statusCode !== 501 ? 'transient' : 'item',
		`The service answered with HTTP status ${statusCode}: check the endpoint in the credential, or try again later`,
		details,
	);
}
