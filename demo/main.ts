/** Shows the package at work in a real n8n: `npm run demo`, `npm run demo -- [--once] [picture]`. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, parse, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { cacheFolder, ensureN8n } from '../e2e/n8n/install';
import { startInstance } from '../e2e/n8n/instance';
import { npm } from '../e2e/n8n/npm';
import { packPackage } from '../e2e/n8n/pack';
import { example } from '../e2e/support/example';
import { startSandbox } from '../sandbox/server';
import { claimFolder } from './claimFolder';
import { openFrontDoor } from './frontDoor';
import { printRun } from './printRun';
import { step } from './step';

const project = join(__dirname, '..');
const sample = join(project, 'sandbox', 'samples', 'receipt.jpg');

/** Ends what was started, in reverse order. */
const endings: Array<() => unknown> = [];

let isUp = false;

async function demo(): Promise<void> {
	const { values, positionals } = parseArgs({
		options: { once: { type: 'boolean' } },
		allowPositionals: true,
	});
	// npm runs scripts in the project's folder, but paths are relative to the user's folder.
	const picture = positionals[0] ? resolve(process.env.INIT_CWD ?? '', positionals[0]) : sample;

	if (!existsSync(picture)) throw new Error(`The file ${picture} does not exist. Check its path.`);

	const userFolder = join(cacheFolder, 'demo');
	endings.push(await claimFolder(userFolder));
	const temporary = await mkdtemp(join(tmpdir(), 'demo-'));
	endings.push(async () => await rm(temporary, { recursive: true, force: true }));

	const log = join(userFolder, 'build.log');
	await step(
		'Building the package',
		async () => await npm(['run', 'build'], { cwd: project, log }),
	);
	const tarball = await step(
		'Packing the package',
		async () => await packPackage(project, temporary),
	);
	const n8n = await step('Getting n8n', ensureN8n);
	const sandbox = await step(
		'Starting the sandbox of the OCR providers',
		async () => await startSandbox(),
	);
	endings.push(sandbox.close);
	const instance = await step(
		'Starting n8n with the package installed',
		async () => await startInstance(n8n, { tarball, userFolder, port: 5678 }),
	);
	endings.push(instance.stop);

	const { run, spreadsheet } = await step('Running the example workflow', async () => {
		const { baseUrl, credentials } = sandbox.providers.tencent;
		const credential = await instance.credentials.save({
			name: 'Tencent Cloud in the sandbox',
			type: 'tencentCloudApi',
			data: { ...credentials, baseUrl: 'custom', customBaseUrl: baseUrl },
		});
		// A fixed name contains no characters with a meaning in a pattern.
		const copy = join(instance.filesFolder, `picture${extname(picture).toLowerCase()}`);
		await copyFile(picture, copy);
		const spreadsheet = join(instance.filesFolder, `${parse(picture).name}.xlsx`);
		const workflow = await example('tencent-receipt-to-spreadsheet.json', {
			'Read Receipt': { parameters: { fileSelector: copy } },
			'Tencent Cloud OCR': { credentials: { tencentCloudApi: credential } },
			'Save Spreadsheet': { parameters: { fileName: spreadsheet } },
		});
		return { run: await instance.workflows.run(workflow), spreadsheet };
	});
	printRun(run, 'Tencent Cloud OCR');
	console.log(`\nSpreadsheet: ${spreadsheet}`);
	if (values.once) return;

	const editor = `${instance.url}/workflow/${run.workflowId}`;
	const frontDoor = await openFrontDoor(instance.rest.sessionCookie, editor);
	endings.push(frontDoor.close);
	console.log(`
Open the workflow in n8n's editor (this link signs you in):

    ${frontDoor.url}

Or open ${instance.url} and sign in as ${instance.owner.email} with the password ${instance.owner.password}
The demo keeps your own workflows, and resets the example each time. Press Ctrl-C to end it.`);
	isUp = true;
	await instance.ended;
	throw new Error('n8n stopped unexpectedly. Start the demo again.');
}

async function end(): Promise<void> {
	for (let ending = endings.pop(); ending; ending = endings.pop()) await ending();
}

async function stopSignal(): Promise<void> {
	await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), parentGone()]);
	console.log('\nStopping');
	// Ctrl-C ends a demo that is up, and interrupts one that is still starting.
	process.exitCode = isUp ? 0 : 130;
}

/** Resolves when npm was killed, because npm does not pass that on to this process. */
async function parentGone(): Promise<void> {
	const parent = process.ppid;
	while (process.ppid === parent) await sleep(500, undefined, { ref: false });
}

Promise.race([demo(), stopSignal()])
	.catch((error: Error) => {
		process.exitCode = 1;
		console.error(`\n${error.message}`);
	})
	.finally(end)
	.finally(() => process.exit());
