import { setTimeout as sleep } from 'node:timers/promises';

import type { NodeJson } from '../../local-n8n/chain';
import { chain } from '../../local-n8n/chain';
import { example } from '../../local-n8n/example';
import type { WorkflowRun } from '../../local-n8n/workflowRun';
import { STAGE_TIMEOUT } from '../support/stage';
import { saveAndPublish } from '../support/published';
import { until } from '../support/until';
import type { Call } from './support/documents';
import { call, DOCUMENTS, namesByCall } from './support/documents';
import type { Provider } from './support/provider';
import { linesOf, startProvider, UNREADABLE } from './support/provider';
import type { QueueMode } from './support/queueMode';
import { LOCK, startQueueMode } from './support/queueMode';
import { CONCURRENCY } from './support/worker';

const EXAMPLE = 'documents-to-postgres.json';

/** How many documents of a call the example reads at a time. */
const BATCH = 5;

/** The database that the example fills. */
const DATABASE = 'documents';

/** Long enough for a machine that does other work as well. */
const MINUTES = 4 * 60_000;

const KEY = { 'X-Api-Key': 'webhook-key' };

let provider: Provider;
let queue: QueueMode;
let workflowId: string;
const figures: Array<Record<string, string | number>> = [];

beforeAll(async () => {
	provider = await startProvider();
	queue = await startQueueMode();
	await queue.postgres.createDatabase(DATABASE);
	workflowId = await publishExample();
}, STAGE_TIMEOUT);
afterAll(async () => {
	await queue?.stop();
	await provider?.stop();
	process.stderr.write(`${JSON.stringify(figures, null, '\t')}\n`);
}, 60_000);
beforeEach(async () => {
	provider.paid.clear();
	provider.throttled = 0;
});

async function credential(type: string, data: Record<string, string | number | boolean>) {
	return { [type]: await queue.main.credentials.save({ name: type, type, data }) };
}

