import { Failure } from './failure';

/** The part of n8n's NodeApiError, and of the Axios error in it, that is read here. */
interface ThrownError {
	message: string;
	description?: string | null;
	cause?: Failure | { code?: string };
}

/** The connection failed. Not a time-out: the provider may be at work, and be paid for each try. */
const CONNECTION_CODES = ['EAI_AGAIN', 'ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'EPIPE'];

/**
 * A Failure made of what was thrown: by `postReceive` (one already), by n8n when a request gets no
 * answer, or while the image was read. It keeps nothing of the request: neither the image nor a
 * header with a key.
 */
export function toFailure(error: unknown): Failure {
	if (error instanceof Failure) return error;
	const { message, description, cause } = error as ThrownError;
	// A credential's failure to sign in comes wrapped.
	if (cause instanceof Failure) return cause;
	const code = cause?.code ?? '';
	const details = { description: description ?? cause?.code };
	if (code === 'ERR_BAD_RESPONSE') {
		return new Failure(
			'item',
			'The answer of the service broke off: run this item again. It was not sent again at once, because it may have been paid for',
			details,
		);
	}
	return new Failure(CONNECTION_CODES.includes(code) ? 'transient' : 'item', message, details);
}
