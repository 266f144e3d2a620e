/** Shows the package at work in a real n8n: `npm run demo`, `npm run demo -- [--once] [picture]`. */
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, parse, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { inviteToEditor } from '../local-n8n/command/inviteToEditor';
import type { Command } from '../local-n8n/command/runUntilStopped';
import { runUntilStopped } from '../local-n8n/command/runUntilStopped';
import { startWithSandbox } from '../local-n8n/command/startWithSandbox';
import { step } from '../local-n8n/command/step';
import { npm } from '../local-n8n/npm';
import { installPackage, packPackage } from '../local-n8n/pack';
import { PROJECT } from '../local-n8n/project';
import { examplesWith } from '../local-n8n/exampleFiles';
import { publish } from '../local-n8n/publish';
import { RECEIPT_EXAMPLE, receiptExample } from '../local-n8n/receiptExample';
import { samplePath } from '../sandbox/sampleRoutes';
import { checkPicture } from './checkPicture';
import { printRun } from './printRun';

const FORM_EXAMPLE = 'upload-form-to-answer-page.json';

async function demo(command: Command): Promise<void> {
	const { values, positionals } = parseArgs({
		options: { once: { type: 'boolean' } },
		allowPositionals: true,
	});
	// npm runs scripts in the project's folder, but paths are relative to the user's folder.
	const picture = positionals[0]
		? resolve(process.env.INIT_CWD ?? '', positionals[0])
		: samplePath('receipt.jpg');
	await checkPicture(picture);

	const temporary = await mkdtemp(join(tmpdir(), 'demo-'));
	command.endsWith(async () => await rm(temporary, { recursive: true, force: true }));
	const { instance, credentials } = await startWithSandbox(command, {
		name: 'demo',
		async install(userFolder) {
			await npm(['run', 'build'], { cwd: PROJECT, log: join(userFolder, 'build.log') });
			await installPackage(userFolder, await packPackage(PROJECT, temporary));
		},
	});

	const { run, spreadsheet } = await step('Running the example workflow', async () => {
		// A fixed name contains no characters with a meaning in a pattern.
		const copy = join(instance.filesFolder, `picture${extname(picture).toLowerCase()}`);
		await copyFile(picture, copy);
		const spreadsheet = join(instance.filesFolder, `${parse(picture).name}.xlsx`);
		const workflow = await receiptExample(copy, spreadsheet, credentials.tencentCloudApi);
		return { run: await instance.workflows.run(workflow), spreadsheet };
	});
	printRun(run, 'Tencent Cloud OCR');
	console.log(`\nSpreadsheet: ${spreadsheet}`);
	if (values.once) return;

	const form = await step('Adding the other examples', async () => {
		const { rest, workflows, url } = instance;
		let address = '';
		for (const [file, workflow] of await examplesWith(credentials)) {
			// The one that has just run has the picture and the spreadsheet set.
			if (file === RECEIPT_EXAMPLE) continue;
			const id = await workflows.save(workflow);
			if (file !== FORM_EXAMPLE) continue;
			await publish(rest, id);
			const trigger = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.formTrigger');
			address = `${url}/form/${trigger!.webhookId}`;
		}
		return address;
	});
	await inviteToEditor(command, instance, {
		workflowId: run.workflowId,
		executionId: run.executionId,
		hints: `
To read a picture of your own, open the upload form:

    ${form}

All examples and a credential for each provider are there. The demo keeps your own workflows, and resets
its examples each time. Workflows read and write files only in ${instance.filesFolder}
Instead of the providers, a stand-in on this machine reads the pictures, and not as well as they do.
Press Ctrl-C to stop the demo.`,
	});
}

runUntilStopped(demo);
