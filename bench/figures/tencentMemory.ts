import { MAX_CONCURRENT } from '../../nodes/shared/requestEngine/fields';
import type { Bench } from '../bench';
import type { Measurement } from '../figure';
import { figure, medians, rounded } from '../figure';
import { files, ours } from '../nodes';
import { withProvider } from '../provider';

/** 100 files of 4 MB as ImageBase64. */
export async function tencentMemory(bench: Bench, times: number): Promise<Measurement> {
	const run = async (count: number) =>
		await withProvider({ latency: 200 }, async (provider) => {
			return await bench.run(count, async (instance) => [
				files(instance),
				await ours(instance, 'tencent', provider.url, {
					inputType: 'binary',
					// So that as many as possible are under way.
					options: { requestsPerSecond: 1_000 },
				}),
			]);
		});
	const { growth, seconds } = await medians(times, async () => {
		const { growth, milliseconds } = await run(100);
		return { growth: growth - (await run(1)).growth, seconds: milliseconds / 1_000 };
	});
	return {
		figures: { tencentMemory: figure(growth, 6 * MAX_CONCURRENT * 4, 1, 'MB') },
		notes: [`The 100 files took ${rounded(seconds)} s, with ${MAX_CONCURRENT} at a time.`],
	};
}
