import type { ChildProcess } from 'node:child_process';

/** Kills a process that was started detached, and all that it has started. */
export function killGroup(child: ChildProcess): void {
	if (process.platform === 'win32') child.kill('SIGKILL');
	else process.kill(-child.pid!, 'SIGKILL');
}
