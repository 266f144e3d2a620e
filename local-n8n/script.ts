import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { killGroup } from './killGroup';

/** A script of Node.js that runs in a process of its own. */
export interface Script {
	process: ChildProcess;
	/** Resolves when it has ended, asked to or not. */
	ended: Promise<void>;
	stop(): Promise<void>;
}

export interface ScriptOptions {
	cwd: string;
	env?: NodeJS.ProcessEnv;
	/** The file that takes what it prints, or else our own terminal does. */
	output?: number;
}

/** Starts a script. It stops when asked to, or when this process ends. */
export function startScript(
	node: string,
	args: string[],
	{ cwd, env, output }: ScriptOptions,
): Script {
	const printsTo = output ?? 'inherit';
	const child = spawn(node, ['--require', join(__dirname, 'stopWithParent.cjs'), ...args], {
		cwd,
		env,
		stdio: ['ignore', printsTo, printsTo, 'ipc'],
		// A group of its own: Ctrl-C in a terminal is for us, who then stop it in order.
		detached: process.platform !== 'win32',
	});
	const ended = once(child, 'exit').then(() => {});
	return { process: child, ended, stop: async () => await stop(child, ended) };
}

async function stop(child: ChildProcess, ended: Promise<void>, graceMs = 10_000): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	child.kill('SIGTERM');
	const inTime = await Promise.race([
		ended.then(() => true),
		sleep(graceMs, false, { ref: false }),
	]);
	if (inTime) return;
	killGroup(child);
	await ended;
}
