import type { IExecuteSingleFunctions } from 'n8n-workflow';

import { boundedNumber } from '../../parameters/boundedNumber';

/** Enough to keep a provider busy that answers within a second, and few enough for the memory. */
export const MAX_CONCURRENT = 20;

/** The options that hold for all items of a node execution; those of its first item count. */
export interface RunOptions {
	maxConcurrent: number;
	requestsPerSecond?: number;
}

/** @throws Failure when an option is not within its bounds */
export function runOptions(context: IExecuteSingleFunctions): RunOptions {
	const option = (name: string) => context.getNodeParameter(`options.${name}`, '');
	const maxConcurrent =
		boundedNumber(option('maxConcurrent'), 'Max Concurrent Requests', 1, 1_000) ?? MAX_CONCURRENT;
	return {
		maxConcurrent: Math.floor(maxConcurrent),
		requestsPerSecond: boundedNumber(
			option('requestsPerSecond'),
			'Requests per Second',
			0.01,
			1_000,
		),
	};
}
