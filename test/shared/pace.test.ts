import { sleep } from 'n8n-workflow';

import { Failure } from '../../nodes/shared/requestEngine/failure';
import { Pace } from '../../nodes/shared/requestEngine/pace';

const THROTTLED = new Failure('throttled', '');

const FULL_SECOND = Date.UTC(2026, 0, 1);

beforeEach(() => jest.useFakeTimers({ now: FULL_SECOND }));
afterEach(() => jest.useRealTimers());

interface Provider {
	/** Requests that it accepts in a second. */
	limit: number;
	latency: number;
	/** How it counts: in the last second, or in each second of the clock. */
	counts: 'last second' | 'clock second';
	/** How much longer the first twenty requests are on their way. */
	late?: number;
}

/** Sends requests, so many at a time, to a provider that refuses what is too much. */
async function send(pace: Pace, count: number, places: number, provider: Provider) {
	const { limit, latency, counts, late = 0 } = provider;
	const accepted: number[] = [];
	let [sent, refused, left] = [0, 0, count];
	const accepts = () => {
		const now = Date.now();
		const start = counts === 'clock second' ? now - (now % 1_000) - 1 : now - 1_000;
		if (accepted.filter((time) => time > start).length >= limit) return false;
		accepted.push(now);
		return true;
	};
	const worker = async () => {
		while (left-- > 0) {
			let departure: number;
			for (;;) {
				departure = await pace.departure();
				sent++;
				await sleep(latency / 2 + (sent <= 20 ? late : 0));
				if (accepts()) break;
				refused++;
				if (!pace.throttled(departure, THROTTLED)) throw new Error('given up');
			}
			await sleep(latency / 2);
			pace.answered(departure);
		}
	};
	const begin = Date.now();
	const all = Promise.all(Array.from({ length: places }, worker));
	let isDone = false;
	void all.finally(() => (isDone = true)).catch(() => {});
	while (!isDone) await jest.advanceTimersByTimeAsync(10);
	await all;
	return { seconds: (Date.now() - begin) / 1_000, refused: refused / sent, accepted };
}

const wait = async (milliseconds: number) => await sleep(milliseconds);

describe.each(['last second', 'clock second'] as const)(
	'a provider that counts by the %s',
	(counts) => {
		describe.each([
			['whose limit is documented', 10],
			['whose limit is not known', Infinity],
		])('%s', (_, rate) => {
			test.each([
				[5, 100],
				[12, 20],
				[12, 300],
				[20, 100],
			])(
				'%d places, %d ms: nothing is lost, few are refused, and little time',
				async (places, latency) => {
					for (let begin = FULL_SECOND; begin < FULL_SECOND + 1_000; begin += 50) {
						jest.setSystemTime(begin);
						const pace = new Pace(rate, Infinity, wait);
						const result = await send(pace, 200, places, { limit: 10, latency, counts });
						expect(result.accepted).toHaveLength(200);
						expect(result.refused).toBeLessThanOrEqual(0.1);
						expect(result.seconds).toBeLessThanOrEqual(1.15 * 20);
					}
				},
			);
		});
	},
);

test.each([
	[1, 0.15],
	[2, 0.15],
	[5, 0.1],
	[20, 0.1],
	[50, 0.1],
])(
	'a limit of %d a second is found out, by requests that come late at first',
	async (limit, part) => {
		for (const counts of ['last second', 'clock second'] as const) {
			const pace = new Pace(Infinity, Infinity, wait);
			const count = Math.max(200, 10 * limit);
			const result = await send(pace, count, 20, { limit, latency: 100, counts, late: 70 });
			expect(result.accepted).toHaveLength(count);
			expect(result.refused).toBeLessThanOrEqual(part);
			expect(result.seconds).toBeLessThanOrEqual((1.15 * count) / limit);
		}
	},
);

test('a provider without a limit is not slowed down, whatever is documented', async () => {
	const unlimited = { limit: Infinity, latency: 100, counts: 'last second' } as const;
	const known = await send(new Pace(Infinity, Infinity, wait), 500, 10, unlimited);
	expect(known.seconds).toBeLessThan(5.2);
	const documented = await send(new Pace(10, Infinity, wait), 500, 10, unlimited);
	expect(documented.refused).toBe(0);
	expect(documented.seconds).toBeLessThan(10);
});

