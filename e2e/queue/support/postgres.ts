import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { freePort } from '../../../local-n8n/freePort';
import { systemProgram } from '../../support/systemProgram';
import { systemUser } from '../../support/systemUser';
import { untilListening } from '../../support/untilListening';

/** A PostgreSQL server. */
export interface Postgres {
	port: number;
	user: string;
	/** Any password is accepted, but n8n wants one. */
	password: string;
	createDatabase(name: string): Promise<void>;
	/** Runs SQL in a database, and gives the rows of its answer as texts. */
	query(database: string, sql: string): Promise<string[][]>;
	stop(): Promise<void>;
}

const run = promisify(execFile);

/** PostgreSQL does not run as root, so root starts it as the user that Debian's package brings along. */
const ROOTS_USER = 'postgres';

const DEBIAN = '/usr/lib/postgresql';

/** Starts PostgreSQL on the loopback, with all its files in a temporary folder. */
export async function startPostgres(): Promise<Postgres> {
	const program = await programs();
	const owner =
		userInfo().uid === 0
			? {
					uid: Number(await systemUser('-u', ROOTS_USER)),
					gid: Number(await systemUser('-g', ROOTS_USER)),
				}
			: {};
	const folder = await mkdtemp(join(tmpdir(), 'postgres-'));
	if (owner.uid) await chown(folder, owner.uid, owner.gid);
	const port = await freePort();
	const user = 'n8n';
	const asOwner = { ...owner, cwd: folder };
	await run(
		program('initdb'),
		['--pgdata', folder, '--username', user, '--auth', 'trust', '--encoding', 'UTF8', '--no-sync'],
		asOwner,
	);
	const settings = {
		port,
		listen_addresses: '127.0.0.1',
		unix_socket_directories: '',
		// The files are gone after the test anyway.
		fsync: 'off',
	};
	const child = spawn(
		program('postgres'),
		['-D', folder, ...Object.entries(settings).flatMap(([name, to]) => ['-c', `${name}=${to}`])],
		{ ...asOwner, stdio: 'ignore' },
	);
	const ended = once(child, 'exit');
	// SIGINT ends PostgreSQL without waiting for its clients.
	const end = () => child.kill('SIGINT');
	process.once('exit', end);
	await untilListening('PostgreSQL', child, port);

	const query = async (database: string, sql: string) => {
		const connection = ['-h', '127.0.0.1', '-p', String(port), '-U', user, '-d', database];
		const plain = ['--no-psqlrc', '--quiet', '--no-align', '--tuples-only', '--field-separator=\t'];
		const { stdout } = await run(program('psql'), [...connection, ...plain, '-c', sql], {
			maxBuffer: 64 * 1024 * 1024,
		});
		const lines = stdout.split('\n').filter(Boolean);
		return lines.map((line) => line.split('\t'));
	};
	return {
		port,
		user,
		password: 'any',
		createDatabase: async (name) => void (await query('postgres', `create database ${name}`)),
		query,
		async stop() {
			process.off('exit', end);
			end();
			await ended;
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** Finds PostgreSQL's programs: Debian keeps those of each version apart. */
async function programs() {
	const versions = await readdir(DEBIAN).catch(() => []);
	const folders = [
		...versions
			.sort((a, b) => Number(b) - Number(a))
			.map((version) => join(DEBIAN, version, 'bin')),
		'/usr/bin',
		'/usr/local/bin',
		'/opt/homebrew/bin',
	];
	return (name: string) =>
		systemProgram(
			folders.map((folder) => join(folder, name)),
			'postgresql',
		);
}
