import fc from 'fast-check';

import { fixedWindow, slidingWindow, tokenBucket } from '../../sandbox/limiters';
import type { Limiter } from '../../sandbox/limiters';

/** Which of the requests that come at these times, in ms, are taken. */
const taken = (limiter: Limiter, times: number[]) => times.filter((now) => limiter.accepts(now));

test('a sliding second gives a place back one second after it was taken', () => {
	expect(taken(slidingWindow(2, 1000), [0, 600, 999, 1000, 1001, 1599, 1600])).toEqual([
		0, 600, 1000, 1600,
	]);
});

test('a clock second takes twice its limit around a tick', () => {
	expect(taken(fixedWindow(2, 1000), [998, 998, 999, 1000, 1000, 1000])).toEqual([
		998, 998, 1000, 1000,
	]);
});

test('a minute is a window of 60 seconds', () => {
	const times = [0, 30_000, 59_999, 60_000];
	expect(taken(fixedWindow(1, 60_000), times)).toEqual([0, 60_000]);
	expect(taken(slidingWindow(2, 60_000), times)).toEqual([0, 30_000, 60_000]);
});

test('a bucket of one token takes one at a time, a larger one a burst first', () => {
	const times = [0, 0, 0, 0, 99, 100, 100, 250];
	expect(taken(tokenBucket(10, 1), times)).toEqual([0, 100, 250]);
	expect(taken(tokenBucket(10, 3), times)).toEqual([0, 0, 0, 100, 250]);
});

test('a bucket at rest fills up, and no further', () => {
	const times = [0, 0, 100_000, 100_000, 100_000];
	expect(taken(tokenBucket(1, 2), times)).toEqual([0, 0, 100_000, 100_000]);
});

test('requests in step with the rate are all taken, whatever the rate', () => {
	for (const rate of [1, 3, 7, 10, 20, 50, 1 / 60]) {
		const steps = Array.from({ length: 1000 }, (_, index) => (index * 1000) / rate);
		expect(taken(tokenBucket(rate, 1), steps)).toHaveLength(1000);
	}
});

/** Times of requests in a run of some seconds, ms. */
const runs = fc
	.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 200 })
	.map((times) => times.sort((one, other) => one - other));
const limits = fc.integer({ min: 1, max: 20 });

test('no span of a second holds more than the limit of a sliding second', () => {
	fc.assert(
		fc.property(limits, runs, (limit, times) => {
			const passed = taken(slidingWindow(limit, 1000), times);
			for (const start of passed) {
				const inSpan = passed.filter((time) => time >= start && time < start + 1000);
				expect(inSpan.length).toBeLessThanOrEqual(limit);
			}
		}),
	);
});

test('no span of time holds more than the burst and what comes in meanwhile', () => {
	fc.assert(
		fc.property(limits, limits, runs, (rate, burst, times) => {
			const passed = taken(tokenBucket(rate, burst), times);
			passed.forEach((start, first) => {
				passed.slice(first).forEach((end, more) => {
					const most = burst + ((end - start) * rate) / 1000;
					expect(more + 1).toBeLessThanOrEqual(most + 1e-3);
				});
			});
		}),
	);
});
