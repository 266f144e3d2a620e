import { MAX_CONCURRENT } from '../../nodes/shared/engine/run/runOptions';
import type { NodeJson } from '../../local-n8n/chain';
import type { N8nInstance } from '../../local-n8n/instance';
import type { Bench } from '../bench';
import type { Measurement } from '../figure';
import { figure, rounded } from '../figure';
import { interleaved } from '../interleaved';
import { addresses, httpRequestByUrl, oursByUrl } from '../nodes';
import { withProvider } from '../provider';

const ITEMS = 1_000;
const LATENCY = 100;
/** Few enough that the latency dominates, and not n8n's own work per item. */
const FEW = 5;

/** 1,000 URL items, with a provider that responds in 100 ms. */
export async function latencyBound(bench: Bench, times: number): Promise<Measurement> {
	const run =
		(items: number, node: (instance: N8nInstance, url: string) => Promise<NodeJson>) => async () =>
			await withProvider({ latency: LATENCY }, async (provider) => {
				const { milliseconds } = await bench.run(async (instance) => [
					addresses(items),
					await node(instance, provider.url),
				]);
				return { seconds: milliseconds / 1_000 };
			});
	const runOurs = (items: number, maxConcurrent: number) =>
		run(items, async (instance, url) => await oursByUrl(instance, 'nhn', url, { maxConcurrent }));
	const limit = (places: number) => (ITEMS * LATENCY) / places / 1_000;
	const { few, many, alone, together, http } = await interleaved(times, {
		few: runOurs(ITEMS, FEW),
		many: runOurs(ITEMS, MAX_CONCURRENT),
		alone: runOurs(100, 1),
		together: runOurs(ITEMS, ITEMS),
		http: run(ITEMS, httpRequestByUrl),
	});
	return {
		figures: { latencyBound: figure(few.seconds, limit(FEW), 1.15, 's') },
		notes: [
			`The figure is for Max Concurrent Requests = ${FEW}. With the default of ${MAX_CONCURRENT}, the run takes ${rounded(many.seconds)} s, of which the latency alone is ${rounded(limit(MAX_CONCURRENT))} s.`,
			`The lower limit: a bare program with fetch needs ${rounded(await bareRequest())} ms per request to the same stand-in, and the node needs ${rounded(alone.seconds * 10)} ms (100 items, one at a time). n8n reads the credential from its database for each request.`,
			`${ITEMS.toLocaleString('en')} items at once take ${rounded(together.seconds)} s. n8n's HTTP Request node, which sends all at once by default, takes ${rounded(http.seconds)} s.`,
		],
	};
}

/** The time of a request in a program that does nothing else, ms. */
const bareRequest = async (): Promise<number> =>
	await withProvider({ latency: LATENCY }, async (provider) => {
		const requests = 50;
		const start = performance.now();
		for (let request = 0; request < requests; request++) {
			const response = await fetch(`${provider.url}/v1.0/`, { method: 'POST', body: '{}' });
			await response.json();
		}
		return (performance.now() - start) / requests;
	});
