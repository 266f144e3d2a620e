import { createHash } from 'node:crypto';

import type { Account } from '../ocrOperation';
import { RateLimiter } from './rateLimiter';

/** What was found out about an account is kept for as long after its last request, in ms. */
const KEPT = 10 * 60_000;
/** So many accounts at most. */
const MOST = 1_000;

/** One for each account and endpoint, shared by all node executions of this process. */
export const rateLimiters = new Map<string, RateLimiter>();

/**
 * The rate limiter of an account.
 *
 * @param limit requests per second; of node executions at the same time, the later one's counts
 */
export function rateLimiterOf({ endpoint, id }: Account, limit?: number): RateLimiter {
	// Neither a key nor a host is kept in clear.
	const key = createHash('sha256')
		.update(JSON.stringify([new URL(endpoint).origin, id]))
		.digest('hex');
	forgetIdle();
	const limiter = rateLimiters.get(key) ?? new RateLimiter(limit);
	limiter.begin(limit);
	// The one that was asked for last stands last, and is forgotten last.
	rateLimiters.delete(key);
	rateLimiters.set(key, limiter);
	return limiter;
}

function forgetIdle(): void {
	for (const [key, limiter] of rateLimiters) {
		if (rateLimiters.size > MOST || limiter.isIdle(KEPT)) rateLimiters.delete(key);
	}
}
