import type { INode } from 'n8n-workflow';

import { ANSWERS, type ProviderName } from './answers';
import { calmUntil, endsWithRows, fateOf, type Fate } from './fates';

/** Documents of a run. */
export const DOCUMENTS = 112;

/** Each of these files is so large that it does not fit between two machines at once. */
export const isLargeFile = (document: number): boolean => document % 37 === 36;

const MODES = ['continueRegularOutput', 'continueErrorOutput', 'stopWorkflow'] as const;
const INPUTS = ['url', 'binary'] as const;

export interface RunPlan {
	number: number;
	provider: ProviderName;
	mode: NonNullable<INode['onError']> & (typeof MODES)[number];
	input: (typeof INPUTS)[number];
	fateOf: (document: number) => Fate;
}

/** Runs with each node, mode and form of input, so many of each; their documents have fates. */
export function planRuns(seed: string, ofEach: number): RunPlan[] {
	const combinations = (Object.keys(ANSWERS) as ProviderName[]).flatMap((provider) =>
		MODES.flatMap((mode) => INPUTS.map((input) => ({ provider, mode, input }))),
	);
	const all = Array.from({ length: ofEach }, () => combinations).flat();
	return all.map(({ provider, mode, input }, number) => {
		const known = Array.from({ length: DOCUMENTS }, (_, document) =>
			fateOf(seed, number, document, input === 'binary' && isLargeFile(document)),
		);
		const calm = mode === 'stopWorkflow' ? calmUntil(seed, number, DOCUMENTS) : 0;
		const fates = known.map((fate, document) =>
			document < calm && endsWithRows(fate) !== true
				? ({ ...fate, kind: 'calm' } satisfies Fate)
				: fate,
		);
		return { number, provider, mode, input, fateOf: (document) => fates[document] };
	});
}
