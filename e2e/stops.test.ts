/*
 * A run that ends in the middle: canceled, with n8n, or with the network. Nothing more is sent, no file
 * stays open, and the next run works. Linux only.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { chain, type NodeJson } from '../local-n8n/chain';
import { ensureN8n } from '../local-n8n/install';
import { startInstance, type N8nInstance } from '../local-n8n/instance';
import { packPackage } from '../local-n8n/pack';
import { PROJECT } from '../local-n8n/project';
import type { WorkflowRun } from '../local-n8n/workflowRun';
import type { WorkflowJson } from '../local-n8n/workflows';
import { addressOf, fileStart } from './faults/answers';
import { startHoldingProvider, type HoldingProvider } from './support/holdingProvider';
import { STAGE_TIMEOUT } from './support/stage';
import { connectionsTo, openFiles, watchIn, type Watch } from './support/watch';
import { urls } from './support/workflow';

/** Large files, of which some have not left n8n as long as nobody reads them. */
const FILES = 10;
const FILE_BYTES = 8 * 1024 * 1024;
/** Files that are uploaded at a time. */
const UPLOADS = 8;
const ADDRESSES = 60;
/** Requests under way at a time. */
const PLACES = 20;

let folder: string;
let watch: Watch;
let n8n: N8nInstance;
let provider: HoldingProvider;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'stops-'));
	watch = watchIn(folder);
	await start(await packPackage(PROJECT, folder));
	await mkdir(join(n8n.filesFolder, 'scans'));
	for (let scan = 0; scan < FILES; scan++) {
		const file = Buffer.alloc(FILE_BYTES);
		fileStart(scan).copy(file);
		await writeFile(join(n8n.filesFolder, 'scans', `${scan}.jpg`), file);
	}
}, STAGE_TIMEOUT);

afterAll(async () => {
	await n8n?.stop();
	await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
	provider = await startHoldingProvider();
});

afterEach(() => {
	provider.close();
	expect(watch.unhandled()).toBe('');
});

/** Starts n8n, with what it had stored before. */
async function start(tarball?: string): Promise<void> {
	n8n = await startInstance(await ensureN8n((line) => process.stderr.write(`${line}\n`)), {
		tarball,
		userFolder: join(folder, 'n8n'),
		env: { ...watch.env, N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem' },
	});
}

const scans = (): NodeJson => ({
	name: 'Source',
	type: 'n8n-nodes-base.readWriteFile',
	typeVersion: 1.1,
	parameters: {
		operation: 'read',
		fileSelector: join(n8n.filesFolder, 'scans', '*.jpg'),
		options: {},
	},
});

const addresses = () => urls(Array.from({ length: ADDRESSES }, (_, number) => addressOf(number)));

async function ocr(inputType: 'url' | 'binary'): Promise<NodeJson> {
	const type = 'nhnCloudOcrApi';
	return {
		name: 'OCR',
		type: 'n8n-nodes-cloud-ocr.nhnCloudOcr',
		onError: 'continueRegularOutput',
		parameters: {
			resource: 'text',
			operation: 'extract',
			output: 'fullText',
			inputType,
			imageUrl: '={{ $json.url }}',
			options: {},
		},
		credentials: {
			[type]: await n8n.credentials.save({
				name: `NHN Cloud at ${provider.url}`,
				type,
				data: {
					appKey: 'stops',
					secretKey: 'stops',
					baseUrl: 'custom',
					customBaseUrl: provider.url,
				},
			}),
		},
	};
}

const ofFiles = async () => chain(scans(), await ocr('binary'));
const ofAddresses = async () => chain(...addresses(), await ocr('url'));

async function until(isTrue: () => boolean): Promise<void> {
	for (const deadline = Date.now() + 30_000; !isTrue() && Date.now() < deadline;) await sleep(20);
	expect(isTrue()).toBe(true);
}

/** Starts a workflow, and waits until so many of its requests are under way. */
async function startUntil(workflow: WorkflowJson, underWay: number) {
	const execution = await n8n.workflows.start(await n8n.workflows.save(workflow), 'Start');
	await until(() => provider.arrived === underWay);
	// For one more to come, if it would.
	await sleep(500);
	expect(provider.arrived).toBe(underWay);
	// Otherwise the test could not tell that they are closed.
	expect(connections()).toBe(underWay);
	return execution;
}

/** The files of n8n's storage that are open. */
const storedFiles = () => openFiles(n8n.pid).filter((file) => file.includes('/storage/'));

const connections = () => connectionsTo(n8n.pid, Number(new URL(provider.url).port));

/** Nothing is open any more, and nothing more comes. */
async function expectQuiet(): Promise<void> {
	// Not what the provider sees: it does not notice the end of a connection that it does not read.
	await until(() => storedFiles().length === 0 && connections() === 0);
	const { arrived } = provider;
	await sleep(3_000);
	expect(provider.arrived).toBe(arrived);
}

/** The next run works, with a provider that answers. */
async function expectNextRun(): Promise<void> {
	provider.behaviour = 'answers';
	expect(textsOf(await n8n.workflows.run(await ofFiles()))).toEqual(Array(FILES).fill('text'));
	expect(storedFiles()).toEqual([]);
}

/** The text or the error of each item. */
const textsOf = ({ nodes }: WorkflowRun) =>
	nodes.OCR.main[0].map(({ json }) => json.error ?? json.text);

describe.each([
	['while files are sent', 'stalls', ofFiles, UPLOADS],
	['while answers are awaited', 'holds', ofAddresses, PLACES],
] as const)('%s', (_, behaviour, workflow, underWay) => {
	beforeEach(() => {
		provider.behaviour = behaviour;
	});

	test('the execution is canceled', async () => {
		const execution = await startUntil(await workflow(), underWay);
		expect(storedFiles()).toHaveLength(behaviour === 'stalls' ? underWay : 0);
		await n8n.workflows.stop(execution);
		expect((await n8n.workflows.result(execution)).status).toBe('canceled');
		await expectQuiet();
		expect(provider.arrived).toBe(underWay);
		await expectNextRun();
	});

	test('the computer sleeps, and its connections are gone when it wakes', async () => {
		const execution = await startUntil(await workflow(), underWay);
		process.kill(n8n.pid, 'SIGSTOP');
		provider.cut();
		provider.behaviour = 'answers';
		await sleep(2_000);
		process.kill(n8n.pid, 'SIGCONT');
		const outcomes = textsOf(await n8n.workflows.result(execution));
		await expectQuiet();
		if (behaviour === 'stalls') {
			// They had not left whole, so they are sent again.
			expect(outcomes).toEqual(Array(FILES).fill('text'));
			expect(provider.arrived).toBe(FILES + underWay);
		} else {
			const failed = outcomes.filter((text) => /may already have charged/.test(String(text)));
			expect(failed).toHaveLength(underWay);
			expect(outcomes.filter((text) => text === 'text')).toHaveLength(ADDRESSES - underWay);
			expect(provider.arrived).toBe(ADDRESSES);
		}
		await expectNextRun();
	});

	test('n8n is told to stop, and started again', async () => {
		const execution = await startUntil(await workflow(), underWay);
		process.kill(n8n.pid, 'SIGTERM');
		await n8n.ended;
		expect(provider.arrived).toBe(underWay);
		provider.behaviour = 'answers';
		await start();
		await sleep(2_000);
		// n8n does not take it up again.
		expect(provider.arrived).toBe(underWay);
		const { status } = await n8n.rest.request<{ status: string }>(
			'GET',
			`/executions/${execution}`,
		);
		expect(['canceled', 'crashed', 'error']).toContain(status);
		await expectNextRun();
	});
});
