import type { IDataObject } from 'n8n-workflow';

import { Failure } from './failure';
import { retryAfter } from './retryAfter';

/** The part of n8n's NodeApiError, and of the Axios error in it, that is read here. */
interface HttpError {
	message: string;
	description?: string | null;
	cause?: {
		code?: string;
		response?: { status: number; headers?: IDataObject; data?: unknown };
	};
}

/** The connection failed. Not a time-out: the provider may be at work, and be paid for each try. */
const CONNECTION_CODES = ['EAI_AGAIN', 'ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'EPIPE'];

/**
 * A Failure made of what was thrown: by `postReceive` (one already), by n8n when a request gets no
 * 2xx answer, or while the image was read. It keeps nothing of the request: neither the image nor
 * a header with a key.
 */
export function toFailure(error: unknown): Failure {
	if (error instanceof Failure) return error;
	const { message, description, cause } = error as HttpError;
	if (!cause?.response) {
		const unreachable = CONNECTION_CODES.includes(cause?.code ?? '');
		return new Failure(unreachable ? 'transient' : 'item', message, {
			description: description ?? cause?.code,
		});
	}

	const { status, headers, data } = cause.response;
	const details = {
		status,
		body: data,
		retryAfter: retryAfter(headers),
		description: description ?? undefined,
	};
	if (status === 429) {
		return new Failure(
			'throttled',
			'The service refuses requests, because there were too many',
			details,
		);
	}
	if (status === 401 || status === 403 || status === 407) {
		return new Failure(
			'run',
			`The service refused the request with HTTP status ${status}: check the credential, and any proxy on the way`,
			details,
		);
	}
	return new Failure(
		status >= 500 && status !== 501 ? 'transient' : 'item',
		`The service answered with HTTP status ${status}: check the endpoint in the credential, or try again later`,
		details,
	);
}
