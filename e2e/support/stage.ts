import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from '../../local-n8n/freePort';
import { ensureN8n } from '../../local-n8n/install';
import type { N8nInstance } from '../../local-n8n/instance';
import { startInstance } from '../../local-n8n/instance';
import { copySamples } from '../../local-n8n/samples';
import type { Sandbox } from '../../sandbox/server';
import { startSandbox } from '../../sandbox/server';
import { makeReadyFolder, readyFolder } from './readyFolder';

/** A real n8n with the packed package installed, and the providers' sandbox. */
export interface Stage {
	n8n: N8nInstance;
	sandbox: Sandbox;
	/** What the sandbox has said. */
	sandboxLog: string[];
	/** The path of a sample image where workflows may read it. */
	sample: (name: string) => string;
	stop: () => Promise<void>;
}

/** For beforeAll: long enough for the first install of n8n on a machine. */
export const STAGE_TIMEOUT = 20 * 60_000;

/** @param env settings that n8n gets beside its usual ones */
export async function setStage(env?: NodeJS.ProcessEnv): Promise<Stage> {
	const temporary = await mkdtemp(join(tmpdir(), 'e2e-'));
	const copyOf = readyFolder() ?? (await makeReadyFolder(temporary));
	const pinned = await ensureN8n((message) => process.stderr.write(`${message}\n`));
	const sandboxLog: string[] = [];
	const sandbox = await startSandbox({
		// NHN Cloud downloads images from these ports, beside the usual ones.
		port: await freePort(randomInt(10_000, 12_000)),
		log: (line) => sandboxLog.push(line),
	});
	const n8n = await startInstance(pinned, { copyOf, env });
	await copySamples(n8n.filesFolder);
	return {
		n8n,
		sandbox,
		sandboxLog,
		sample: (name) => join(n8n.filesFolder, name),
		stop: async () => {
			await n8n.stop();
			await sandbox.close();
			await rm(temporary, { recursive: true, force: true });
		},
	};
}
