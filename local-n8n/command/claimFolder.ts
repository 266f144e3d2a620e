import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { isRunning } from '../isRunning';

/** Keeps a second process out of a folder while this one runs; returns the function that ends the claim. */
export async function claimFolder(folder: string): Promise<() => Promise<void>> {
	await mkdir(folder, { recursive: true });
	const file = join(folder, 'process.pid');
	const pid = Number(await readFile(file, 'utf8').catch(() => 0));
	if (pid && isRunning(pid))
		throw new Error(`Already running as process ${pid}. Stop that process first.`);
	await writeFile(file, String(process.pid));
	return async () => await rm(file, { force: true });
}
