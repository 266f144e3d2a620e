import { Failure, type FailureKind } from './failure';
import { noResponse } from './noResponse';
import { CONNECTION_CODES } from '../retry/retryPolicy';

/** The part of n8n's NodeApiError, and of the Axios error in it, that is read here. */
interface ThrownError {
	message: string;
	description?: string | null;
	cause?: Failure | AxiosError;
}

interface AxiosError {
	isAxiosError?: boolean;
	code?: string;
	/** Node.js's own error: what the operating system was asked to do when it failed. */
	cause?: { syscall?: string };
	config?: { baseURL?: string; url?: string };
	/** Node.js's ClientRequest. */
	request?: SentRequest;
}

interface SentRequest {
	/** Whether the whole body was handed over to be sent. */
	writableEnded?: boolean;
	/** Whether Node.js knows that all of it has left. */
	writableFinished?: boolean;
	/** Whether its connection was still shaking hands. */
	socket?: { secureConnecting?: boolean } | null;
}

/** For a request that the provider may have read: it may charge although its response was lost. */
export const MAY_BE_BILLED =
	'The provider may already have charged for this request, so check the number of calls in its console. Then run this item again, or turn on Retry Even If It May Be Billed.';

/**
 * The Failure for anything that was thrown: by `postReceive` (a Failure already), by n8n when a
 * request gets no response, or while the image was read. It keeps nothing of the request, neither
 * the image nor a header with a key.
 */
export function toFailure(error: unknown): Failure {
	if (error instanceof Failure) return error;
	const { message = 'Unknown error.', description, cause } = Object(error) as Partial<ThrownError>;
	// n8n wraps the Failure of a credential that could not sign in.
	if (cause instanceof Failure) return cause;
	if (!cause?.isAxiosError) {
		return new Failure('rejected', message, { description: description ?? undefined });
	}
	const kind = connectionKind(cause);
	const details = { description: description ?? cause.code };
	if (kind === 'unanswered') {
		const what = /^(ECONNABORTED|ETIMEDOUT)$/.test(cause.code ?? '')
			? 'The provider did not respond in time'
			: 'The connection closed before the whole response arrived';
		return new Failure(kind, `${what}. ${MAY_BE_BILLED}`, details);
	}
	return new Failure(
		kind,
		noResponse(cause, 'endpoint', cause.config?.baseURL ?? cause.config?.url),
		details,
	);
}

function connectionKind({ code = '', cause, request }: AxiosError): FailureKind {
	if (/CERT|UNABLE_TO_|EPROTO|^ERR_(SSL|TLS)/.test(code)) return 'fatal';
	const kind = CONNECTION_CODES[code] ?? null;
	if (kind) return kind;
	// A request that is not known to be cut off may have arrived.
	if (request?.writableFinished !== false) return 'unanswered';
	// Node.js may report a reset before it reports that the last bytes of a large body have left.
	const mayHaveLeft =
		/^(ECONNRESET|EPIPE)$/.test(code) &&
		cause?.syscall !== 'connect' &&
		request.writableEnded === true &&
		request.socket?.secureConnecting !== true;
	return mayHaveLeft ? 'unanswered' : 'transient';
}
