import type { Failure } from '../errors/failure';
import { RETRIES_IF_BILLED, RETRY_POLICY } from './retryPolicy';

const FIRST_WAIT = 1_000;
/** If a provider asks for a longer wait, the run does not wait for it. */
const LONGEST_RETRY_AFTER = 5 * 60_000;

/**
 * The wait in milliseconds before a failed request is retried; undefined if it is not retried. The
 * wait doubles with each attempt, less up to half of it at random, so that requests that failed
 * together are not retried together.
 *
 * @param attempt how often the request met this kind of failure, from 1
 * @param retryIfBilled whether to retry although the provider may charge for each attempt
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
	// A new token is no less good for being used at once.
	if (kind === 'unauthenticated') return retryAfter;
	const wait = FIRST_WAIT * 2 ** (attempt - 1);
	return Math.max(wait * (1 - Math.random() / 2), retryAfter);
}
