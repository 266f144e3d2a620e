import type { FailureKind } from '../errors/failure';

/** What the engine does about a kind of failure. */
interface Policy {
	/** Whether the provider may charge for the request. */
	mayBeBilled: boolean;
	/** How many times the request is sent again. */
	retries: number;
	/** What fails when that did not help: the item, or the run with all items that are not sent yet. */
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
 * The whole retry policy: no request is sent again that may have been billed, unless the user says so.
 * Refusals are not billed: Computer Vision Vietnam bills code 0 only, and the others bill answers.
 */
export const RETRY_POLICY: Record<FailureKind, Policy> = {
	throttled: policy(false, 9, 'run', 'all requests wait; after minutes the limit is one per day'),
	transient: policy(false, 3, 'item', 'nothing was read, and the next moment may be better'),
	unauthenticated: policy(
		false,
		1,
		'run',
		'a new token may be good; if it is not, the account is not',
	),
	unanswered: policy(true, 0, 'item', 'the provider may have read the image'),
	forbidden: policy(false, 0, 'item', 'a firewall may mind this request alone'),
	noText: policy(true, 0, 'item', 'it is an answer'),
	rejected: policy(false, 0, 'item', 'the same image would be refused again'),
	fatal: policy(false, 0, 'run', 'every other request would be refused, too'),
	notSent: policy(false, 0, 'item', 'the run has ended'),
};

/** How many times a request that may have been billed is sent again, if the user says so. */
export const RETRIES_IF_BILLED = 3;

/** What an HTTP status means where the provider says nothing; the others are of the kind `rejected`. */
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
	// Cloudflare's: the service is down, or not reached; or it took too long.
	521: 'transient',
	522: 'transient',
	523: 'transient',
	524: 'unanswered',
};

/**
 * What the code of a connection's failure means (Node.js, Axios); null where it depends on whether
 * the whole request was sent. Certificates are in `toFailure`.
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
 * Whether a failure may pass by itself, for what costs nothing: a download, or a token.
 *
 * @param what an HTTP status, or the code of a connection's failure
 */
export function mayPass(what: number | string): boolean {
	const kind = typeof what === 'number' ? STATUSES[what] : CONNECTION_CODES[what];
	return kind !== undefined && kind !== 'fatal' && kind !== 'forbidden';
}
