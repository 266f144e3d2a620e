import type { RateState } from '../../nodes/shared/engine/rate/rateState';
import { initialState, next, nextDeparture } from '../../nodes/shared/engine/rate/rateState';
import type { Limiter } from '../../sandbox/limiters';
import { fixedWindow, slidingWindow, tokenBucket } from '../../sandbox/limiters';

interface Simulation {
	limiter: Limiter;
	/** The limit that is known, in requests per second. */
	known?: number;
	documents: number;
	/** Requests that are under way at a time: those of two runs are twice as many. */
	places: number;
	/** Of an answer, in ms; half of it before the provider counts the request. */
	latency: number;
	/** Where the clock stands at the beginning, in ms. */
	start?: number;
	/** How much longer the first requests take to the provider, in ms. */
	cold?: number;
}

/** Sends documents to a provider with a limit, on a clock of its own. */
function simulate({ limiter, known, documents, places, latency, start = 0, cold = 0 }: Simulation) {
	let state: RateState = initialState(known);
	let now = start;
	let [waiting, left, sent, refused, answered] = [Math.min(documents, places), 0, 0, 0, 0];
	left = documents - waiting;
	const due: Array<{ at: number; happens: () => void }> = [];
	// A small generator, so that each run is the same: up to 2 ms on the way, and of a timer.
	let seed = 1;
	const late = () => ((seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647) * 2;

	const depart = () => {
		const departed = now;
		waiting--;
		sent++;
		state = next(state, { type: 'departed', at: departed });
		due.push({
			at: now + latency / 2 + late() + (now - start < 10 ? cold : 0),
			happens() {
				const isAccepted = limiter.accepts(now);
				due.push({ at: now + latency / 2, happens: () => end(departed, isAccepted) });
			},
		});
	};
	const end = (departed: number, isAccepted: boolean) => {
		state = next(state, { type: isAccepted ? 'responded' : 'throttled', at: now, departed });
		if (!isAccepted) refused++;
		else {
			answered++;
			if (left-- <= 0) return;
		}
		waiting++;
	};

	while (answered < documents) {
		const departure = waiting > 0 ? nextDeparture(state) : Infinity;
		due.sort((one, other) => one.at - other.at);
		if (departure <= now) depart();
		else if (due.length > 0 && due[0].at <= departure) {
			const { at, happens } = due.shift()!;
			now = Math.max(now, at);
			happens();
		} else now = departure + late();
	}
	return { seconds: (now - start) / 1_000, refused, sent };
}

const KINDS: Record<string, (limit: number) => Limiter> = {
	'a sliding second': (limit) => slidingWindow(limit, 1_000),
	'a clock second': (limit) => fixedWindow(limit, 1_000),
	'a token bucket with burst': (limit) => tokenBucket(limit, limit),
	'a token bucket without burst': (limit) => tokenBucket(limit, 1),
	'a sliding minute': (limit) => slidingWindow(60 * limit, 60_000),
	'a clock minute': (limit) => fixedWindow(60 * limit, 60_000),
};

/** With 2 ms on the way, requests 20 ms apart that must not be closer are refused at times. */
const ONE_AT_A_TIME: Record<string, Record<number, [known: number, unknown: number]>> = {
	'a token bucket without burst': { 20: [1.25, 1.4], 50: [1.4, 1.5] },
};

describe.each(Object.keys(KINDS))('a limit of %s', (kind) => {
	test.each([1, 2, 5, 10, 20, 50])('%d a second: few are refused, and little time', (limit) => {
		const [known, unknown] = ONE_AT_A_TIME[kind]?.[limit] ?? [1.15, 1.3];
		const isPerMinute = kind.endsWith('minute');
		// Where the clock stands matters only to limits of the clock.
		const starts = kind.startsWith('a clock') ? [0, 333, 777] : [0];
		const documents = isPerMinute ? 300 * limit : Math.max(200, 20 * limit);
		for (const isKnown of [true, false]) {
			for (const places of [5, 20, 40]) {
				// Minutes of so many requests take long to go through.
				for (const latency of isPerMinute && limit > 10 ? [100] : [20, 100, 300]) {
					for (const start of starts) {
						const { seconds, refused, sent } = simulate({
							limiter: KINDS[kind](limit),
							known: isKnown ? limit : undefined,
							documents,
							places,
							latency,
							start,
						});
						const ideal = Math.max(documents / limit, (documents / places) * (latency / 1_000));
						// Those under way when a limit per minute was met, once more, and those that tried it. Where a
						// clock second ends during the start, the node sends more before it meets the limit.
						const atStart = isPerMinute ? 2 * places + 10 : isKnown ? 0 : 25;
						const most = Math.max(sent / 10, atStart);
						expect(refused).toBeLessThanOrEqual(most);
						expect(seconds).toBeLessThanOrEqual(ideal * (isKnown ? known : unknown));
					}
				}
			}
		}
	});
});

const UNLIMITED: Limiter = { accepts: () => true };

test('a provider without a limit is soon asked as fast as the places allow', () => {
	for (const latency of [100, 300]) {
		const { seconds } = simulate({ limiter: UNLIMITED, documents: 1_000, places: 20, latency });
		expect(seconds).toBeLessThan((1_000 / 20) * (latency / 1_000) * 1.25);
	}
});

test.each([5, 10, 20])(
	'a cold n8n sends its first requests late: %d a second are found all the same',
	(limit) => {
		for (const cold of [50, 130, 250]) {
			const { seconds, refused } = simulate({
				limiter: slidingWindow(limit, 1_000),
				documents: 20 * limit,
				places: 20,
				latency: 100,
				cold,
			});
			expect(seconds).toBeLessThan(20 * 1.12);
			expect(refused).toBeLessThan(2 * limit);
		}
	},
);

test('a limit that is known is never exceeded', () => {
	const times: number[] = [];
	const limiter = { accepts: (now: number) => times.push(now) > 0 };
	simulate({ limiter, known: 4, documents: 60, places: 10, latency: 20 });
	for (const [index, time] of times.entries()) {
		if (index >= 4) expect(time - times[index - 4]).toBeGreaterThanOrEqual(1_000);
	}
});

test('few documents depart at once', () => {
	const limit = { documents: 6, places: 20, latency: 100 };
	expect(simulate({ limiter: UNLIMITED, ...limit }).seconds).toBeLessThan(0.11);
	expect(simulate({ limiter: UNLIMITED, known: 10, ...limit }).seconds).toBeLessThan(0.11);
});

test('when the limit is lowered and raised again, the pace follows', () => {
	let limit = 20;
	const taken: number[] = [];
	const limiter = {
		accepts(now: number) {
			limit = now < 20_000 ? 20 : now < 40_000 ? 5 : 20;
			const inSecond = taken.filter((time) => time > now - 1_000).length;
			if (inSecond < limit) taken.push(now);
			return inSecond < limit;
		},
	};
	const { seconds, refused, sent } = simulate({
		limiter,
		documents: 1_200,
		places: 10,
		latency: 50,
	});
	// Twenty seconds at 20, twenty at 5, and the rest of 700 at 20 make 75.
	expect(seconds).toBeLessThan(75 * 1.3);
	expect(refused).toBeLessThan(sent / 10);
});

test('the provider may ask for a longer wait', () => {
	let state = initialState();
	state = next(state, { type: 'departed', at: 0 });
	state = next(state, { type: 'throttled', at: 100, departed: 0, retryAfter: 3_000 });
	expect(nextDeparture(state)).toBe(3_100);
});

test('a refusal of a request that departed before the last cut is no further cut', () => {
	let state = initialState(10);
	for (const at of [0, 1, 2, 3]) state = next(state, { type: 'departed', at });
	state = next(state, { type: 'throttled', at: 100, departed: 3 });
	const { cuts, cutAt } = next(state, { type: 'throttled', at: 110, departed: 2 });
	expect([cuts, cutAt]).toEqual([1, 100]);
});

test('where nothing is accepted any more, one request at a time finds out whether it is again', () => {
	let state = initialState();
	let now = 0;
	const sent: number[] = [];
	while (state.cuts < 9) {
		now = Math.max(now, nextDeparture(state));
		sent.push(now);
		state = next(state, { type: 'departed', at: now });
		if (state.cuts > 1) expect(nextDeparture(state)).toBe(Infinity);
		state = next(state, { type: 'throttled', at: now + 50, departed: now });
		now += 50;
	}
	// Long enough for a limit per minute.
	expect(now).toBeGreaterThan(60_000);
	expect(sent).toHaveLength(9);
});
