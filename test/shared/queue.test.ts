import fc from 'fast-check';

import { Queue } from '../../nodes/shared/engine/queue/queue';
import { Semaphore } from '../../nodes/shared/engine/queue/semaphore';
import { withSignal } from '../../nodes/shared/engine/withSignal';

test('a queue gives what an array gives that is shifted, in any order of calls', () => {
	fc.assert(
		fc.property(fc.array(fc.option(fc.integer())), (calls) => {
			const queue = new Queue<number>();
			const array: number[] = [];
			for (const value of calls) {
				if (value === null) expect(queue.take()).toBe(array.shift());
				else {
					queue.add(value);
					array.push(value);
				}
				expect(queue.size).toBe(array.length);
			}
		}),
	);
});

/** Calls something, and counts how often an array moves its elements up meanwhile. */
async function shiftsDuring(use: () => Promise<void>): Promise<number> {
	const shift = jest.spyOn(Array.prototype, 'shift');
	const splice = jest.spyOn(Array.prototype, 'splice');
	try {
		await use();
		return shift.mock.calls.length + splice.mock.calls.length;
	} finally {
		shift.mockRestore();
		splice.mockRestore();
	}
}

test('slots are given in order, those for further pages first, and no waiting list is shifted', async () => {
	const slots = new Semaphore(1);
	const order: string[] = [];
	const wait = async (name: string, first = false) => {
		const release = await slots.acquire(first);
		order.push(name);
		release();
	};
	const release = await slots.acquire();
	const waits = [wait('a'), wait('b'), wait('page', true), wait('c')];
	const shifts = await shiftsDuring(async () => {
		release();
		await Promise.all(waits);
	});
	expect(order).toEqual(['page', 'a', 'b', 'c']);
	expect(shifts).toBe(0);
});

describe('a signal of its own', () => {
	const reason = new Error('the run ended');

	test('aborts with the source and its reason, also when that was before', async () => {
		const source = new AbortController();
		const aborted = withSignal(
			source.signal,
			async (signal) =>
				await new Promise((resolve) =>
					signal.addEventListener('abort', () => resolve(signal.reason)),
				),
		);
		source.abort(reason);
		expect(await aborted).toBe(reason);
		expect(await withSignal(source.signal, async ({ reason: late }) => late)).toBe(reason);
	});

	test('does not abort when it is done', async () => {
		const source = new AbortController();
		const kept = await withSignal(source.signal, async (signal) => signal);
		await expect(
			withSignal(source.signal, async () => {
				throw reason;
			}),
		).rejects.toBe(reason);
		source.abort(reason);
		expect(kept.aborted).toBe(false);
	});

	test('1,000 of them put one listener on the source', async () => {
		const { signal: source } = new AbortController();
		const listen = jest.spyOn(source, 'addEventListener');
		const any = jest.spyOn(AbortSignal, 'any');
		await Promise.all(Array.from({ length: 1_000 }, () => withSignal(source, async () => {})));
		expect(listen).toHaveBeenCalledTimes(1);
		expect(any).not.toHaveBeenCalled();
	});
});
