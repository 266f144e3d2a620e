import { MAX_CONCURRENT } from '../../nodes/shared/requestEngine/fields';
import type { Bench } from '../bench';
import type { Measurement } from '../figure';
import { figure, medians } from '../figure';
import { addresses, ours } from '../nodes';
import { startProvider } from '../provider';

const FAILING = 100;

/** 500 items, of which the hundredth fails, with On Error set to Stop Workflow. */
export async function money(bench: Bench, times: number): Promise<Measurement> {
	const { requests } = await medians(times, async () => {
		const provider = await startProvider({ latency: 20, failing: FAILING });
		try {
			const { error } = await bench.run(0, async (instance) => [
				addresses(500),
				await ours(instance, 'nhn', provider.url, {
					inputType: 'url',
					imageUrl: '={{ $json.url }}',
				}),
			]);
			if (!error) throw new Error('The run did not stop');
			return { requests: provider.requests };
		} finally {
			provider.close();
		}
	});
	return {
		figures: { money: figure(requests, FAILING + MAX_CONCURRENT, 1, 'requests') },
		notes: ["n8n's HTTP Request node and a naive declarative node send all 500."],
	};
}
