import { hashOf } from '../hashOf';
import type { Account } from '../ocrOperation';
import { RateLimiter } from './rateLimiter';

/** How long an account's rate is remembered after its last request, in ms. */
const KEPT = 10 * 60_000;
/** The largest number of accounts that are remembered. */
const MOST = 1_000;

/** One per account and endpoint, shared by all node executions of this process. */
export const rateLimiters = new Map<string, RateLimiter>();

/**
 * The rate limiter of an account.
 *
 * @param limit in requests per second; the node execution that starts last sets it for all
 */
export function rateLimiterOf(
	{ endpoint, id }: Pick<Account, 'endpoint' | 'id'>,
	limit?: number,
): RateLimiter {
	// Neither a key nor a host is kept in plain text.
	const key = hashOf([new URL(endpoint).origin, id]);
	forgetIdle();
	const limiter = rateLimiters.get(key) ?? new RateLimiter(limit);
	limiter.begin(limit);
	// The limiter that was used last is at the end of the map, and is forgotten last.
	rateLimiters.delete(key);
	rateLimiters.set(key, limiter);
	return limiter;
}

function forgetIdle(): void {
	for (const [key, limiter] of rateLimiters) {
		if (rateLimiters.size > MOST || limiter.isIdle(KEPT)) rateLimiters.delete(key);
	}
}
