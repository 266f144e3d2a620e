import { sleep } from 'n8n-workflow';

import { RateLimiter } from '../../nodes/shared/engine/rate/rateLimiter';
import { rateLimiterOf, rateLimiters } from '../../nodes/shared/engine/rate/rateLimiters';
import { slidingWindow } from '../../sandbox/limiters';
import { inspectAll } from '../support/inspectAll';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const LATENCY = 100;

/** Sends documents of a node execution, and gives how long it took in seconds. */
async function send(limiter: RateLimiter, accepts: () => boolean, documents: number, places = 20) {
	const { signal } = new AbortController();
	const begin = performance.now();
	let left = documents;
	let refused = 0;
	const worker = async () => {
		while (left-- > 0) {
			for (;;) {
				const departure = await limiter.departure(signal);
				await sleep(LATENCY / 2);
				const isAccepted = accepts();
				await sleep(LATENCY / 2);
				if (isAccepted) {
					limiter.onResponse(departure);
					break;
				}
				refused++;
				limiter.onThrottled(departure);
			}
		}
	};
	await Promise.all(Array.from({ length: Math.min(places, documents) }, worker));
	return { seconds: (performance.now() - begin) / 1_000, refused };
}

/** Lets time pass until something is done. */
async function until<T>(done: Promise<T>): Promise<T> {
	let isDone = false;
	void done.finally(() => (isDone = true));
	while (!isDone) await jest.advanceTimersByTimeAsync(10);
	return await done;
}

const tenPerSecond = () => {
	const { accepts } = slidingWindow(10, 1_000);
	return () => accepts(performance.now());
};

test.each([1, 2, 4])(
	'%d runs on one account share what it accepts, and end together',
	async (runs) => {
		const limiter = new RateLimiter();
		const accepts = tenPerSecond();
		const all = await until(
			Promise.all(Array.from({ length: runs }, async () => await send(limiter, accepts, 200))),
		);
		const ideal = (runs * 200) / 10;
		const times = all.map(({ seconds }) => seconds);
		expect(Math.max(...times)).toBeLessThan(1.3 * ideal);
		expect(Math.min(...times)).toBeGreaterThan(0.9 * Math.max(...times));
		expect(all.reduce((sum, { refused }) => sum + refused, 0)).toBeLessThan(20 * runs);
	},
);

test('a run of few documents does not wait for the whole of a large one', async () => {
	const limiter = new RateLimiter(10);
	const accepts = tenPerSecond();
	const large = send(limiter, accepts, 300);
	await jest.advanceTimersByTimeAsync(2_000);
	const small = await until(send(limiter, accepts, 5));
	expect(small.seconds).toBeLessThan(2);
	await until(large);
});

test('runs one after the other know what the first has found out', async () => {
	const limiter = new RateLimiter();
	const accepts = tenPerSecond();
	const first = await until(send(limiter, accepts, 60));
	let [refused, seconds] = [0, 0];
	for (let run = 0; run < 40; run++) {
		const result = await until(send(limiter, accepts, 5));
		refused += result.refused;
		seconds += result.seconds;
	}
	expect(first.refused).toBeGreaterThan(0);
	expect(refused).toBeLessThanOrEqual(10);
	expect(seconds).toBeLessThan(1.3 * 20 + 40 * 0.1);
});

test('a run that ends leaves its place to the others at once, and says why', async () => {
	const limiter = new RateLimiter(1);
	const [ended, other] = [new AbortController(), new AbortController()];
	await limiter.departure(other.signal);
	const waiting = [limiter.departure(ended.signal), limiter.departure(ended.signal)];
	const next = limiter.departure(other.signal);
	const begin = performance.now();
	ended.abort(new Error('canceled'));
	await expect(Promise.all(waiting)).rejects.toThrow('canceled');
	await expect(limiter.departure(ended.signal)).rejects.toThrow('canceled');
	expect(performance.now()).toBe(begin);
	expect((await until(next)) - begin).toBeLessThan(1_100);
});

test('a request that waits takes its turn at once when another run sets a higher limit', async () => {
	const limiter = new RateLimiter(0.01);
	const { signal } = new AbortController();
	limiter.onResponse(await limiter.departure(signal));
	const begin = performance.now();
	const waiting = limiter.departure(signal);
	await jest.advanceTimersByTimeAsync(1_000);
	limiter.begin(10);
	await until(waiting);
	expect(performance.now() - begin).toBeLessThan(2_500);
});

test('a probe that is lost on its way lets the next one go', async () => {
	const limiter = new RateLimiter();
	const { signal } = new AbortController();
	for (let cut = 0; cut < 2; cut++) limiter.onThrottled(await until(limiter.departure(signal)));
	await until(limiter.departure(signal));
	const next = limiter.departure(signal);
	await jest.advanceTimersByTimeAsync(60_000);
	limiter.onLost();
	await expect(until(next)).resolves.toBeGreaterThan(60_000);
});

describe('accounts', () => {
	const account = { endpoint: 'https://a.example/v1.0', id: 'key' };

	test('one limiter for an account at a host, another one for others', () => {
		const limiter = rateLimiterOf(account);
		expect(rateLimiterOf({ ...account, endpoint: 'https://a.example/v1.1' })).toBe(limiter);
		expect(rateLimiterOf({ ...account, endpoint: 'https://b.example/v1.0' })).not.toBe(limiter);
		expect(rateLimiterOf({ ...account, id: 'other' })).not.toBe(limiter);
	});

	test('neither keys nor hosts stand in the memory of accounts', () => {
		rateLimiterOf({ endpoint: 'https://intranet.example/v1.0', id: 'AKIDEXAMPLE' });
		const kept = inspectAll([...rateLimiters]);
		expect(kept).not.toBe('');
		expect(kept).not.toMatch(/AKIDEXAMPLE|intranet/);
	});

	test('an account is forgotten when it was idle for ten minutes', async () => {
		const limiter = rateLimiterOf(account);
		await jest.advanceTimersByTimeAsync(9 * 60_000);
		expect(rateLimiterOf(account)).toBe(limiter);
		await jest.advanceTimersByTimeAsync(11 * 60_000);
		rateLimiterOf({ ...account, id: 'other' });
		expect(rateLimiters.size).toBe(1);
		expect(rateLimiterOf(account)).not.toBe(limiter);
	});

	test('accounts do not pile up, and the one that was asked for last is kept', () => {
		const limiters = Array.from({ length: 5_000 }, (_, id) =>
			rateLimiterOf({ ...account, id: String(id) }),
		);
		expect(rateLimiters.size).toBeLessThan(limiters.length / 2);
		expect(rateLimiterOf({ ...account, id: '4999' })).toBe(limiters.at(-1));
	});

	test('the limit of the run that began last counts', async () => {
		const { signal } = new AbortController();
		const limiter = rateLimiterOf(account, 2);
		for (let request = 0; request < 2; request++) await until(limiter.departure(signal));
		rateLimiterOf(account, 100);
		const begin = performance.now();
		for (let request = 0; request < 10; request++) await until(limiter.departure(signal));
		expect(performance.now() - begin).toBeLessThan(1_000);
	});
});
