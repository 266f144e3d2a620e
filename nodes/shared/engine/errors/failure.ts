import type { IDataObject, JsonObject } from 'n8n-workflow';

/** What happened to a request. `RETRY_POLICY` has the consequences. */
export type FailureKind =
	/** The provider refused it, because there were too many requests. */
	| 'throttled'
	/** It did not arrive complete, or the service is down. */
	| 'transient'
	/** The sign-in is no longer valid. */
	| 'unauthenticated'
	/** It probably arrived complete, and got no response. */
	| 'unanswered'
	/** It was refused with an HTTP status, and the response is not the provider's. */
	| 'forbidden'
	/** The image has no text. */
	| 'noText'
	/** The provider, or the node before sending, rejected this image or its parameters. */
	| 'rejected'
	/** Keys, quota, account or endpoint: the next request would fail as well. */
	| 'fatal'
	/** It was not sent, because the run has sent as many requests as the user allows. */
	| 'capped'
	/** It was not sent, or stopped, because the run ended. */
	| 'notSent';

export interface FailureDetails {
	/** More than the message, such as the provider's own message and its request ID. */
	description?: string;
	/** The provider's code, or the HTTP status. */
	code?: string;
	/** The unchanged response to an image without text. */
	body?: IDataObject;
	/** The provider documents that it does not charge for this response. */
	isFree?: boolean;
	/** The provider's report of the failure, without anything that could repeat the request. */
	response?: JsonObject;
	/** The HTTP status, if it is not 2xx. */
	status?: number;
	/** The wait that the provider asks for, in milliseconds. */
	retryAfter?: number;
	/** The document has no such page: its later pages are not sent. */
	endsDocument?: boolean;
}

/** Why a request returned no text; its message says what happened and what to do. */
export class Failure extends Error {
	constructor(
		readonly kind: FailureKind,
		message: string,
		readonly details: FailureDetails = {},
	) {
		super(message);
	}
}
