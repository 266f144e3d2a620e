import type { INodeProperties } from 'n8n-workflow';

export const failOnNoText: INodeProperties = {
	displayName: 'Fail If No Text',
	name: 'failOnNoText',
	type: 'boolean',
	default: true,
	description:
		'Whether it is an error when no text is found. Without this option, an item with empty text comes out.',
};

/** Enough to keep a provider busy that answers within a second, and few enough for the memory. */
export const MAX_CONCURRENT = 20;

export const maxConcurrent: INodeProperties = {
	displayName: 'Max Concurrent',
	name: 'maxConcurrent',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: MAX_CONCURRENT,
	description: 'How many requests are under way at a time. More is faster, but needs more memory.',
};

export const requestsPerSecond: INodeProperties = {
	displayName: 'Requests per Second',
	name: 'requestsPerSecond',
	type: 'number',
	typeOptions: { minValue: 0.1, numberPrecision: 1 },
	default: 10,
	description:
		"Maximum requests per second to this account, of all executions together. If not set, the node keeps to the provider's documented limit, or adapts to the one that it meets.",
};

export const retryIfBilled: INodeProperties = {
	displayName: 'Retry Even If It May Be Billed',
	name: 'retryIfBilled',
	type: 'boolean',
	default: true,
	description:
		'Whether to send a request again that got no answer, for example after a time-out. The provider may charge for each of them.',
};
