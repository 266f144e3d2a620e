import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import envPaths from 'env-paths';

import { withHeartbeat } from './heartbeat';
import { npm } from './npm';
import { removeAbandoned } from './removeAbandoned';

/** The files that say which n8n is meant. */
const PIN = ['package.json', 'package-lock.json', '.npmrc'];

/** Where everything lives that outlasts a run and can be deleted at any time. */
export const cacheFolder = envPaths('n8n-nodes-cloud-ocr', { suffix: '' }).cache;

export interface N8n {
	folder: string;
	/** The Node.js that came with it; n8n does not run on older ones. */
	node: string;
	/** n8n's main script. */
	script: string;
}

/**
 * Gives the pinned n8n, installing it first unless this machine has it already.
 *
 * It lands in the user's cache folder under a name made of its lock file, so that every clone
 * shares it. It gets that name when it is complete: a half install never counts, and of two
 * installs at once the later one gives way.
 */
export async function ensureN8n(onProgress: (message: string) => void): Promise<N8n> {
	const folder = join(cacheFolder, `n8n-${await hashOfPin()}`);
	if (!existsSync(folder)) {
		await removeAbandoned(cacheFolder);
		const unfinished = `${folder}.installing-${process.pid}`;
		try {
			await install(unfinished, `${folder}.log`, onProgress);
			await rename(unfinished, folder).catch((error: Error) => {
				if (!existsSync(folder)) throw error;
			});
		} finally {
			await rm(unfinished, { recursive: true, force: true });
		}
	}
	const modules = join(folder, 'node_modules');
	return {
		folder,
		node: join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
		script: join(modules, 'n8n', 'bin', 'n8n'),
	};
}

async function hashOfPin(): Promise<string> {
	const hash = createHash('sha256');
	for (const name of PIN) hash.update(await readFile(join(__dirname, name)));
	return hash.digest('hex').slice(0, 12);
}

async function install(folder: string, log: string, onProgress: (message: string) => void) {
	await rm(log, { force: true });
	await mkdir(folder, { recursive: true });
	for (const name of PIN) await copyFile(join(__dirname, name), join(folder, name));

	onProgress('Installing n8n, once for this machine: 2 to 5 minutes, 2.4 GB');
	const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
	// Not `npm ci`: it wants the binaries of every platform in the lock file.
	const download = npm(['install', ...quiet], { cwd: folder, log });
	await withHeartbeat(download, cacheFolder, onProgress);

	onProgress('Setting up Node.js and SQLite for it: up to a minute');
	// Of all the install scripts n8n needs these two. Where SQLite has to be compiled, a plain
	// optimisation takes half the time, and nothing here measures SQLite.
	const setUp = npm(['rebuild', 'node', 'sqlite3', '--ignore-scripts=false', ...quiet], {
		cwd: folder,
		log,
		env: { JOBS: 'max', CFLAGS: '-O1', CXXFLAGS: '-O1' },
	});
	await withHeartbeat(setUp, cacheFolder, onProgress);
}