/** Does what the example's note says: creates the table, selects credentials, publishes. */
async function publishExample(): Promise<string> {
	const { postgres, main } = queue;
	const workflow = await example(EXAMPLE, {
		Webhook: {
			credentials: await credential('httpHeaderAuth', { name: 'X-Api-Key', value: 'webhook-key' }),
		},
		'Tencent Cloud OCR': {
			credentials: await credential('tencentCloudApi', {
				secretId: 'AKIDQUEUE',
				secretKey: 'queue',
				baseUrl: 'custom',
				customBaseUrl: provider.url,
			}),
		},
		'Store Lines': {
			credentials: await credential('postgres', {
				host: '127.0.0.1',
				port: postgres.port,
				database: DATABASE,
				user: postgres.user,
				password: postgres.password,
				ssl: 'disable',
			}),
		},
	});
	const [createTable] = /create table [^`]+/.exec(String(workflow.nodes[0].parameters.content))!;
	await postgres.query(DATABASE, createTable);
	return (await saveAndPublish(main, workflow)).id;
}

const send = async (names: string[]) =>
	await call(`${queue.main.url}/webhook/documents`, KEY, names);

/** The stored lines in their order, by document. */
async function storedLines(): Promise<Map<string, string[]>> {
	const rows = await queue.postgres.query(
		DATABASE,
		'select document, text from ocr_lines order by document, page, line',
	);
	const lines = new Map<string, string[]>();
	for (const [document, text] of rows) {
		lines.set(document, [...(lines.get(document) ?? []), text]);
	}
	return lines;
}

const namesOf = (calls: Call[]) => calls.flatMap(({ names }) => names);
const isStored = ({ status }: Call) => status === 200;

/** The executions that n8n reports as failed since the test began, by its REST API. */
async function failedExecutions(): Promise<WorkflowRun[]> {
	const { rest, workflows } = queue.main;
	const filter = JSON.stringify({ workflowId, status: ['error', 'crashed'], startedAfter: began });
	const path = `/executions?limit=100&filter=${encodeURIComponent(filter)}`;
	const { results } = await rest.request<{ results: Array<{ id: string }> }>('GET', path);
	return await Promise.all(results.map(async ({ id }) => await workflows.result(id)));
}

let began: string;
beforeEach(() => (began = new Date().toISOString()));

/** How many calls wait for their answer at a time: more than both workers run, so that some queue. */
const SENDERS = 40;

/** Sends 300 documents, and does something when half of them are stored. */
async function sendAll(run: string, halfWay: () => Promise<void>): Promise<Call[]> {
	const waiting = namesByCall(run).values();
	const calls: Call[] = [];
	const senders = Array.from({ length: SENDERS }, async () => {
		for (const names of waiting) calls.push(await send(names));
	});
	const all = Promise.all(senders);
	const isHalfWay = async () => {
		const sql = `select count(distinct document) from ocr_lines where document like '${run}-%'`;
		const [[count]] = await queue.postgres.query(DATABASE, sql);
		return Number(count) >= DOCUMENTS / 2;
	};
	await until('half of the documents are stored', isHalfWay, MINUTES);
	await halfWay();
	await all;
	return calls;
}

/** How many documents were paid so many times. */
const paidTimes = (names: string[], times: number) =>
	names.filter((name) => (provider.paid.get(name) ?? 0) === times).length;

test('every file of a call is stored, except for one that cannot be read', async () => {
	const names = Array.from({ length: 7 }, (_, index) => `mixed-${index}.png`);
	const answer = await send([...names.slice(0, 2), UNREADABLE, ...names.slice(2)]);
	expect(answer).toMatchObject({
		status: 500,
		text: expect.stringMatching(/Workflow execution failed/),
	});
	const stored = await storedLines();
	expect([...stored.keys()].sort()).toEqual(names);
	for (const name of names) expect(stored.get(name)).toEqual(linesOf(name));
	const [{ error }, ...others] = await failedExecutions();
	expect(others).toEqual([]);
	expect(error?.message).toMatch(/^unreadable\.png: Tencent Cloud could not decode the image/);
});

test('a call in which no file can be read goes on with the next five', async () => {
	const good = ['after-1.png', 'after-2.png'];
	const answer = await send([...Array.from({ length: BATCH }, () => UNREADABLE), ...good]);
	expect(answer.status).toBe(500);
	expect([...(await storedLines()).keys()]).toEqual(expect.arrayContaining(good));
});

test('a call without a file fails', async () => {
	expect(await send([])).toMatchObject({ status: 500 });
	expect(provider.paid.size).toBe(0);
});

test('n8n keeps the files in its database, where both workers find them', async () => {
	const [[count]] = await queue.postgres.query('n8n', 'select count(*) from binary_data');
	expect(Number(count)).toBeGreaterThan(0);
});

test('a worker that is killed costs the documents under way, and n8n reports them', async () => {
	const killed = queue.workers[0];
	let finishedBefore = 0;
	let killedAt = 0;
	const calls = await sendAll('kill', async () => {
		finishedBefore = await killed.finished();
		killedAt = Date.now();
		await killed.kill();
		await queue.restart(0);
	});
	const seconds = (Date.now() - killedAt) / 1000;
	const failed = calls.filter((one) => !isStored(one));

	// Each call was answered with the truth.
	const stored = await storedLines();
	for (const name of namesOf(calls.filter(isStored))) {
		expect([name, stored.get(name)]).toEqual([name, linesOf(name)]);
	}
	// n8n reports as failed what is not stored, and runs nothing again by itself. An execution that ended
	// just before the crash is a success, even if its answer was lost.
	const executions = await failedExecutions();
	const notStored = failed.filter(({ names }) => names.some((name) => !stored.has(name)));
	expect(executions.length).toBeGreaterThanOrEqual(notStored.length);
	expect(executions.length).toBeLessThanOrEqual(failed.length);
	for (const { error, nodes } of executions) {
		expect(error?.message).toMatch(/^This execution failed to be processed too many times/);
		// Only the answer to the call tells which documents those were.
		expect(nodes).toEqual({});
	}
	expect(executions.length).toBeGreaterThan(0);
	expect(failed.length).toBeLessThanOrEqual(CONCURRENCY);
	const all = namesOf(calls);
	expect(paidTimes(all, 0) + paidTimes(all, 1)).toBe(DOCUMENTS);
	// No document is stored in part.
	for (const [name, lines] of stored) expect([name, lines]).toEqual([name, linesOf(name)]);
	const lost = all.filter((name) => provider.paid.has(name) && !stored.has(name));
	expect(lost.length).toBeLessThanOrEqual(CONCURRENCY * BATCH);
	expect(finishedBefore).toBeGreaterThan(0);
	expect(await queue.workers[0].finished()).toBeGreaterThan(0);

	// The sender sends again what was not answered with 200.
	const again = await Promise.all(failed.map(async ({ names }) => await send(names)));
	expect(again.filter((one) => !isStored(one))).toEqual([]);
	const storedNow = await storedLines();
	for (const name of all) expect([name, storedNow.get(name)]).toEqual([name, linesOf(name)]);

	figures.push({
		run: 'SIGKILL',
		documents: DOCUMENTS,
		failedExecutions: executions.length,
		callsNotAnsweredWith200: failed.length,
		documentsOfFailed: namesOf(failed).length,
		paidAndNotStored: lost.length,
		paidTwiceAfterSendingAgain: paidTimes(all, 2),
		secondsUntilReported: Math.round(seconds),
		throttled: provider.throttled,
	});
	expect(paidTimes(all, 1) + paidTimes(all, 2)).toBe(DOCUMENTS);
});

test('a worker that is stopped ends its documents, and nothing is paid twice', async () => {
	const stopped = queue.workers[1];
	let seconds = 0;
	const calls = await sendAll('stop', async () => {
		const start = Date.now();
		await stopped.stop();
		seconds = (Date.now() - start) / 1000;
		await queue.restart(1);
	});
	expect(calls.filter((one) => !isStored(one))).toEqual([]);
	const stored = await storedLines();
	const all = namesOf(calls);
	for (const name of all) expect([name, stored.get(name)]).toEqual([name, linesOf(name)]);
	expect(await failedExecutions()).toEqual([]);
	expect(paidTimes(all, 1)).toBe(DOCUMENTS);
	expect(await queue.workers[1].finished()).toBeGreaterThan(0);
	figures.push({
		run: 'SIGTERM',
		documents: DOCUMENTS,
		failedExecutions: 0,
		secondsUntilEnded: seconds.toFixed(1),
		throttled: provider.throttled,
	});
});

test('a run of 3,000 URLs keeps the lease of its job', async () => {
	const count = 3_000;
	const { main, redis } = queue;
	const webhook: NodeJson = {
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2.1,
		webhookId: '3c1bb8c6-34a6-4a3e-8c5b-7f0f2c9b8a12',
		parameters: { httpMethod: 'POST', path: 'addresses', responseMode: 'lastNode', options: {} },
	};
	const workflow = chain(
		webhook,
		{
			name: 'One URL Each',
			type: 'n8n-nodes-base.splitOut',
			parameters: { fieldToSplitOut: 'body.urls', options: {} },
		},
		{
			name: 'NHN Cloud OCR',
			type: 'n8n-nodes-cloud-ocr.nhnCloudOcr',
			parameters: {
				resource: 'text',
				operation: 'extract',
				output: 'lines',
				inputType: 'url',
				imageUrl: '={{ $json["body.urls"] }}',
				options: {},
			},
			credentials: await credential('nhnCloudOcrApi', {
				appKey: 'queue',
				secretKey: 'queue',
				baseUrl: 'custom',
				customBaseUrl: provider.url,
			}),
		},
	);
	// The webhook takes the place of the button.
	workflow.nodes = workflow.nodes.filter(({ name }) => name !== 'Start');
	delete workflow.connections.Start;
	const { nextRun } = await saveAndPublish(main, workflow);

	const urls = Array.from({ length: count }, (_, index) => `https://example.com/${index}.png`);
	let isOver = false;
	const answer = fetch(`${main.url}/webhook/addresses`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ urls }),
	}).finally(() => (isOver = true));
	const leases: number[] = [];
	const active = async () => await redis.command(['LRANGE', 'bull:jobs:active', '0', '-1']);
	while (!isOver) {
		for (const id of await active()) {
			const [lease] = await redis.command(['PTTL', `bull:jobs:${id}:lock`]);
			// A job that has just ended has no lease.
			if ((await active()).includes(id)) leases.push(Number(lease));
		}
		await sleep(50);
	}
	expect((await answer).status).toBe(200);
	const { status, nodes } = await nextRun();
	expect(status).toBe('success');
	expect(nodes['NHN Cloud OCR'].main[0]).toHaveLength(count);
	expect(provider.addresses).toBe(count);
	const shortest = Math.min(...leases);
	figures.push({
		run: '3,000 URLs',
		seconds: nodes['NHN Cloud OCR'].milliseconds / 1000,
		shortestLease: shortest,
		lease: LOCK.duration,
	});
	// n8n renews it in time, so the worker's event loop was never busy for long.
	expect(shortest).toBeGreaterThan(LOCK.duration / 2);
	expect(leases.length).toBeGreaterThan(5);
});