test('requests that departed together are spread, and nothing is slower for it', async () => {
	const unlimited = { limit: Infinity, latency: 100, counts: 'last second' } as const;
	const { accepted, seconds } = await send(new Pace(Infinity, Infinity, wait, 5), 50, 5, unlimited);
	const apart = accepted.slice(1).map((time, index) => time - accepted[index]);
	expect(apart.slice(0, 4)).toEqual([0, 0, 0, 0]);
	expect(Math.min(...apart.slice(4))).toBe(8);
	expect(seconds).toBeLessThan(1.05);

	const instant = { ...unlimited, latency: 10 };
	const fast = await send(new Pace(Infinity, Infinity, wait, 20), 1_000, 20, instant);
	expect(fast.seconds).toBeLessThan(0.52);
});

test('few documents depart at once', async () => {
	const provider = { limit: 10, latency: 100, counts: 'last second' } as const;
	const { seconds } = await send(new Pace(10, Infinity, wait), 10, 10, provider);
	expect(seconds).toBeLessThan(0.2);
});

test("the user's own limit is never exceeded", async () => {
	const provider = { limit: Infinity, latency: 20, counts: 'last second' } as const;
	const { accepted } = await send(new Pace(4, 4, wait), 40, 10, provider);
	for (const [index, time] of accepted.entries()) {
		if (index >= 5) expect(time - accepted[index - 5]).toBeGreaterThanOrEqual(950);
	}
});

test("the user's own limit holds after a refusal, too", async () => {
	const pace = new Pace(0.1, 0.1, wait);
	pace.throttled(await pace.departure(), THROTTLED);
	const departures = Promise.all([pace.departure(), pace.departure()]);
	await jest.advanceTimersByTimeAsync(60_000);
	const [one, other] = await departures;
	expect(other - one).toBe(10_000);
});

test('when the limit is lowered and raised again, the pace follows', async () => {
	const pace = new Pace(Infinity, Infinity, wait);
	const provider: Provider = { limit: 20, latency: 50, counts: 'last second' };
	await send(pace, 100, 5, provider);
	const low = await send(pace, 50, 5, { ...provider, limit: 5 });
	expect(low.seconds).toBeLessThan(1.4 * 10);
	const high = await send(pace, 400, 5, { ...provider, limit: 20 });
	expect(high.seconds).toBeLessThan(1.6 * 20);
});

test('Retry-After is waited for, by all', async () => {
	const pace = new Pace(Infinity, Infinity, wait);
	const first = await pace.departure();
	expect(pace.throttled(first, new Failure('throttled', '', { retryAfter: 3_000 }))).toBe(true);
	const departures = Promise.all([pace.departure(), pace.departure()]);
	await jest.advanceTimersByTimeAsync(10_000);
	for (const departure of await departures) expect(departure - first).toBeGreaterThanOrEqual(3_000);
});

test('a refusal that comes late does not count against a later request', async () => {
	const pace = new Pace(Infinity, Infinity, wait);
	const late = await pace.departure();
	await jest.advanceTimersByTimeAsync(11_000);
	await pace.departure();
	await pace.departure();
	const last = await pace.departure();
	pace.throttled(late, THROTTLED);
	pace.throttled(last, THROTTLED);
	const departures = Promise.all([pace.departure(), pace.departure()]);
	await jest.advanceTimersByTimeAsync(10_000);
	const [one, other] = await departures;
	// Two were accepted in that second, so that the pace of one a second stays.
	expect(other - one).toBe(1_000);
});

test('a request is given up when eight pauses in a row did not help', async () => {
	const pace = new Pace(Infinity, Infinity, wait);
	let pauses = 0;
	for (;;) {
		const departure = pace.departure();
		await jest.advanceTimersByTimeAsync(60_000);
		if (!pace.throttled(await departure, THROTTLED)) break;
		pauses++;
	}
	expect(pauses).toBe(8);
});

test('a provider that asks for more than five minutes is given up', async () => {
	const pace = new Pace(Infinity, Infinity, wait);
	const failure = new Failure('throttled', '', { retryAfter: 3_600_000 });
	expect(pace.throttled(await pace.departure(), failure)).toBe(false);
});
