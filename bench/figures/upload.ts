import type { NodeJson } from '../../local-n8n/chain';
import type { N8nInstance } from '../../local-n8n/instance';
import { MAX_CONCURRENT } from '../../nodes/shared/engine/run/runOptions';
import type { Bench } from '../bench';
import type { Measurement } from '../figure';
import { figure, rounded } from '../figure';
import { interleaved } from '../interleaved';
import { credentialsOf, files, httpRequest, noOperation, ours } from '../nodes';
import { withProvider } from '../provider';

const LATENCY = 200;
const PATH = '/api/v2/ocr/document/general';

type Node = (instance: N8nInstance, url: string) => Promise<NodeJson>;

const OURS: Node = async (instance, url) =>
	await ours(instance, 'computerVisionVietnam', url, { inputType: 'binary' });

const HTTP_REQUEST: Node = async (instance, url) =>
	await httpRequest(instance, 'computerVisionVietnam', url, {
		url: `${url}${PATH}?format_type=file&get_thumb=false`,
		sendBody: true,
		contentType: 'multipart-form-data',
		bodyParameters: {
			parameters: [{ parameterType: 'formBinaryData', name: 'img', inputDataFieldName: 'data' }],
		},
	});

const NAIVE: Node = async (instance, url) => ({
	name: 'OCR',
	type: 'CUSTOM.naiveOcr',
	parameters: { operation: 'extract' },
	credentials: await credentialsOf(instance, 'computerVisionVietnam', url),
});

/** How many files a run sends; the long one sends four times as many. */
const FILES = 100;

/**
 * Files of 4 MB as multipart, with a provider that responds in 200 ms.
 *
 * Memory is how far a node raises the peak above that of the same workflow with No Operation in its
 * place. All items have the same file, so that n8n's reader, which keeps some 40 MB, is in none of the
 * figures. What is left is mostly garbage: V8 collects buffers when some 64 MB of them have come
 * together, for whatever node. So 25 files, 100 MB, are too few to show a steady state, and
 * `uploadMemoryGrowth` compares 400 files with 100. A node that keeps what it sends has the ratio 4;
 * the goal is half of that, because in a longer run the peak of the garbage is a little higher.
 */
export async function upload(bench: Bench, times: number): Promise<Measurement> {
	const run = async (node: Node, count: number) =>
		await withProvider({ latency: LATENCY }, async (provider) => {
			const { milliseconds, growth, items, error } = await bench.run(async (instance) => [
				...files(instance, count),
				await node(instance, provider.url),
			]);
			if (error || items.length < count)
				throw new Error(error ?? `Only ${items.length} items were returned`);
			return { seconds: milliseconds / 1_000, growth };
		});
	const task = (node: Node, count: number) => async () => await run(node, count);
	// V8 collects garbage at random times, so a single run is off by up to 10 MB.
	const runs = await interleaved(2 * times + 1, {
		ours: task(OURS, FILES),
		oursLong: task(OURS, 4 * FILES),
		http: task(HTTP_REQUEST, FILES),
		naive: task(NAIVE, FILES),
		nothing: task(noOperation, FILES),
	});
	const grown = (name: keyof typeof runs) => runs[name].growth - runs.nothing.growth;
	return {
		figures: {
			uploadTime: figure(runs.ours.seconds, runs.http.seconds, 1, 's'),
			uploadMemory: figure(grown('ours'), grown('http'), 1, 'MB'),
			uploadMemoryGrowth: figure(grown('oursLong'), grown('ours'), 2, 'MB'),
		},
		notes: [
			`A naive declarative node (\`preSend\` and FormData, \`bench/naive\`) took ${rounded(runs.naive.seconds)} s and grew by ${rounded(grown('naive'))} MB.`,
			`With ${MAX_CONCURRENT} requests at a time, waiting for the provider alone takes ${rounded(((FILES / MAX_CONCURRENT) * LATENCY) / 1_000)} s.`,
			`Memory is above that of the same workflow with No Operation instead of a node that sends, which grows by ${rounded(runs.nothing.growth)} MB.`,
			`The figures of this group are medians of ${2 * times + 1} runs. Single runs differ by up to 20 MB, because the peak depends on when V8 collects garbage.`,
		],
	};
}
