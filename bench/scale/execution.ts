/**
 * Reads URL items with a built node in an execution of n8n's own engine (n8n-core), without n8n
 * around it: no database, no editor and no copy of the items. Prints what it cost as JSON. Run by
 * `bench/figures/scale.ts`, each time in a process of its own.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { configureGlobalAxiosDefaults } from '@n8n/backend-network';
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import type { ICredentialType, INodeExecutionData, INodeType } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import { PROJECT } from '../../local-n8n/project';
import { STAND_IN_CREDENTIALS } from '../../local-n8n/standInCredentials';
import { loaded } from '../../test/support/loaded';
import { peakMemory, resetPeakMemory } from '../process';

/** What an execution cost. */
export interface ExecutionCost {
	/** CPU time of the process, ms. */
	cpu: number;
	milliseconds: number;
	/** By how much the peak of resident memory is above what it was before, MB. */
	growth: number;
	/** How much more of the heap is in use when the items are gone, MB. */
	kept: number;
}

const NODE = 'n8n-nodes-cloud-ocr.nhnCloudOcr';

/** So many items, until their code is compiled and the connections are open. */
const WARM_UP = 2_000;

async function main(): Promise<void> {
	const [url, count] = process.argv.slice(2);
	configureGlobalAxiosDefaults();
	const ocr = await loadNode();
	const credentialType = await built<ICredentialType>(
		'credentials',
		'NhnCloudOcrApi',
		'credentials',
	);
	const read = async (items: number) => await readItems(url, items, ocr, credentialType);
	await read(WARM_UP);
	const heapBefore = await heapInUse();
	resetPeakMemory(process.pid);
	const memoryBefore = peakMemory(process.pid);
	const start = performance.now();
	const before = process.cpuUsage();
	await read(Number(count));
	const { user, system } = process.cpuUsage(before);
	const cost: ExecutionCost = {
		cpu: (user + system) / 1_000,
		milliseconds: performance.now() - start,
		growth: peakMemory(process.pid) - memoryBefore,
		kept: (await heapInUse()) - heapBefore,
	};
	console.log(JSON.stringify(cost));
}

async function readItems(
	url: string,
	count: number,
	ocr: INodeType,
	credentialType: ICredentialType,
): Promise<void> {
	const typeOf = (type: string) => (type === NODE ? ocr : source);
	const items: INodeExecutionData[] = Array.from({ length: count }, (_, index) => ({
		json: { url: `https://example.com/${index}.png` },
	}));
	const { type, data } = STAND_IN_CREDENTIALS.nhn(url);
	const base = { typeVersion: 1, position: [0, 0] as [number, number] };
	const parameters = {
		resource: 'text',
		operation: 'extract',
		output: 'lines',
		inputType: 'url',
		imageUrl: '={{ $json.url }}',
	};
	const credentials = { [type]: { id: '1', name: 'Bench' } };
	const workflow = new Workflow({
		nodes: [
			{ ...base, id: 'source', name: 'Source', type: 'source', parameters: {} },
			{ ...base, id: 'ocr', name: 'OCR', type: NODE, parameters, credentials },
		],
		connections: { Source: { main: [[{ node: 'OCR', type: 'main', index: 0 }]] } },
		active: false,
		nodeTypes: { getByName: typeOf, getByNameAndVersion: typeOf, getKnownTypes: () => ({}) },
		settings: { executionOrder: 'v1' },
	});
	const additionalData = {
		credentialsHelper: credentialsHelper(data, credentialType),
		hooks: new ExecutionLifecycleHooks('manual', '1', {} as never),
		currentNodeExecutionIndex: 0,
		executionId: '1',
		webhookWaitingBaseUrl: 'http://127.0.0.1:5678/webhook-waiting',
		formWaitingBaseUrl: 'http://127.0.0.1:5678/form-waiting',
	};
	const run = await new WorkflowExecute(additionalData as never, 'manual').run({
		workflow,
		startNode: workflow.getNode('Source')!,
		pinData: { Source: items },
	});
	const { error, runData } = run.data.resultData;
	if (error) throw error;
	const given = runData.OCR[0].data?.main[0]?.length;
	if (given !== count) throw new Error(`${count} items gave ${given}`);
}

/** What a file of the build exports. */
async function built<Type>(folder: string, name: string, kind: string): Promise<Type> {
	const path = join(PROJECT, 'dist', folder, `${name}.${kind}.js`);
	const exported = (await import(path)) as Record<string, new () => Type>;
	return new exported[name]();
}

/** The node as n8n has it when it has loaded it. */
const loadNode = async (): Promise<INodeType> =>
	loaded(await built<INodeType>('nodes/NhnCloudOcr', 'NhnCloudOcr', 'node'));

const source: INodeType = {
	description: {
		displayName: 'Source',
		name: 'source',
		group: ['trigger'],
		version: 1,
		description: '',
		defaults: {},
		inputs: [],
		outputs: ['main'],
		properties: [],
	},
};

/** Hands out the given data, and signs requests in as the credential does. */
function credentialsHelper(data: object, { authenticate }: ICredentialType) {
	return {
		getParentTypes: () => [],
		isCredentialUsableByNode: () => true,
		getDecrypted: async () => ({ ...data }),
		preAuthentication: async () => undefined,
		authenticate: async (credential: object, _: string, request: object) =>
			await (authenticate as (...args: object[]) => Promise<object>)(credential, request),
	};
}

/** Without what may be collected, MB. */
async function heapInUse(): Promise<number> {
	for (let time = 0; time < 3; time++) {
		gc!();
		await sleep(50);
	}
	return process.memoryUsage().heapUsed / 1e6;
}

main().catch((error) => {
	process.exitCode = 1;
	console.error(error);
});
