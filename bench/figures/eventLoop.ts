import type { INodeExecutionData } from 'n8n-workflow';

import type { N8nInstance } from '../../e2e/n8n/instance';
import type { NodeJson } from '../../e2e/support/workflow';
import type { Bench } from '../bench';
import type { Measurement } from '../figure';
import { figure, rounded } from '../figure';
import { interleaved } from '../interleaved';
import { addresses, httpRequestByUrl, noOperation, oursByUrl } from '../nodes';
import type { ProviderName } from '../provider';
import { withProvider } from '../provider';

const FEW = 1_000;
const MANY = 10_000;

/** A pause of n8n that hardly anyone notices, ms. */
const UNNOTICED = 200;

/** Our default, for n8n's HTTP Request node. */
const BATCHING = { batching: { batch: { batchSize: 50, batchInterval: 1 } } };

type Node = (instance: N8nInstance, url: string) => Promise<NodeJson>;

/** As the node comes: with batching. */
const ours =
	(provider: ProviderName): Node =>
	async (instance, url) =>
		await oursByUrl(instance, provider, url);

const unbatched: Node = async (instance, url) =>
	await oursByUrl(instance, 'nhn', url, {}, { requestOptions: {} });

const httpBatched: Node = async (instance, url) => await httpRequestByUrl(instance, url, BATCHING);

/** For how long n8n's event loop stands still at most, to a provider that answers at once. */
export async function eventLoop(bench: Bench, times: number): Promise<Measurement> {
	const run = (node: Node, count: number) => async () =>
		await withProvider({}, async (provider) => {
			const { items, error, longestStretch, milliseconds } = await bench.run(
				0,
				async (instance) => [addresses(count), await node(instance, provider.url)],
				{ watchEventLoop: true },
			);
			if (error) throw new Error(error);
			expectPaired(items, count);
			return { longestStretch, seconds: milliseconds / 1_000 };
		});
	const runs = await interleaved(times, {
		nothingFew: run(noOperation, FEW),
		nothing: run(noOperation, MANY),
		httpFew: run(httpRequestByUrl, FEW),
		http: run(httpRequestByUrl, MANY),
		httpBatchedFew: run(httpBatched, FEW),
		httpBatched: run(httpBatched, MANY),
		nhnFew: run(ours('nhn'), FEW),
		nhn: run(ours('nhn'), MANY),
		tencent: run(ours('tencent'), MANY),
		computerVisionVietnam: run(ours('computerVisionVietnam'), MANY),
		unbatchedFew: run(unbatched, FEW),
		unbatched: run(unbatched, MANY),
	});
	console.error(runs);
	return {
		figures: {
			eventLoop: figure(runs.nhn.longestStretch, runs.http.longestStretch, 3, 'ms'),
			eventLoopBatched: figure(runs.nhn.longestStretch, UNNOTICED, 1, 'ms'),
		},
		notes: [],
	};
}

/** Each answer has one line, so that each item becomes one. */
function expectPaired(items: INodeExecutionData[], count: number): void {
	if (items.length !== count) throw new Error(`${items.length} of ${count} items came out`);
	for (const [index, { pairedItem }] of items.entries()) {
		const source =
			typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : pairedItem;
		if (source !== index)
			throw new Error(`Item ${index} is paired with ${JSON.stringify(pairedItem)}`);
	}
}
