import type { NodeJson } from '../../local-n8n/chain';
import type { N8nInstance } from '../../local-n8n/instance';
import type { Bench } from '../bench';
import type { Measurement } from '../figure';
import { figure, rounded } from '../figure';
import { interleaved } from '../interleaved';
import { addresses, httpRequestByUrl, oursByUrl, splitOut } from '../nodes';
import { withProvider } from '../provider';

const ITEMS = 1_000;

/** CPU time of 1,000 URL items, with a provider that responds at once. */
export async function itemCpu(bench: Bench, times: number): Promise<Measurement> {
	const run = (nodes: (instance: N8nInstance, url: string) => Promise<NodeJson[]>) => async () =>
		await withProvider({}, async (provider) => {
			const { cpu, milliseconds } = await bench.run(async (instance) => [
				addresses(ITEMS),
				...(await nodes(instance, provider.url)),
			]);
			return { cpu, milliseconds };
		});
	const { node, http } = await interleaved(times, {
		node: run(async (instance, url) => [await oursByUrl(instance, 'nhn', url)]),
		http: run(async (instance, url) => [
			await httpRequestByUrl(instance, url),
			splitOut('result.listOfInferTexts'),
		]),
	});
	return {
		figures: { itemCpu: figure(node.cpu / 1_000, http.cpu / 1_000, 1, 's') },
		notes: [
			`Our node took ${rounded(node.milliseconds / 1_000)} s. HTTP Request and Split Out took ${rounded(http.milliseconds / 1_000)} s.`,
			'The figure is the CPU time of the whole n8n process, from saving the workflow to reading its result.',
		],
	};
}
