import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { NodeJson } from '../../local-n8n/chain';
import type { N8nInstance } from '../../local-n8n/instance';
import type { Bench } from '../bench';
import type { Measurement } from '../figure';
import { figure, rounded } from '../figure';
import { interleaved } from '../interleaved';
import { addresses, httpRequestByUrl, noOperation, oursByUrl } from '../nodes';
import { withProvider } from '../provider';
import type { ExecutionCost } from '../scale/execution';

const COUNTS = { one: 1, few: 1_000, many: 10_000, most: 100_000 };

/** 100,000 items need more than the heap that Node.js takes by itself. */
const HEAP = 8_192;

/**
 * What an item costs when there are more of them, with a provider that responds at once.
 *
 * Both figures are measured in an execution of n8n's engine in a process of its own, after 2,000
 * items that warm it up: n8n around it saves and copies all items, which costs more than the node.
 * The cost of an execution with one item is subtracted, and the rest is divided by the other items.
 */
export async function scale(bench: Bench, times: number): Promise<Measurement> {
	const inEngine = await interleaved(Math.ceil(times / 3), {
		one: execution(COUNTS.one),
		few: execution(COUNTS.few),
		many: execution(COUNTS.many),
		most: execution(COUNTS.most),
	});
	const perItem = (count: 'few' | 'many' | 'most', cost: keyof ExecutionCost) =>
		(inEngine[count][cost] - inEngine.one[cost]) / (COUNTS[count] - COUNTS.one);

	const inN8n = (node: Node, count: number) => async () =>
		await withProvider({}, async ({ url }) => {
			const { cpu, growth, items, error } = await bench.run(async (instance) => [
				addresses(count),
				await node(instance, url),
			]);
			if (error || items.length !== count) throw new Error(error ?? `${items.length} items`);
			return { cpu: cpu / count, growth: (growth / count) * 1_024 };
		});
	const runs = await interleaved(Math.ceil(times / 3), {
		oursFew: inN8n(ours, COUNTS.few),
		oursMany: inN8n(ours, COUNTS.many),
		httpFew: inN8n(httpRequestByUrl, COUNTS.few),
		httpMany: inN8n(httpBatched, COUNTS.many),
		nothingFew: inN8n(noOperation, COUNTS.few),
		nothingMany: inN8n(noOperation, COUNTS.many),
	});
	const told = (name: string, few: Run, many: Run) =>
		`In the whole n8n, ${name}: ${rounded(few.cpu)} ms and ${rounded(few.growth)} KB per item with 1,000 items, ${rounded(many.cpu)} ms and ${rounded(many.growth)} KB with 10,000.`;
	return {
		figures: {
			scale: figure(perItem('most', 'cpu'), perItem('few', 'cpu'), 1.2, 'ms'),
			scaleMemory: figure(
				perItem('most', 'growth') * 1_024,
				perItem('few', 'growth') * 1_024,
				1.2,
				'KB',
			),
		},
		notes: [
			...(['few', 'many', 'most'] as const).map(
				(count) =>
					`${COUNTS[count].toLocaleString('en')} items in n8n's engine: ${rounded(perItem(count, 'milliseconds'))} ms, ${rounded(perItem(count, 'cpu'))} ms of CPU and ${rounded(perItem(count, 'growth') * 1_024)} KB of peak memory per item. When the items are gone, ${rounded(inEngine[count].kept)} MB more of the heap are in use than before.`,
			),
			told('our node', runs.oursFew, runs.oursMany),
			told('HTTP Request (10,000 items in batches of 10)', runs.httpFew, runs.httpMany),
			told('No Operation', runs.nothingFew, runs.nothingMany),
			"The figures compare 100,000 items with 1,000 in n8n's engine, less the cost of one item. n8n keeps a context for each item until the node has ended, which is most of the memory.",
		],
	};
}

type Run = Record<'cpu' | 'growth', number>;

type Node = (instance: N8nInstance, url: string) => Promise<NodeJson>;

const ours: Node = async (instance, url) => await oursByUrl(instance, 'nhn', url);

/** All 10,000 at once would open as many connections. */
const httpBatched: Node = async (instance, url) =>
	await httpRequestByUrl(instance, url, {
		batching: { batch: { batchSize: 10, batchInterval: 2 } },
	});

/** Reads so many items in n8n's engine, in a process of its own. */
const execution = (count: number) => async (): Promise<Record<keyof ExecutionCost, number>> =>
	await withProvider({}, async ({ url }) => {
		const script = join(__dirname, '..', 'scale', 'execution.ts');
		const settings = ['--expose-gc', `--max-old-space-size=${HEAP}`, '--import', 'tsx'];
		const { stdout } = await promisify(execFile)(process.execPath, [
			...settings,
			script,
			url,
			String(count),
		]);
		const [result] = stdout.trim().split('\n').slice(-1);
		return JSON.parse(result) as Record<keyof ExecutionCost, number>;
	});
