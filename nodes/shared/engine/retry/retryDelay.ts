import type { Failure } from '../errors/failure';
import { RETRIES_IF_BILLED, RETRY_POLICY } from './retryPolicy';

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
/** A provider that asks for more is out of service for this run. */
const LONGEST_RETRY_AFTER = 5 * 60_000;

/**
 * How long to wait in milliseconds before a failed request is sent again; undefined when it is
 * not. The wait doubles from try to try, with up to half of it taken off at random, so that
 * requests that failed together don't come back together.
 *
 * @param attempt how often the request met this kind of failure, from 1
 * @param retryIfBilled whether it is sent again although the provider may charge for both
 */
export function retryDelay(
	{ kind, details }: Failure,
	attempt: number,
	retryIfBilled = false,
): number | undefined {
	const { retries } = RETRY_POLICY[kind];
	const isAllowed = kind === 'unanswered' && retryIfBilled ? RETRIES_IF_BILLED : retries;
	const { retryAfter = 0 } = details;
	if (attempt > isAllowed || retryAfter > LONGEST_RETRY_AFTER) return undefined;
	const wait = Math.min(FIRST_WAIT * 2 ** (attempt - 1), LONGEST_WAIT);
	return Math.max(wait * (1 - Math.random() / 2), retryAfter);
}
