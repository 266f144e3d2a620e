import type { Bench } from '../bench';
import type { Measurement } from '../figure';
import { figure, medians, rounded } from '../figure';
import { addresses, ours } from '../nodes';
import type { ProviderName } from '../provider';
import { withProvider } from '../provider';

const DOCUMENTS = 200;
const PER_SECOND = 10;
const PROVIDERS: ProviderName[] = ['tencent', 'nhn', 'computerVisionVietnam'];

/** 200 documents, to providers that accept 10 requests in a second and refuse in their own way. */
export async function rateLimit(bench: Bench, times: number): Promise<Measurement> {
	const run = async (name: ProviderName) =>
		await withProvider({ latency: 100, perSecond: PER_SECOND }, async (provider) => {
			const { milliseconds, items, error } = await bench.run(0, async (instance) => [
				addresses(DOCUMENTS),
				await ours(instance, name, provider.url, {
					inputType: 'url',
					imageUrl: '={{ $json.url }}',
				}),
			]);
			if (error || items < DOCUMENTS) throw new Error(error ?? `Only ${items} items came out`);
			const { refused, requests } = provider;
			return { seconds: milliseconds / 1_000, refused, requests };
		});
	const results: Array<Awaited<ReturnType<typeof run>> & { name: string }> = [];
	for (const name of PROVIDERS) {
		results.push({ name, ...(await medians(times, async () => await run(name))) });
	}
	const slowest = results.reduce((worst, each) => (each.seconds > worst.seconds ? each : worst));
	const share = (result: { refused: number; requests: number }) => result.refused / result.requests;
	const refused = results.reduce((worst, each) => (share(each) > share(worst) ? each : worst));
	return {
		figures: {
			rateLimit: figure(slowest.seconds, DOCUMENTS / PER_SECOND, 1.15, 's'),
			rateLimitRefused: figure(refused.refused, refused.requests, 0.1, 'requests'),
		},
		notes: [
			'Nothing was lost. The figures are those of the provider that did worst.',
			...results.map(
				({ name, seconds, refused: count, requests }) =>
					`${name}: ${rounded(seconds)} s, ${count} of ${requests} requests refused.`,
			),
			'Tencent Cloud documents its limit, so the node begins with it; for the others it finds the limit out.',
		],
	};
}
