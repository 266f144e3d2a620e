import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { N8nInstance } from '../../../local-n8n/instance';
import { startInstance } from '../../../local-n8n/instance';
import { ensureN8n } from '../../../local-n8n/install';
import { installPackage, packPackage } from '../../../local-n8n/pack';
import { PROJECT } from '../../../local-n8n/project';
import type { Postgres } from './postgres';
import { startPostgres } from './postgres';
import type { Redis } from './redis';
import { startRedis } from './redis';
import type { Worker } from './worker';
import { startWorker } from './worker';

/** An n8n in queue mode: a main process, which takes the webhooks, and two workers. */
export interface QueueMode {
	main: N8nInstance;
	workers: Worker[];
	/** Starts a worker again that has ended. */
	restart(index: number): Promise<void>;
	postgres: Postgres;
	redis: Redis;
	stop(): Promise<void>;
}

/** The database of n8n itself. */
const DATABASE = 'n8n';

/**
 * How long a worker may keep silent about an execution before it counts as lost, ms. n8n's defaults
 * are six times as long.
 */
export const LOCK = { duration: 10_000, renewTime: 2_000, stalledInterval: 5_000 };

/** Starts all processes of a queue mode, each with a folder and an installed package of its own. */
export async function startQueueMode(): Promise<QueueMode> {
	const endings: Array<() => Promise<unknown>> = [];
	const stop = async () => {
		for (let end = endings.pop(); end; end = endings.pop()) await end();
	};
	const started = async <T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> => {
		const one = await starting;
		endings.push(async () => await one.stop());
		return one;
	};
	try {
		const folder = await mkdtemp(join(tmpdir(), 'queue-'));
		endings.push(async () => await rm(folder, { recursive: true, force: true }));
		const tarball = await packPackage(PROJECT, folder);
		const n8n = await ensureN8n((message) => process.stderr.write(`${message}\n`));
		const postgres = await started(startPostgres());
		await postgres.createDatabase(DATABASE);
		const redis = await started(startRedis());
		const env = {
			EXECUTIONS_MODE: 'queue',
			N8N_ENCRYPTION_KEY: randomBytes(16).toString('hex'),
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(postgres.port),
			DB_POSTGRESDB_DATABASE: DATABASE,
			DB_POSTGRESDB_USER: postgres.user,
			DB_POSTGRESDB_PASSWORD: postgres.password,
			// n8n's default of 2 is too few for many webhooks and ten executions at a time.
			DB_POSTGRESDB_POOL_SIZE: '10',
			QUEUE_BULL_REDIS_HOST: '127.0.0.1',
			QUEUE_BULL_REDIS_PORT: String(redis.port),
			QUEUE_WORKER_LOCK_DURATION: String(LOCK.duration),
			QUEUE_WORKER_LOCK_RENEW_TIME: String(LOCK.renewTime),
			QUEUE_WORKER_STALLED_INTERVAL: String(LOCK.stalledInterval),
		};
		// First, because it sets up the database.
		const userFolder = join(folder, 'main');
		const main = await started(startInstance(n8n, { tarball, userFolder, env }));
		const startOne = async (index: number) =>
			await startWorker(n8n, join(folder, `worker-${index}`), env);
		const workers: Worker[] = [];
		endings.push(async () => await Promise.all(workers.map(async (worker) => await worker.kill())));
		for (const index of [0, 1]) {
			await installPackage(join(folder, `worker-${index}`), tarball);
			workers.push(await startOne(index));
		}
		return {
			main,
			workers,
			restart: async (index) => void (workers[index] = await startOne(index)),
			postgres,
			redis,
			stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}
