import type { FailureKind } from '../errors/failure';

/** How the engine handles a kind of failure. */
interface Policy {
	/** Whether the provider may charge for the request. */
	mayBeBilled: boolean;
	/** How many times the request is retried. */
	retries: number;
	/** What fails after the last retry: the item, or the run with all items that are not sent yet. */
	fails: 'item' | 'run';
	because: string;
}

const policy = (
	mayBeBilled: boolean,
	retries: number,
	fails: Policy['fails'],
	because: string,
): Policy => ({ mayBeBilled, retries, fails, because });

/**
 * The whole retry policy: a request that may have been billed is not retried unless the user allows
 * it. Refusals are not billed: Computer Vision Vietnam bills only code 0, and the others bill only
 * results.
 */
export const RETRY_POLICY: Record<FailureKind, Policy> = {
	throttled: policy(
		false,
		9,
		'run',
		'all requests wait; if refusals last for minutes, the limit is one per day',
	),
	transient: policy(false, 3, 'item', 'nothing was read, and the next moment may be better'),
	unauthenticated: policy(
		false,
		1,
		'run',
		'a new token may be valid; if it is not, the account has a problem',
	),
	unanswered: policy(true, 0, 'item', 'the provider may have read the image'),
	forbidden: policy(false, 0, 'item', 'a firewall may reject only this request'),
	noText: policy(true, 0, 'item', 'it is a result'),
	rejected: policy(false, 0, 'item', 'the same image would be rejected again'),
	fatal: policy(false, 0, 'run', 'every other request would be rejected as well'),
	capped: policy(false, 0, 'item', 'a remembered response still costs nothing'),
	notSent: policy(false, 0, 'item', 'the run has ended'),
};

/** How many times a request that may have been billed is retried, if the user allows it. */
export const RETRIES_IF_BILLED = 3;

/** The kind of an HTTP status without a known error code; other statuses are `rejected`. */
export const STATUSES: Record<number, FailureKind> = {
	401: 'forbidden',
	403: 'forbidden',
	407: 'fatal',
	408: 'transient',
	429: 'throttled',
	500: 'transient',
	502: 'transient',
	503: 'transient',
	// The gateway gave up waiting, and the provider may not have.
	504: 'unanswered',
	// Cloudflare: the service is down or cannot be reached (521 to 523), or took too long (524).
	521: 'transient',
	522: 'transient',
	523: 'transient',
	524: 'unanswered',
};

/**
 * The kind of a connection error's code (Node.js, Axios); null if it depends on whether the whole
 * request was sent. `toFailure` handles certificates.
 */
export const CONNECTION_CODES: Record<string, FailureKind | null> = {
	EAI_AGAIN: 'transient',
	ECONNREFUSED: 'transient',
	EHOSTUNREACH: 'transient',
	ENETUNREACH: 'transient',
	// Every item goes to the same host.
	ENOTFOUND: 'fatal',
	ECONNABORTED: null,
	ECONNRESET: null,
	EPIPE: null,
	ERR_BAD_RESPONSE: null,
	ETIMEDOUT: null,
};

/**
 * Whether a failure may be temporary, for requests that cost nothing: a download, or a token.
 *
 * @param what an HTTP status, or the code of a connection error
 */
export function mayPass(what: number | string): boolean {
	const kind = typeof what === 'number' ? STATUSES[what] : CONNECTION_CODES[what];
	return kind !== undefined && kind !== 'fatal' && kind !== 'forbidden';
}
