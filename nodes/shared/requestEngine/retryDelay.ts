import type { Failure, FailureKind } from './failure';

/** How often a request is sent again before its failure counts. */
const RETRIES: Partial<Record<FailureKind, number>> = {
	throttled: 8,
	transient: 3,
	signIn: 1,
};

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
/** A provider that asks for more is out of service for this run. */
const LONGEST_RETRY_AFTER = 5 * 60_000;

/**
 * How long to wait in milliseconds before a failed request is sent again; undefined when it is
 * not. The wait doubles from try to try, with up to half of it taken off at random, so that
 * requests that failed together don't come back together.
 *
 * @param attempt how often the request was sent, from 1; when throttled, how many pauses of the
 * queue have not helped
 */
export function retryDelay(failure: Failure, attempt: number): number | undefined {
	const { retryAfter = 0 } = failure.details;
	if (attempt > (RETRIES[failure.kind] ?? 0) || retryAfter > LONGEST_RETRY_AFTER) return undefined;
	const wait = Math.min(FIRST_WAIT * 2 ** (attempt - 1), LONGEST_WAIT);
	return Math.max(wait * (1 - Math.random() / 2), retryAfter);
}
