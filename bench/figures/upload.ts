import type { N8nInstance } from '../../e2e/n8n/instance';
import type { NodeJson } from '../../e2e/support/workflow';
import { MAX_CONCURRENT } from '../../nodes/shared/requestEngine/fields';
import type { Bench } from '../bench';
import type { Measurement } from '../figure';
import { figure, rounded } from '../figure';
import { interleaved } from '../interleaved';
import { credentialsOf, files, httpRequest, ours } from '../nodes';
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

/** No OCR at all: what the source of the files takes by itself. */
const NOTHING: Node = async () => ({
	name: 'OCR',
	type: 'n8n-nodes-base.noOp',
	parameters: {},
});

/** 100 files of 4 MB as multipart, to a provider that answers in 200 ms. */
export async function upload(bench: Bench, times: number): Promise<Measurement> {
	const run = async (node: Node, count: number) =>
		await withProvider({ latency: LATENCY }, async (provider) => {
			const { milliseconds, growth, items, error } = await bench.run(count, async (instance) => [
				files(instance),
				await node(instance, provider.url),
			]);
			if (error || items < count) throw new Error(error ?? `Only ${items} items came out`);
			return { seconds: milliseconds / 1_000, growth };
		});
	const task = (node: Node, count: number) => async () => await run(node, count);
	// When V8 collects its garbage is chance: a single run is off by up to 10 MB.
	const runs = await interleaved(2 * times - 1, {
		ours1: task(OURS, 1),
		ours25: task(OURS, 25),
		ours100: task(OURS, 100),
		ours400: task(OURS, 400),
		http1: task(HTTP_REQUEST, 1),
		http100: task(HTTP_REQUEST, 100),
		naive1: task(NAIVE, 1),
		naive100: task(NAIVE, 100),
		nothing1: task(NOTHING, 1),
		nothing25: task(NOTHING, 25),
		nothing100: task(NOTHING, 100),
		nothing400: task(NOTHING, 400),
	});
	/** By how much the memory grows more than for one file. */
	const growth = (node: 'ours' | 'nothing', count: 25 | 100 | 400) =>
		runs[`${node}${count}`].growth - runs[`${node}1`].growth;
	const http = runs.http100.growth - runs.http1.growth;
	const naive = runs.naive100.growth - runs.naive1.growth;
	return {
		figures: {
			uploadTime: figure(runs.ours100.seconds, runs.http100.seconds, 1, 's'),
			uploadMemory: figure(growth('ours', 100), http, 0.5, 'MB'),
			uploadMemoryGrowth: figure(growth('ours', 400), growth('ours', 25), 1.1, 'MB'),
		},
		notes: [
			`A naive declarative node (\`preSend\` and FormData, \`bench/naive\`) took ${rounded(runs.naive100.seconds)} s and grew by ${rounded(naive)} MB.`,
			`With ${MAX_CONCURRENT} requests at a time, the provider's answers alone take ${rounded(((100 / MAX_CONCURRENT) * LATENCY) / 1_000)} s.`,
			`What bounds the memory: n8n's node that reads the files is in all of these workflows, and grows by ${rounded(growth('nothing', 100))} MB with nothing behind it but No Operation. A node that takes no memory at all would have the ratio ${rounded(growth('nothing', 100) / http)}.`,
			`From 25 to 400 files that node alone grows by ${rounded(growth('nothing', 25))} and ${rounded(growth('nothing', 400))} MB. Median of ${2 * times - 1} runs in this group, because single ones differ by up to 20 MB: memory peaks when V8 happens to collect.`,
		],
	};
}
