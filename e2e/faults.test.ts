/*
 * Documents over the three nodes in the real n8n, of which three in ten meet a fault. `npm run
 * test:faults` runs 10,000 of them; as a part of `npm run test:e2e`, every fifth of these runs, with
 * the same faults each time. Linux only. FAULT_SEED replays a failure: its seed is in the name of the
 * test.
 */
import { randomInt } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { chain, type NodeJson } from '../local-n8n/chain';
import { ensureN8n } from '../local-n8n/install';
import { startInstance, type N8nInstance } from '../local-n8n/instance';
import { packPackage } from '../local-n8n/pack';
import { PROJECT } from '../local-n8n/project';
import { runPatiently } from '../local-n8n/runPatiently';
import { STAND_IN_CREDENTIALS } from '../local-n8n/standInCredentials';
import type { WorkflowRun } from '../local-n8n/workflowRun';
import { addressOf, fileStart } from './faults/answers';
import { DOCUMENTS, isLargeFile, planRuns, type RunPlan } from './faults/plan';
import { startStandIn, type StandIn } from './faults/standIn';
import { checkRun, type Tally } from './faults/checkRun';
import { tableOf } from './faults/table';
import { STAGE_TIMEOUT } from './support/stage';
import { connectionsTo, openFiles, watchIn, type Watch } from './support/watch';

const IS_WHOLE = process.env.FAULT_RUNS === 'all';
// Whether a change lands must not depend on chance.
const SEED = process.env.FAULT_SEED ?? (IS_WHOLE ? String(randomInt(1_000_000)) : '3');
const OF_EACH = IS_WHOLE ? 5 : 1;

/** Workflows that run at a time. */
const TOGETHER = 6;
/** Of the nodes, ms. Calm answers come at once, but n8n may be busy. */
const TIMEOUT = 5_000;
const SMALL = 20 * 1024;
const LARGE = 5 * 1024 * 1024;
/** What n8n itself may use more after so many runs, MB. */
const MORE_MEMORY = 60;

const TYPES = {
	computerVisionVietnam: ['computerVisionVietnam', 'extract'],
	nhn: ['nhnCloudOcr', 'extract'],
	tencent: ['tencentCloudOcr', 'generalAccurate'],
};

let folder: string;
let watch: Watch;
let n8n: N8nInstance;
let source: Record<RunPlan['input'], NodeJson>;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'faults-'));
	watch = watchIn(folder);
	n8n = await startInstance(await ensureN8n((line) => process.stderr.write(`${line}\n`)), {
		tarball: await packPackage(PROJECT, folder),
		env: { ...watch.env, N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem' },
	});
	source = { url: addresses(), binary: await files(n8n.filesFolder) };
}, STAGE_TIMEOUT);

afterAll(async () => {
	await n8n?.stop();
	await rm(folder, { recursive: true, force: true });
});

const addresses = (): NodeJson => ({
	name: 'Source',
	type: 'n8n-nodes-base.code',
	typeVersion: 2,
	parameters: {
		jsCode: `return ${JSON.stringify(Array.from({ length: DOCUMENTS }, (_, document) => ({ json: { url: addressOf(document) } })))};`,
	},
});

async function files(where: string): Promise<NodeJson> {
	const all = join(where, 'documents');
	await mkdir(all);
	for (let document = 0; document < DOCUMENTS; document++) {
		const file = Buffer.alloc(isLargeFile(document) ? LARGE : SMALL);
		fileStart(document).copy(file);
		await writeFile(join(all, `document-${document}-.jpg`), file);
	}
	return {
		name: 'Source',
		type: 'n8n-nodes-base.readWriteFile',
		typeVersion: 1.1,
		parameters: { operation: 'read', fileSelector: join(all, '*.jpg'), options: {} },
	};
}

