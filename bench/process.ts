import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const TICKS_PER_SECOND = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** CPU time that a process has used so far, ms. Linux only, as all of this file. */
export function cpuTime(pid: number): number {
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	// The name in the second field may hold blanks.
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return ((Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND) * 1_000;
}

/** Lets the peak of a process's memory begin anew, at what it uses now. */
export const resetPeakMemory = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, '5');

/** The peak of a process's resident memory since then, MB. */
export function peakMemory(pid: number): number {
	const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
	return Number(kilobytes) / 1024;
}

/** Environment of a Node.js process whose event loop is to be watched. */
export const eventLoopWatch = (file: string) => ({
	NODE_OPTIONS: `--require=${join(__dirname, 'eventLoopDelay.cjs')}`,
	EVENT_LOOP_DELAY_FILE: file,
});

/** For how long an event loop stood still, ms. */
export interface Stretches {
	longest: number;
	/** But for one time in a hundred. */
	usual: number;
}

/** For how long the event loop of such a process stood still since this was asked last. */
export async function eventLoopDelay(pid: number, file: string): Promise<Stretches> {
	rmSync(file, { force: true });
	process.kill(pid, 'SIGUSR2');
	for (let wait = 0; wait < 60_000; wait += 20) {
		await sleep(20);
		const [longest, usual] = readFileSync(file, { encoding: 'utf8', flag: 'a+' }).split(' ');
		if (usual) return { longest: Number(longest), usual: Number(usual) };
	}
	throw new Error('n8n has not said for how long its event loop stood still');
}
