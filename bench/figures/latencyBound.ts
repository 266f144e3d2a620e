import { MAX_CONCURRENT } from '../../nodes/shared/requestEngine/fields';
import type { Bench } from '../bench';
import type { Measurement } from '../figure';
import { figure, medians, rounded } from '../figure';
import { addresses, ours } from '../nodes';
import { startProvider } from '../provider';

const ITEMS = 1_000;
const LATENCY = 100;
/** So few that the latency is what takes the time, and not n8n's own work for an item. */
const FEW = 5;

/** 1,000 URL items, to a provider that answers in 100 ms. */
export async function latencyBound(bench: Bench, times: number): Promise<Measurement> {
	const run = async (maxConcurrent: number) => {
		const provider = await startProvider({ latency: LATENCY });
		try {
			const { milliseconds } = await bench.run(0, async (instance) => [
				addresses(ITEMS),
				await ours(instance, 'nhn', provider.url, {
					inputType: 'url',
					imageUrl: '={{ $json.url }}',
					options: { maxConcurrent },
				}),
			]);
			return { seconds: milliseconds / 1_000 };
		} finally {
			provider.close();
		}
	};
	const limit = (places: number) => (ITEMS * LATENCY) / places / 1_000;
	const few = await medians(times, async () => await run(FEW));
	const many = await medians(times, async () => await run(MAX_CONCURRENT));
	return {
		figures: { latencyBound: figure(few.seconds, limit(FEW), 1.15, 's') },
		notes: [
			`With Max Concurrent ${FEW}. With the default of ${MAX_CONCURRENT} it is ${rounded(many.seconds)} s, where the latency alone takes ${rounded(limit(MAX_CONCURRENT))} s: n8n's own work for 1,000 items (see \`itemCpu\`, which has no latency) is what bounds it, on its one thread.`,
		],
	};
}
