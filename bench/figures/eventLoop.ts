import type { INodeExecutionData } from 'n8n-workflow';

import type { NodeJson } from '../../local-n8n/chain';
import type { N8nInstance } from '../../local-n8n/instance';
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

/** Our default batching, for n8n's HTTP Request node. */
const BATCHING = { batching: { batch: { batchSize: 10, batchInterval: 2 } } };

type Node = (instance: N8nInstance, url: string) => Promise<NodeJson>;

/** Our node with its default batching. */
const ours =
	(provider: ProviderName, options = {}): Node =>
	async (instance, url) =>
		await oursByUrl(instance, provider, url, options);

const unbatched: Node = async (instance, url) =>
	await oursByUrl(instance, 'nhn', url, {}, { requestOptions: {} });

const httpBatched: Node = async (instance, url) => await httpRequestByUrl(instance, url, BATCHING);

/**
 * The longest time that n8n's event loop is blocked while URL items are read, with a provider that
 * responds at once. Webhooks, the editor and a worker's lease of its job wait meanwhile.
 *
 * Both figures are those of our slowest node. n8n is also blocked while it saves the items and passes
 * them on. With 10,000 items, that alone takes up to 200 ms, as No Operation shows. So
 * `eventLoopBatched` is compared with 200 ms, or with No Operation if that takes longer.
 */
export async function eventLoop(bench: Bench, times: number): Promise<Measurement> {
	const run = (node: Node, count: number) => async () =>
		await withProvider({}, async (provider) => {
			const { items, error, stretches, milliseconds } = await bench.run(
				async (instance) => [addresses(count), await node(instance, provider.url)],
				{ watchEventLoop: true },
			);
			if (error) throw new Error(error);
			expectPaired(items, count);
			return { longestStretch: stretches.longest, seconds: milliseconds / 1_000 };
		});
	const few = await interleaved(times, {
		nothing: run(noOperation, FEW),
		http: run(httpRequestByUrl, FEW),
		httpBatched: run(httpBatched, FEW),
		nhn: run(ours('nhn'), FEW),
		unbatched: run(unbatched, FEW),
	});
	// A run takes more than a minute, and its longest stretch is that of many batches.
	const many = await interleaved(Math.ceil(times / 2), {
		nothing: run(noOperation, MANY),
		http: run(httpRequestByUrl, MANY),
		httpBatched: run(httpBatched, MANY),
		nhn: run(ours('nhn'), MANY),
		unbatched: run(unbatched, MANY),
		// At the documented limit, the run would take 17 minutes.
		tencent: run(ours('tencent', { requestsPerSecond: 1_000 }), MANY),
		vision: run(ours('computerVisionVietnam'), MANY),
	});
	const worst = Math.max(
		many.nhn.longestStretch,
		many.tencent.longestStretch,
		many.vision.longestStretch,
	);
	const http = many.http.longestStretch;
	const nothing = many.nothing.longestStretch;
	const told = (count: number, runs: typeof few) =>
		`${count.toLocaleString('en')} items: with our node, n8n is blocked for at most ${ms(runs.nhn)} by default and ${ms(runs.unbatched)} without batching. With HTTP Request, n8n is blocked for ${ms(runs.http)} by default and ${ms(runs.httpBatched)} with the same batching. With No Operation, n8n is blocked for ${ms(runs.nothing)}. All of these include creating and saving the items.`;
	return {
		figures: {
			eventLoop: figure(worst, http, 3, 'ms'),
			eventLoopBatched: figure(worst, Math.max(UNNOTICED, nothing), 1, 'ms'),
		},
		notes: [
			told(FEW, few),
			told(MANY, many),
			`"Our node" is the one for NHN Cloud. With ${MANY.toLocaleString('en')} items, n8n is blocked for ${ms(many.tencent)} with Tencent Cloud and for ${ms(many.vision)} with Computer Vision Vietnam.`,
			`${MANY.toLocaleString('en')} items take ${seconds(many.nhn)} with our node by default and ${seconds(many.unbatched)} without batching. With HTTP Request, they take ${seconds(many.http)} by default and ${seconds(many.httpBatched)} with the same batching.`,
			`All items were returned, each paired with its source. The runs with ${MANY.toLocaleString('en')} items are repeated half as often.`,
		],
	};
}

const ms = ({ longestStretch }: { longestStretch: number }) => `${rounded(longestStretch)} ms`;

const seconds = (run: { seconds: number }) => `${rounded(run.seconds)} s`;

/** Each response has one line, so each item returns one item. */
function expectPaired(items: INodeExecutionData[], count: number): void {
	if (items.length !== count) throw new Error(`${count} items returned ${items.length} items`);
	for (const [index, { pairedItem }] of items.entries()) {
		const source =
			typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : pairedItem;
		if (source !== index)
			throw new Error(`Item ${index} is paired with ${JSON.stringify(pairedItem)}`);
	}
}
