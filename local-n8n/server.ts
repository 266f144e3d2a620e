import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { environmentOf } from './environment';
import { freePort } from './freePort';
import type { N8n } from './install';
import { startScript } from './script';

export interface N8nServer {
	url: string;
	pid: number;
	/** Resolves when n8n has ended, asked to or not. */
	ended: Promise<void>;
	stop(): Promise<void>;
}

export interface ServerOptions {
	/** Taken if it is free. */
	port?: number;
	env?: NodeJS.ProcessEnv;
	startTimeoutMs?: number;
}

/** Starts n8n and waits until it answers. It stops when asked to, or when this process ends. */
export async function startServer(
	n8n: N8n,
	userFolder: string,
	{ port: wantedPort, env, startTimeoutMs = 120_000 }: ServerOptions = {},
): Promise<N8nServer> {
	const port = await freePort(wantedPort);
	const url = `http://127.0.0.1:${port}`;
	const log = join(userFolder, 'n8n.log');
	const output = await open(log, 'w');
	const {
		process: child,
		ended,
		stop,
	} = startScript(n8n.node, [n8n.script, 'start'], {
		// n8n reads a .env file from where it is started.
		cwd: userFolder,
		env: {
			...environmentOf(n8n, userFolder),
			N8N_PORT: String(port),
			N8N_EDITOR_BASE_URL: url,
			N8N_WEBHOOK_URL: url,
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			...env,
		},
		output: output.fd,
	});
	await output.close();
	try {
		await Promise.race([
			untilReady(url, startTimeoutMs),
			ended.then(() => Promise.reject(new Error('n8n ended while it was starting'))),
		]);
	} catch (error) {
		await stop();
		const lastLines = (await readFile(log, 'utf8')).trimEnd().split('\n').slice(-20).join('\n');
		throw new Error(`${(error as Error).message}\n\n${lastLines}\n\nFull log: ${log}`);
	}
	return { url, pid: child.pid!, ended, stop };
}

/** Health checks pass while routes are still missing; the settings come with the last of them. */
async function untilReady(url: string, timeoutMs: number): Promise<void> {
	for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await sleep(100)) {
		const response = await fetch(`${url}/rest/settings`).catch(() => undefined);
		const isJson = response?.headers.get('content-type')?.includes('json');
		if (response?.ok && isJson) return;
	}
	throw new Error(`n8n was not ready after ${timeoutMs / 1000} s`);
}
