import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { environmentOf } from '../../../local-n8n/environment';
import { freePort } from '../../../local-n8n/freePort';
import type { N8n } from '../../../local-n8n/install';
import { killGroup } from '../../../local-n8n/killGroup';
import { startScript } from '../../../local-n8n/script';
import { until } from '../../support/until';

/** A worker of n8n's queue mode that takes executions. */
export interface Worker {
	/** How many executions it has finished. */
	finished(): Promise<number>;
	/** Ends it and all its processes at once, as when its machine is gone. */
	kill(): Promise<void>;
	/** Asks it to end, as a container's stop does, and waits until it has. */
	stop(): Promise<void>;
}

/** How many executions a worker runs at a time: n8n's default. */
export const CONCURRENCY = 10;

let count = 0;

/**
 * Starts a worker and waits until it takes executions.
 *
 * @param userFolder has the package, and is no other process's folder
 * @param env where the queue and the database are
 */
export async function startWorker(
	n8n: N8n,
	userFolder: string,
	env: NodeJS.ProcessEnv,
): Promise<Worker> {
	const port = await freePort();
	const log = join(userFolder, `worker-${++count}.log`);
	const output = await open(log, 'w');
	const { process: child, ended } = startScript(n8n.node, [n8n.script, 'worker'], {
		// n8n reads a .env file from where it is started.
		cwd: userFolder,
		env: {
			...environmentOf(n8n, userFolder),
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: String(port),
			N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			// n8n's default.
			N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '30',
			...env,
		},
		output: output.fd,
	});
	await output.close();
	const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
	const kill = async () => {
		if (!hasEnded()) killGroup(child);
		await ended;
	};
	try {
		await until(
			'the worker is ready',
			async () => {
				if (hasEnded()) throw new Error('The worker ended while it was starting');
				const url = `http://127.0.0.1:${port}/healthz/readiness`;
				return (await fetch(url).catch(() => undefined))?.ok === true;
			},
			120_000,
		);
	} catch (error) {
		await kill();
		throw new Error(`${(error as Error).message}\n\n${await readFile(log, 'utf8')}`);
	}
	return {
		finished: async () =>
			(await readFile(log, 'utf8')).split('Worker finished execution').length - 1,
		kill,
		async stop() {
			child.kill('SIGTERM');
			await ended;
		},
	};
}
