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
	/** Time for many files, and by how much the memory grows more than for one file. */
	const many = (node: Node, count: number) => async () => {
		const { seconds, growth } = await run(node, count);
		return { seconds, growth: growth - (await run(node, 1)).growth };
	};
	const { ours25, ours100, ours400, http, naive, nothing } = await interleaved(times, {
		ours25: many(OURS, 25),
		ours100: many(OURS, 100),
		ours400: many(OURS, 400),
		http: many(HTTP_REQUEST, 100),
		naive: many(NAIVE, 100),
		nothing: many(NOTHING, 100),
	});
	return {
		figures: {
			uploadTime: figure(ours100.seconds, http.seconds, 1, 's'),
			uploadMemory: figure(ours100.growth, http.growth, 0.5, 'MB'),
			uploadMemoryGrowth: figure(ours400.growth, ours25.growth, 1.1, 'MB'),
		},
		notes: [
			`A naive declarative node (\`preSend\` and FormData, \`bench/naive\`) took ${rounded(naive.seconds)} s and grew by ${rounded(naive.growth)} MB.`,
			`With ${MAX_CONCURRENT} requests at a time, the provider's answers alone take ${rounded(((100 / MAX_CONCURRENT) * LATENCY) / 1_000)} s.`,
			`What bounds the memory: n8n's node that reads the files is in all of these workflows, and grows by ${rounded(nothing.growth)} MB with nothing behind it but No Operation. A node that takes no memory at all would have the ratio ${rounded(nothing.growth / http.growth)}.`,
		],
	};
}
