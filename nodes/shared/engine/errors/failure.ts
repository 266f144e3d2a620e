import type { IDataObject, JsonObject } from 'n8n-workflow';

/** What happened to a request. What follows from it is in `RETRY_POLICY`. */
export type FailureKind =
	/** The provider refused it, because there were too many. */
	| 'throttled'
	/** It did not arrive whole, or the service is down. */
	| 'transient'
	/** The sign-in is no longer good. */
	| 'unauthenticated'
	/** It arrived whole, as far as can be known, and got no answer. */
	| 'unanswered'
	/** A gateway refused it with an HTTP status, without a word of the provider. */
	| 'forbidden'
	/** The image has no text. */
	| 'noText'
	/** The provider, or the node before sending, refused this image or its parameters. */
	| 'rejected'
	/** Keys, quota, account or endpoint: the next request would fail, too. */
	| 'fatal'
	/** It was not sent, or stopped, because the run ended. */
	| 'notSent';

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
