import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a command that runs tells about itself. */
export interface Command {
	/** Takes what ends something that has been started. */
	endsWith(ending: () => unknown): void;
	/** From here on Ctrl-C is how the command ends; before, it breaks the command off. */
	isUp(): void;
}

/**
 * Runs a command of a terminal until it ends by itself or somebody stops it. Then all that it has
 * started ends, in reverse order, and this process with it.
 */
export function runUntilStopped(work: (command: Command) => Promise<void>): void {
	const endings: Array<() => unknown> = [];
	let exitCodeOfStop = 130;

	const endAll = async () => {
		for (let ending = endings.pop(); ending; ending = endings.pop()) await ending();
	};
	const stopped = async () => {
		await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), parentGone()]);
		console.log('\nStopping');
		process.exitCode = exitCodeOfStop;
	};
	const running = work({
		endsWith: (ending) => endings.push(ending),
		isUp: () => (exitCodeOfStop = 0),
	});

	Promise.race([running, stopped()])
		.catch((error: Error) => {
			process.exitCode = 1;
			console.error(`\n${error.message}`);
		})
		.finally(endAll)
		.finally(() => process.exit());
}

/** Resolves when npm has been killed: it does not pass that on to what it has started. */
async function parentGone(): Promise<void> {
	const parent = process.ppid;
	while (process.ppid === parent) await sleep(500, undefined, { ref: false });
}
