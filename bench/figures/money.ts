import type { NodeJson } from '../../local-n8n/chain';
import type { N8nInstance } from '../../local-n8n/instance';
import { MAX_CONCURRENT } from '../../nodes/shared/engine/run/runOptions';
import type { Bench } from '../bench';
import type { Measurement } from '../figure';
import { figure } from '../figure';
import { interleaved } from '../interleaved';
import { addresses, httpRequestByUrl, oursByUrl } from '../nodes';
import { withProvider } from '../provider';

const ITEMS = 500;
const FAILING = 100;

/** 500 items, of which the hundredth fails, with On Error set to Stop Workflow. */
export async function money(bench: Bench, times: number): Promise<Measurement> {
	const run = (node: (instance: N8nInstance, url: string) => Promise<NodeJson>) => async () =>
		await withProvider({ latency: 20, failing: FAILING }, async (provider) => {
			const { error } = await bench.run(async (instance) => [
				addresses(ITEMS),
				await node(instance, provider.url),
			]);
			return { requests: provider.requests, stopped: Number(error !== undefined) };
		});
	const { node, http } = await interleaved(times, {
		node: run(async (instance, url) => await oursByUrl(instance, 'nhn', url)),
		http: run(httpRequestByUrl),
	});
	if (!node.stopped) throw new Error('The run did not stop');
	return {
		figures: { money: figure(node.requests, FAILING + MAX_CONCURRENT, 1, 'requests') },
		notes: [
			`n8n's HTTP Request node sends ${http.requests} requests, and ${http.stopped ? 'then fails' : 'treats the error as a success'}, because NHN Cloud reports it with HTTP status 200.`,
		],
	};
}
