/** Runs the nodes as they are being written, in a real n8n beside the sandbox: `npm run dev`. */
import { join } from 'node:path';

import { inviteToEditor } from '../local-n8n/command/inviteToEditor';
import type { Command } from '../local-n8n/command/runUntilStopped';
import { runUntilStopped } from '../local-n8n/command/runUntilStopped';
import { startWithSandbox } from '../local-n8n/command/startWithSandbox';
import { receiptExample } from '../local-n8n/receiptExample';
import { copySamples } from '../local-n8n/samples';
import { HOT_RELOAD, linkPackage, reloadPackage } from './linkPackage';
import { watchBuild } from './watchBuild';

async function develop(command: Command): Promise<void> {
	const { instance, credentials } = await startWithSandbox(command, {
		name: 'dev',
		async install(userFolder) {
			await linkPackage(userFolder);
			const { firstBuild, stop } = watchBuild(async () => await reloadPackage(userFolder));
			command.endsWith(stop);
			await firstBuild;
		},
		env: HOT_RELOAD,
		log: console.log,
	});

	const { filesFolder, workflows } = instance;
	await copySamples(filesFolder);
	const example = await receiptExample(
		join(filesFolder, 'receipt.jpg'),
		join(filesFolder, 'receipt.xlsx'),
		credentials.tencentCloudApi,
	);
	await inviteToEditor(command, instance, {
		// A workflow that somebody has worked on is left as it is.
		workflowId: (await workflows.idOf(example.name)) ?? (await workflows.save(example)),
		hints: `Sample images and PDFs to read are in ${filesFolder}
n8n reloads the nodes after every change under nodes/, credentials/ and icons/. Your workflows are
kept. Press Ctrl-C to stop n8n, the sandbox and the build.`,
	});
}

runUntilStopped(develop);