async function ocr({ provider, mode, input }: RunPlan, url: string): Promise<NodeJson> {
	const [type, operation] = TYPES[provider];
	// Each run has an account of its own, or else the pace of one would slow down the others.
	const credential = { name: `${provider} at ${url}`, ...STAND_IN_CREDENTIALS[provider](url) };
	return {
		name: 'OCR',
		type: `n8n-nodes-cloud-ocr.${type}`,
		onError: mode,
		parameters: {
			resource: 'text',
			operation,
			output: 'lines',
			inputType: input,
			imageUrl: '={{ $json.url }}',
			binaryPropertyName: 'data',
			// Tencent Cloud's documented limit would make this a matter of 6 minutes.
			options: provider === 'tencent' ? { requestsPerSecond: 1_000 } : {},
			requestOptions: {
				timeout: TIMEOUT,
				batching: { batch: { batchSize: 10, batchInterval: 2 } },
			},
		},
		credentials: { [credential.type]: await n8n.credentials.save(credential) },
	};
}

interface Done {
	plan: RunPlan;
	standIn: StandIn;
	run: WorkflowRun;
	endedAt: number;
}

async function runOnce(plan: RunPlan): Promise<Done> {
	const standIn = await startStandIn({ ...plan, timeout: TIMEOUT });
	const run = await runPatiently(n8n, chain(source[plan.input], await ocr(plan, standIn.url)));
	return { plan, standIn, run, endedAt: Date.now() };
}

/** Does all of a list, some at a time. */
async function together<Value, Result>(
	list: Value[],
	does: (value: Value) => Promise<Result>,
): Promise<Result[]> {
	const results: Result[] = [];
	const left = [...list.entries()];
	const work = async () => {
		for (let next = left.shift(); next; next = left.shift()) {
			results[next[0]] = await does(next[1]);
		}
	};
	await Promise.all(Array.from({ length: TOGETHER }, work));
	return results;
}

/** What stays open, when that has not become less for a while. */
async function whatStaysOpen(before: string[], standIns: StandIn[]) {
	const ports = standIns.map(({ url }) => Number(new URL(url).port));
	for (const deadline = Date.now() + 20_000; ; await sleep(500)) {
		const files = openFiles(n8n.pid).filter((file) => !before.includes(file));
		const connections = connectionsTo(n8n.pid, ...ports);
		const isNothing = files.length === 0 && connections === 0;
		if (isNothing || Date.now() > deadline) return { files, connections };
	}
}

test(
	`every document has one outcome, and none is paid twice (FAULT_SEED=${SEED})`,
	async () => {
		const plans = planRuns(SEED, OF_EACH);
		// What n8n loads and keeps for the first run does not count.
		const calm = planRuns('calm', 1)
			.filter(({ mode }) => mode === 'continueErrorOutput')
			.map((plan): RunPlan => ({ ...plan, fateOf: () => ({ kind: 'calm', times: 1, form: 0 }) }));
		for (const { standIn } of await together(calm, runOnce)) standIn.close();
		const openBefore = openFiles(n8n.pid);
		const memoryBefore = await watch.memory(n8n.pid);

		const begun = performance.now();
		const done = await together(plans, runOnce);
		const seconds = (performance.now() - begun) / 1_000;
		// Whatever would still be sent comes within this time.
		await sleep(3_000);

		const tallies: Tally[] = [];
		const wrong: string[] = [];
		for (const { plan, standIn, run, endedAt } of done) {
			const checked = checkRun(plan, standIn, run);
			tallies.push(checked.tally);
			wrong.push(...checked.wrong);
			if (standIn.lastAt > endedAt) wrong.push(`Run ${plan.number} sent after its end`);
		}
		const standIns = done.map(({ standIn }) => standIn);
		const open = await whatStaysOpen(openBefore, standIns);
		for (const standIn of standIns) standIn.close();
		const memory = (await watch.memory(n8n.pid)) - memoryBefore;
		process.stderr.write(`${tableOf(tallies, { seed: SEED, seconds, memory })}\n`);

		expect(wrong.slice(0, 200).join('\n')).toBe('');
		expect(watch.unhandled()).toBe('');
		expect(open).toEqual({ files: [], connections: 0 });
		expect(memory).toBeLessThan(MORE_MEMORY);
	},
	STAGE_TIMEOUT,
);
