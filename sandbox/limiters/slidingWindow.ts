import type { Limiter } from './limiter';

/**
 * Takes at most `limit` requests in any span of time, wherever it begins.
 *
 * @param windowMs length of the span; 1000 is a sliding second
 */
export function slidingWindow(limit: number, windowMs: number): Limiter {
	const taken: number[] = [];
	return {
		accepts(now) {
			while (taken.length > 0 && taken[0] <= now - windowMs) taken.shift();
			if (taken.length >= limit) return false;
			taken.push(now);
			return true;
		},
	};
}
