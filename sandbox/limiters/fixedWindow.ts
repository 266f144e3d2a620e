import type { Limiter } from './limiter';

/**
 * Takes at most `limit` requests between one tick of the clock and the next; so twice as many pass
 * around a tick.
 *
 * @param windowMs time between ticks: 1000 is a clock second, 60,000 a clock minute
 */
export function fixedWindow(limit: number, windowMs: number): Limiter {
	let window = -Infinity;
	let taken = 0;
	return {
		accepts(now) {
			const current = Math.floor(now / windowMs);
			if (current !== window) [window, taken] = [current, 0];
			if (taken >= limit) return false;
			taken += 1;
			return true;
		},
	};
}
