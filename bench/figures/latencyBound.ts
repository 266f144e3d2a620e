import { MAX_CONCURRENT } from '../../nodes/shared/requestEngine/fields';
import type { Bench } from '../bench';
import type { Measurement } from '../figure';
import { figure, medians } from '../figure';
import { addresses, ours } from '../nodes';
import { startProvider } from '../provider';

const ITEMS = 1_000;
const LATENCY = 100;

/** 1,000 URL items, to a provider that answers in 100 ms. */
export async function latencyBound(bench: Bench, times: number): Promise<Measurement> {
	const { seconds } = await medians(times, async () => {
		const provider = await startProvider({ latency: LATENCY });
		try {
			const { milliseconds } = await bench.run(0, async (instance) => [
				addresses(ITEMS),
				await ours(instance, 'nhn', provider.url, {
					inputType: 'url',
					imageUrl: '={{ $json.url }}',
				}),
			]);
			return { seconds: milliseconds / 1_000 };
		} finally {
			provider.close();
		}
	});
	const limit = (ITEMS * LATENCY) / MAX_CONCURRENT / 1_000;
	return { figures: { latencyBound: figure(seconds, limit, 1.15, 's') }, notes: [] };
}
