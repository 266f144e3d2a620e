import type { Limiter } from './limiter';

/**
 * Takes a request for each token in a bucket that fills steadily, and is full at the beginning.
 *
 * @param ratePerSecond tokens that come in each second
 * @param burst tokens that the bucket holds, at least 1; with 1 requests are taken one at a time
 */
export function tokenBucket(ratePerSecond: number, burst: number): Limiter {
	/** The generic cell rate algorithm: when the bucket will be full again. It keeps no fractions of tokens. */
	let fullAt = -Infinity;
	const interval = 1000 / ratePerSecond;
	return {
		accepts(now) {
			const begin = Math.max(fullAt, now);
			// A millionth of a token forgives the rounding of sums such as 0.1 + 0.2.
			if (begin - now > (burst - 1 + 1e-6) * interval) return false;
			fullAt = begin + interval;
			return true;
		},
	};
}
