import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { until } from './until';

/** What is known about an n8n from outside of it. Linux only. */
export interface Watch {
	/** The environment that n8n needs for it. */
	env: NodeJS.ProcessEnv;
	/** Exceptions and rejections that nobody handled, with their stacks. */
	unhandled(): string;
	/** Memory that is in use after a garbage collection, MB. */
	memory(pid: number): Promise<number>;
}

const MB = 1024 * 1024;

/** @param folder where n8n and the watch may leave files for each other */
export function watchIn(folder: string): Watch {
	const unhandled = join(folder, 'unhandled');
	const memory = join(folder, 'memory');
	const read = (file: string) => readFileSync(file, { encoding: 'utf8', flag: 'a+' });
	return {
		env: {
			NODE_OPTIONS: `--require=${join(__dirname, '..', 'faults', 'watch.cjs')}`,
			WATCH_UNHANDLED: unhandled,
			WATCH_MEMORY: memory,
		},
		unhandled: () => read(unhandled),
		async memory(pid) {
			rmSync(memory, { force: true });
			process.kill(pid, 'SIGUSR2');
			await until('n8n says how much memory it uses', () => read(memory).endsWith('}'), 60_000);
			const { heapUsed, external, listeners } = JSON.parse(read(memory)) as Record<string, number>;
			// The watch would not see what somebody else handles.
			if (listeners > 0) throw new Error('n8n handles rejections by itself');
			return (heapUsed + external) / MB;
		},
	};
}

/** What a process has open, as Linux names it. */
const openIn = (pid: number): string[] =>
	readdirSync(`/proc/${pid}/fd`).flatMap((descriptor) => {
		try {
			return [readlinkSync(`/proc/${pid}/fd/${descriptor}`)];
		} catch {
			// Closed in between.
			return [];
		}
	});

/** The files that a process has open, but for n8n's database. */
export const openFiles = (pid: number): string[] =>
	openIn(pid)
		.filter((link) => link.startsWith('/') && !/database\.sqlite/.test(link))
		.sort();

/** How many connections of a process lead to this machine's ports. */
export function connectionsTo(pid: number, ...ports: number[]): number {
	const own = openIn(pid);
	const remote = ports.map((port) => `:${port.toString(16).toUpperCase().padStart(4, '0')}`);
	return readFileSync(`/proc/${pid}/net/tcp`, 'utf8')
		.split('\n')
		.map((line) => line.trim().split(/\s+/))
		.filter(([, , address, , , , , , , inode]) => {
			const leadsThere = remote.some((port) => address?.endsWith(port));
			return leadsThere && own.includes(`socket:[${inode}]`);
		}).length;
}
