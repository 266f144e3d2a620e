import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { isRunning } from './isRunning';

/** Removes what installs left behind that were killed: folders named after a process now gone. */
export async function removeAbandoned(cacheFolder: string): Promise<void> {
	const names = await readdir(cacheFolder).catch(() => []);
	for (const name of names) {
		const [, pid] = /\.installing-(\d+)$/.exec(name) ?? [];
		if (pid && !isRunning(Number(pid))) {
			await rm(join(cacheFolder, name), { recursive: true, force: true });
		}
	}
}
