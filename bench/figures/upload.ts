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

/** Smaller differences are noise and count as this, MB. */
const SMALLEST = 1;

/**
 * 100 files of 4 MB as multipart, with a provider that responds in 200 ms.
 *
 * `uploadMemory` is how far a node raises the peak above that of the same workflow with No Operation
 * in its place. n8n's node that reads the files is in every workflow, and grows by some 40 MB by
 * itself. If it counted, a node that needs no memory at all would have the ratio 0.5, and the figure
 * would measure the reader.
 */
export async function upload(bench: Bench, times: number): Promise<Measurement> {
	const run = async (node: Node, count: number) =>
		await withProvider({ latency: LATENCY }, async (provider) => {
			const { milliseconds, growth, items, error } = await bench.run(count, async (instance) => [
				files(instance),
				await node(instance, provider.url),
			]);
			if (error || items.length < count)
				throw new Error(error ?? `Only ${items.length} items were returned`);
			return { seconds: milliseconds / 1_000, growth };
		});
	const task = (node: Node, count: number) => async () => await run(node, count);
	// V8 collects garbage at random times, so a single run is off by up to 10 MB.
	const runs = await interleaved(2 * times - 1, {
		ours1: task(OURS, 1),
		ours25: task(OURS, 25),
		ours100: task(OURS, 100),
		ours400: task(OURS, 400),
		http1: task(HTTP_REQUEST, 1),
		http100: task(HTTP_REQUEST, 100),
		naive1: task(NAIVE, 1),
		naive100: task(NAIVE, 100),
		nothing1: task(noOperation, 1),
		nothing25: task(noOperation, 25),
		nothing100: task(noOperation, 100),
		nothing400: task(noOperation, 400),
	});
	/** How much more the memory grows than for one file. */
	const growth = (many: keyof typeof runs, one: keyof typeof runs) =>
		runs[many].growth - runs[one].growth;
	const grown = {
		ours: growth('ours100', 'ours1'),
		http: growth('http100', 'http1'),
		naive: growth('naive100', 'naive1'),
		reader: growth('nothing100', 'nothing1'),
	};
	const aboveReader = (megabytes: number) => Math.max(megabytes - grown.reader, SMALLEST);
	return {
		figures: {
			uploadTime: figure(runs.ours100.seconds, runs.http100.seconds, 1, 's'),
			uploadMemory: figure(aboveReader(grown.ours), aboveReader(grown.http), 0.5, 'MB'),
			uploadMemoryGrowth: figure(growth('ours400', 'ours1'), growth('ours25', 'ours1'), 1.1, 'MB'),
		},
		notes: [
			`A naive declarative node (\`preSend\` and FormData, \`bench/naive\`) took ${rounded(runs.naive100.seconds)} s and grew by ${rounded(grown.naive)} MB.`,
			`With ${MAX_CONCURRENT} requests at a time, waiting for the provider alone takes ${rounded(((100 / MAX_CONCURRENT) * LATENCY) / 1_000)} s.`,
			`\`uploadMemory\` excludes n8n's node that reads the files. That node is part of all these workflows, and grows by ${rounded(grown.reader)} MB in a workflow with only No Operation after it. Including it, the workflow grows by ${rounded(grown.ours)} MB with our node, and by ${rounded(grown.http)} MB with HTTP Request.`,
			`The reader alone grows by ${rounded(growth('nothing25', 'nothing1'))} MB with 25 files and by ${rounded(growth('nothing400', 'nothing1'))} MB with 400 files. \`uploadMemoryGrowth\` includes it.`,
			`The figures of this group are medians of ${2 * times - 1} runs. Single runs differ by up to 20 MB, because the peak depends on when V8 collects garbage. Less than ${SMALLEST} MB counts as ${SMALLEST} MB.`,
		],
	};
}
