import { median } from './figure';

/** The medians of what each task gives, key by key. They run in turns, so that noise meets all. */
export async function interleaved<Names extends string, Keys extends string>(
	times: number,
	tasks: Record<Names, () => Promise<Record<Keys, number>>>,
): Promise<Record<Names, Record<Keys, number>>> {
	const names = Object.keys(tasks) as Names[];
	const rounds: Array<Record<Names, Record<Keys, number>>> = [];
	for (let time = 0; time < times; time++) {
		const round = {} as Record<Names, Record<Keys, number>>;
		for (const name of names) round[name] = await tasks[name]();
		rounds.push(round);
	}
	const medianOf = (name: Names) =>
		mapped(rounds[0][name], (_, key) => median(rounds.map((round) => round[name][key])));
	return mapped(tasks, (_, name) => medianOf(name));
}

/** The median time of each task in ms, run in turns. */
export async function timed<Names extends string>(
	times: number,
	tasks: Record<Names, () => unknown>,
): Promise<Record<Names, number>> {
	const timing = (task: () => unknown) => async () => {
		const start = performance.now();
		await task();
		return { milliseconds: performance.now() - start };
	};
	const taken = await interleaved(times, mapped(tasks, timing));
	return mapped(taken, ({ milliseconds }) => milliseconds);
}

/** The same keys, with other values. */
const mapped = <Keys extends string, From, To>(
	record: Record<Keys, From>,
	map: (value: From, key: Keys) => To,
): Record<Keys, To> =>
	Object.fromEntries(
		Object.entries(record).map(([key, value]) => [key, map(value as From, key as Keys)]),
	) as Record<Keys, To>;
