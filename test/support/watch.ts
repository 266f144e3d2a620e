import { cpuTime } from './cpuTime';

const MB = 1024 * 1024;

/**
 * How long the process worked at most without a turn of the event loop while a task ran, in
 * milliseconds of CPU, how long it worked in all, and how much memory it took more, in megabytes.
 */
export async function watch<T>(task: () => Promise<T>) {
	const begin = cpuTime();
	let [longest, last] = [0, begin];
	const before = process.memoryUsage().rss;
	let most = before;
	const look = () => {
		const now = cpuTime();
		longest = Math.max(longest, now - last);
		last = now;
		most = Math.max(most, process.memoryUsage().rss);
	};
	const timer = setInterval(look, 1);
	try {
		const result = await task();
		await new Promise(setImmediate);
		look();
		return { result, longest, whole: cpuTime() - begin, memory: (most - before) / MB };
	} finally {
		clearInterval(timer);
	}
}
