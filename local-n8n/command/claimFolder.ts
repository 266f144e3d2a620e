import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { isRunning } from '../isRunning';

/** A folder that no other process takes while this one runs. */
export interface ClaimedFolder {
	folder: string;
	/** Ends the claim. */
	release: () => Promise<void>;
}

/** Claims a folder, or where another process has it, the next one: `demo`, `demo-2`, and so on. */
export async function claimFolder(wanted: string): Promise<ClaimedFolder> {
	for (let number = 1; ; number++) {
		const folder = number === 1 ? wanted : `${wanted}-${number}`;
		await mkdir(folder, { recursive: true });
		const file = join(folder, 'process.pid');
		const pid = Number(await readFile(file, 'utf8').catch(() => 0));
		if (pid && isRunning(pid)) continue;
		await writeFile(file, String(process.pid));
		return { folder, release: async () => await rm(file, { force: true }) };
	}
}
