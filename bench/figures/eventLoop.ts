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

/** Our default, for n8n's HTTP Request node. */
const BATCHING = { batching: { batch: { batchSize: 25, batchInterval: 5 } } };

type Node = (instance: N8nInstance, url: string) => Promise<NodeJson>;

/** As the node comes: with batching. */
const ours =
	(provider: ProviderName): Node =>
	async (instance, url) =>
		await oursByUrl(instance, provider, url);

const unbatched: Node = async (instance, url) =>
	await oursByUrl(instance, 'nhn', url, {}, { requestOptions: {} });

const httpBatched: Node = async (instance, url) => await httpRequestByUrl(instance, url, BATCHING);

/**
 * For how long n8n's event loop stands still at most while URL items are read, with a provider that
 * answers at once. Webhooks, the editor and a worker's lease of its job wait meanwhile.
 *
 * Both figures are those of our node that does worst. n8n also stands still while it saves the items
 * and hands them out; with 10,000 of them that alone takes up to 200 ms, as No Operation shows. So
 * `eventLoopBatched` is compared with 200 ms, or with No Operation where that takes longer.
 */
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
	const few = await interleaved(times, {
		nothing: run(noOperation, FEW),
		http: run(httpRequestByUrl, FEW),
		httpBatched: run(httpBatched, FEW),
		nhn: run(ours('nhn'), FEW),
		unbatched: run(unbatched, FEW),
	});
	const many = await interleaved(times, {
		nothing: run(noOperation, MANY),
		http: run(httpRequestByUrl, MANY),
		httpBatched: run(httpBatched, MANY),
		nhn: run(ours('nhn'), MANY),
		unbatched: run(unbatched, MANY),
		tencent: run(ours('tencent'), MANY),
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
		`${count} items: n8n stands still for ${ms(runs.nhn)} at most with ours as it comes, and for ${ms(runs.unbatched)} without batching; with HTTP Request for ${ms(runs.http)} as it comes, and for ${ms(runs.httpBatched)} with the same batching. With No Operation it is ${ms(runs.nothing)}: the source of the items, and saving them, are in all of these.`;
	return {
		figures: {
			eventLoop: figure(worst, http, 3, 'ms'),
			eventLoopBatched: figure(worst, Math.max(UNNOTICED, nothing), 1, 'ms'),
		},
		notes: [
			told(FEW, few),
			told(MANY, many),
			`Of our nodes that is the one for NHN Cloud; with ${MANY} items, Tencent Cloud's is at ${ms(many.tencent)}, Computer Vision Vietnam's at ${ms(many.vision)}.`,
			`${MANY} items take ${seconds(many.nhn)} with ours as it comes, and ${seconds(many.unbatched)} without batching; with HTTP Request ${seconds(many.http)} and ${seconds(many.httpBatched)}.`,
			'All items came out, each paired with its source.',
		],
	};
}

const ms = ({ longestStretch }: { longestStretch: number }) => `${rounded(longestStretch)} ms`;

const seconds = (run: { seconds: number }) => `${rounded(run.seconds)} s`;

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
