import type { NodeJson } from '../../local-n8n/chain';
import type { N8nInstance } from '../../local-n8n/instance';
import type { Bench } from '../bench';
import type { Measurement } from '../figure';
import { figure, rounded } from '../figure';
import { interleaved } from '../interleaved';
import { addresses, httpRequestByUrl, oursByUrl } from '../nodes';
import type { ProviderName } from '../provider';
import { withProvider } from '../provider';

const DOCUMENTS = 200;
const PER_SECOND = 10;

/** The batching of an HTTP Request user who knows the limit. */
const BATCHING = { batching: { batch: { batchSize: PER_SECOND, batchInterval: 1_000 } } };

/** 200 documents, with providers that accept 10 requests per second and refuse in their own way. */
export async function rateLimit(bench: Bench, times: number): Promise<Measurement> {
	const run = (node: (instance: N8nInstance, url: string) => Promise<NodeJson>) => async () =>
		await withProvider({ latency: 100, perSecond: PER_SECOND }, async (provider) => {
			const { milliseconds, items, error } = await bench.run(async (instance) => [
				addresses(DOCUMENTS),
				await node(instance, provider.url),
			]);
			if (error || items.length < DOCUMENTS)
				throw new Error(error ?? `Only ${items.length} items were returned`);
			const { refused, requests } = provider;
			return { seconds: milliseconds / 1_000, refused, requests };
		});
	const runOurs = (name: ProviderName) =>
		run(async (instance, url) => await oursByUrl(instance, name, url));
	const { http, batched, ...ours } = await interleaved(times, {
		tencent: runOurs('tencent'),
		nhn: runOurs('nhn'),
		computerVisionVietnam: runOurs('computerVisionVietnam'),
		http: run(httpRequestByUrl),
		batched: run(async (instance, url) => await httpRequestByUrl(instance, url, BATCHING)),
	});
	const results = Object.values(ours);
	const share = (result: { refused: number; requests: number }) => result.refused / result.requests;
	const slowest = results.reduce((worst, each) => (each.seconds > worst.seconds ? each : worst));
	const refused = results.reduce((worst, each) => (share(each) > share(worst) ? each : worst));
	return {
		figures: {
			rateLimit: figure(slowest.seconds, DOCUMENTS / PER_SECOND, 1.15, 's'),
			rateLimitRefused: figure(refused.refused, refused.requests, 0.1, 'requests'),
		},
		notes: [
			'Nothing was lost. The figures are those of the provider with the worst result.',
			...Object.entries(ours).map(
				([name, { seconds, refused: count, requests }]) =>
					`${name}: ${rounded(seconds)} s, ${count} of ${requests} requests throttled.`,
			),
			'Tencent Cloud documents its limit, so the node starts with that rate. For the other providers, it adapts to the limit.',
			`n8n's HTTP Request node loses every throttled document: ${http.refused} of ${DOCUMENTS} (NHN Cloud). If its user knows the limit and sets batches of ${PER_SECOND} per second, it loses ${batched.refused} and takes ${rounded(batched.seconds)} s.`,
		],
	};
}
