import { MAX_CONCURRENT } from '../../nodes/shared/engine/run/runOptions';
import type { Bench } from '../bench';
import type { Measurement } from '../figure';
import { figure, rounded } from '../figure';
import { interleaved } from '../interleaved';
import { files, ours } from '../nodes';
import { withProvider } from '../provider';

/** 100 files of 4 MB as ImageBase64. */
export async function tencentMemory(bench: Bench, times: number): Promise<Measurement> {
	const run = async (count: number) =>
		await withProvider({ latency: 200 }, async (provider) => {
			const { growth, milliseconds } = await bench.run(async (instance) => [
				...files(instance, count),
				await ours(instance, 'tencent', provider.url, {
					inputType: 'binary',
					// Keeps as many requests as possible under way.
					options: { requestsPerSecond: 1_000 },
				}),
			]);
			return { growth, seconds: milliseconds / 1_000 };
		});
	const { one, hundred } = await interleaved(times, {
		one: async () => await run(1),
		hundred: async () => await run(100),
	});
	return {
		figures: {
			tencentMemory: figure(hundred.growth - one.growth, 6 * MAX_CONCURRENT * 4, 1, 'MB'),
		},
		notes: [`The 100 files took ${rounded(hundred.seconds)} s, with ${MAX_CONCURRENT} at a time.`],
	};
}
