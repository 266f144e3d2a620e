/* How long to wait before a result is asked for again. */
import { waits } from '../../nodes/shared/engine/waits';

const PATIENCE = { first: 1_000, growth: 2, longest: 5_000, most: 20_000 };

/** Waits to the end, on a clock that goes on by each wait and by the time of a request. */
function waited(patience: typeof PATIENCE, request = 0): number[] {
	let now = 0;
	jest.spyOn(performance, 'now').mockImplementation(() => now);
	const wait = waits(patience);
	const all: number[] = [];
	for (let next = wait(); next !== undefined; next = wait()) {
		all.push(next);
		now += next + request;
	}
	return all;
}

test('the waits grow up to the longest, and the last one ends with the time', () => {
	expect(waited(PATIENCE)).toEqual([1_000, 2_000, 4_000, 5_000, 5_000, 3_000]);
});

test('the time of the requests counts', () => {
	expect(waited(PATIENCE, 3_000)).toEqual([1_000, 2_000, 4_000, 4_000]);
});

test('there is one wait in any case', () => {
	expect(waited({ ...PATIENCE, most: 10 })).toEqual([10]);
	expect(waited({ ...PATIENCE, most: 10 }, 100_000)).toEqual([10]);
});

test('the time runs from the first call, not from the submission', () => {
	let now = 0;
	jest.spyOn(performance, 'now').mockImplementation(() => now);
	const wait = waits(PATIENCE);
	now = 1_000_000;
	expect(wait()).toBe(1_000);
});
