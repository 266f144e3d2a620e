import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { freePort } from '../../../local-n8n/freePort';
import { systemProgram } from '../../support/systemProgram';
import { untilListening } from '../../support/untilListening';

/** A Redis server. */
export interface Redis {
	port: number;
	/** Runs a command such as `['ZCARD', 'a']`, and gives the lines of its answer. */
	command(words: string[]): Promise<string[]>;
	stop(): Promise<void>;
}

const program = (name: string) =>
	systemProgram(
		['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'].map((folder) => join(folder, name)),
		'redis-server',
	);

/** Starts Redis on the loopback; it keeps everything in memory. */
export async function startRedis(): Promise<Redis> {
	const folder = await mkdtemp(join(tmpdir(), 'redis-'));
	const port = await freePort();
	const settings = { port, bind: '127.0.0.1', dir: folder, save: '', appendonly: 'no' };
	const child = spawn(
		program('redis-server'),
		Object.entries(settings).flatMap(([name, to]) => [`--${name}`, String(to)]),
		{ stdio: 'ignore' },
	);
	const ended = once(child, 'exit');
	const end = () => child.kill();
	process.once('exit', end);
	await untilListening('Redis', child, port);
	return {
		port,
		async command(words) {
			const { stdout } = await promisify(execFile)(program('redis-cli'), [
				'-p',
				String(port),
				'--raw',
				...words,
			]);
			return stdout.split('\n').filter(Boolean);
		},
		async stop() {
			process.off('exit', end);
			end();
			await ended;
			await rm(folder, { recursive: true, force: true });
		},
	};
}
