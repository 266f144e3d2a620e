import { median } from './figure';

/** The median time of each task in ms, run in turns so that noise meets all of them. */
export async function interleaved<Names extends string>(
	times: number,
	tasks: Record<Names, () => unknown>,
): Promise<Record<Names, number>> {
	const names = Object.keys(tasks) as Names[];
	const taken = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
		Names,
		number[]
	>;
	for (let time = 0; time < times; time++) {
		for (const name of names) {
			const start = performance.now();
			await tasks[name]();
			taken[name].push(performance.now() - start);
		}
	}
	return Object.fromEntries(names.map((name) => [name, median(taken[name])])) as Record<
		Names,
		number
	>;
}
