import { join } from 'node:path';

import { startSandbox } from '../../sandbox/server';
import { freePort } from '../freePort';
import { cacheFolder, ensureN8n } from '../install';
import { startInstance } from '../instance';
import { saveSandboxCredentials } from '../sandboxCredentials';
import { claimFolder } from './claimFolder';
import { inTurn } from './inTurn';
import type { Command } from './runUntilStopped';
import { step } from './step';

export interface Start {
	/** The name of the user folder, which is kept: workflows are there the next time. */
	name: string;
	/** Builds the package and puts it into the user folder. */
	install: (userFolder: string) => Promise<void>;
	env?: NodeJS.ProcessEnv;
	/** Takes one line for each request to the sandbox. */
	log?: (line: string) => void;
}

/**
 * Starts n8n with the package, beside the sandbox and with credentials for it. Of several that are
 * started at once, each waits for the one before: they share the build, and take ports that are free.
 */
export async function startWithSandbox(command: Command, start: Start) {
	return await inTurn(
		join(cacheFolder, 'start.pid'),
		() => console.log('Waiting until another one has started …'),
		async () => await startInTurn(command, start),
	);
}

async function startInTurn(command: Command, { name, install, env, log }: Start) {
	const { folder: userFolder, release } = await claimFolder(join(cacheFolder, name));
	command.endsWith(release);

	await step('Building and installing the package', async () => await install(userFolder));
	const n8n = await step('Getting n8n', ensureN8n);
	// The same port as the last time, if possible: workflows hold addresses of sample images.
	const sandbox = await step(
		'Starting the sandbox of the OCR providers',
		async () => await startSandbox({ port: await freePort(10_787), log }),
	);
	command.endsWith(sandbox.close);
	const instance = await step(
		'Starting n8n',
		async () => await startInstance(n8n, { userFolder, port: 5678, env }),
	);
	command.endsWith(instance.stop);
	const credentials = await saveSandboxCredentials(instance, sandbox);
	return { instance, sandbox, credentials };
}
