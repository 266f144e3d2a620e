import type { IDataObject, JsonObject } from 'n8n-workflow';

/**
 * What a failure means for what is sent next.
 *
 * - `throttled`: the provider's limit is reached; every request waits, then this one goes again
 * - `transient`: the provider or the way to it is down; this request goes again
 * - `signIn`: the sign-in is no longer good; this request goes again with a new one, after that as `run`
 * - `noText`: an answer, but without text
 * - `item`: this image or its parameters; the next item may fare better
 * - `run`: keys, quota or account; the next item would fail too
 * - `unsent`: nothing was sent, because the run ended before
 */
export type FailureKind =
	'throttled' | 'transient' | 'signIn' | 'noText' | 'item' | 'run' | 'unsent';

export interface FailureDetails {
	/** More than the sentence, such as the provider's own words and its request ID. */
	description?: string;
	/** The answer to an image without text, untouched. */
	body?: IDataObject;
	/** What the provider says of the failure, without anything that could repeat the request. */
	answer?: JsonObject;
	/** The HTTP status, where it is not 2xx. */
	status?: number;
	/** How long the provider asks to wait, in milliseconds. */
	retryAfter?: number;
	/** The document has no such page: its later pages are not sent. */
	endsDocument?: boolean;
}

/** Why a request gave no text; its message is a sentence that says what to do. */
export class Failure extends Error {
	constructor(
		readonly kind: FailureKind,
		message: string,
		readonly details: FailureDetails = {},
	) {
		super(message);
	}
}
