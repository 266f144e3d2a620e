import { link, mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { isRunning } from '../isRunning';

const BEAT_MS = 2_000;

/** A process that has not touched its file for so long is gone, and its number may be another's. */
const ABANDONED_MS = 30_000;

/**
 * Does some work while no other process does work in the same turn.
 *
 * @param file says whose turn it is
 * @param onWait is called once if others go first
 */
export async function inTurn<T>(
	file: string,
	onWait: () => void,
	work: () => Promise<T>,
): Promise<T> {
	await mkdir(dirname(file), { recursive: true });
	for (let waits = 0; !(await take(file)); waits++) {
		if (waits === 0) onWait();
		await sleep(200);
	}
	const beat = setInterval(() => {
		const now = new Date();
		utimes(file, now, now).catch(() => {});
	}, BEAT_MS);
	try {
		return await work();
	} finally {
		clearInterval(beat);
		await rm(file, { force: true });
	}
}

async function take(file: string): Promise<boolean> {
	// A link comes with its contents: nobody finds a file that names no process yet.
	const own = `${file}.${process.pid}`;
	await writeFile(own, String(process.pid));
	try {
		await link(own, file);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		if (await isAbandoned(file)) await rm(file, { force: true });
		return false;
	} finally {
		await rm(own, { force: true });
	}
}

async function isAbandoned(file: string): Promise<boolean> {
	try {
		const pid = Number(await readFile(file, 'utf8'));
		return !isRunning(pid) || Date.now() - (await stat(file)).mtimeMs > ABANDONED_MS;
	} catch {
		// Its turn has just ended.
		return false;
	}
}
