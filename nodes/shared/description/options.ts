import type { INodeProperties } from 'n8n-workflow';

import { MAX_CONCURRENT } from '../engine/run/runOptions';
import { includeInputFields, keepInputFile } from '../output/fromInput';

/**
 * The field Options of an operation.
 *
 * @param own the options that only this operation has
 */
export const optionsField = (own: INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	// Without localeCompare, whose first call takes as long as loading 30 files.
	options: [
		...own,
		includeInputFields,
		keepInputFile,
		maxConcurrent,
		requestsPerSecond,
		retryIfBilled,
	].sort((a, b) => (a.displayName < b.displayName ? -1 : 1)),
});

export const failOnNoText: INodeProperties = {
	displayName: 'Error If No Text Is Found',
	name: 'failOnNoText',
	type: 'boolean',
	default: true,
	description:
		'Whether to fail if no text is found. If off, the node returns an item with empty text.',
};

const maxConcurrent: INodeProperties = {
	displayName: 'Max Concurrent Requests',
	name: 'maxConcurrent',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: MAX_CONCURRENT,
	description:
		'Maximum number of requests at a time. A higher number is faster, but needs more memory.',
};

const requestsPerSecond: INodeProperties = {
	displayName: 'Requests per Second',
	name: 'requestsPerSecond',
	type: 'number',
	typeOptions: { minValue: 0.1, numberPrecision: 1 },
	default: 10,
	description:
		"Maximum requests per second, for all executions on this account together. If not set, the node uses the provider's documented limit, or adapts if there is none.",
};

const retryIfBilled: INodeProperties = {
	displayName: 'Retry Even If It May Be Billed',
	name: 'retryIfBilled',
	type: 'boolean',
	default: true,
	description:
		'Whether to resend a request that got no response, for example after a time-out. The provider may charge for each attempt.',
};
