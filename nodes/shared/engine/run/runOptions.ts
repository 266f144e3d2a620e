import type { IExecuteSingleFunctions } from 'n8n-workflow';

import { readNumber } from '../../parameters/readNumber';

/** Enough to keep a provider busy that responds within a second, and few enough for the memory. */
export const MAX_CONCURRENT = 20;

/** The options that apply to all items of a node execution, read from its first item. */
export interface RunOptions {
	maxConcurrent: number;
	requestsPerSecond?: number;
	mostRequests?: number;
}

/** @throws Failure when an option is outside of its bounds */
export function runOptions(context: IExecuteSingleFunctions): RunOptions {
	const option = (name: string, label: string, min: number, max = 1_000) =>
		readNumber(context, `options.${name}`, label, { min, max });
	return {
		maxConcurrent: Math.floor(
			option('maxConcurrent', 'Max Concurrent Requests', 1) ?? MAX_CONCURRENT,
		),
		requestsPerSecond: option('requestsPerSecond', 'Requests per Second', 0.01),
		// None, for what an expression leaves of a larger budget.
		mostRequests: option('mostRequests', 'Most Requests', 0, 1_000_000),
	};
}
