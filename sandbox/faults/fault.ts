/**
 * What may happen on the way of any request that has signed in. Whether the provider bills it is told
 * by the last column.
 *
 * | kind         | what the client sees                                                       | billed       |
 * | ------------ | -------------------------------------------------------------------------- | ------------ |
 * | `slow`       | the proper answer, `milliseconds` later                                    | as otherwise |
 * | `half`       | the connection closes in the middle of the proper answer                   | as otherwise |
 * | `reset`      | the connection is reset after the whole request was read, without answer   | no           |
 * | `resetEarly` | the connection is reset before the body is read (and before the sign-in)   | no           |
 * | `page`       | a page of HTML, as gateways and firewalls send it; `httpStatus` or 200     | no           |
 * | `empty`      | an empty body; `httpStatus` or 200                                         | no           |
 * | `redirect`   | a redirect to the same path at another origin; `httpStatus` or 307         | no           |
 */
export const wayFaults = [
	'slow',
	'half',
	'reset',
	'resetEarly',
	'page',
	'empty',
	'redirect',
] as const;

/** What is to happen to a request in place of its proper answer: `code` or `fault`. */
export interface Trouble {
	/** Error code as the provider documents it. */
	code?: string;
	/** One of `wayFaults`, or of the provider's own `oddities`. */
	fault?: string;
	/** HTTP status of the answer; default the usual one. */
	httpStatus?: number;
	/** Value of a Retry-After header, in seconds; default no such header. */
	retryAfter?: number;
	/** How much later a slow answer comes; default 1000. */
	milliseconds?: number;
}

/** Trouble to come from one provider. */
export interface Fault extends Trouble {
	/** Name of the provider, such as `tencent`. */
	provider: string;
	/** How many requests get it; default 1. */
	times?: number;
	/** How many requests pass before the first that gets it; default 0. */
	skip?: number;
}
