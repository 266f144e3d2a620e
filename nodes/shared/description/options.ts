import type { INodeProperties } from 'n8n-workflow';

import { MAX_CONCURRENT } from '../engine/run/runOptions';
import { fileDetails } from '../input/fileDetails';
import { includeInputFields, keepInputFile } from '../output/fromInput';

/**
 * The field Options of an operation.
 *
 * @param own the options that only this operation has
 * @param about.hasFile whether the operation reads a file
 */
export const optionsField = (own: INodeProperties[], { hasFile = true } = {}): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	// Without localeCompare, whose first call takes as long as loading 30 files.
	options: [
		...own,
		...(hasFile ? [fileDetails, keepInputFile] : []),
		includeInputFields,
		maxConcurrent,
		mostRequests,
		requestsPerSecond,
		retryIfBilled,
		reuseAnswers,
	].sort((a, b) => (a.displayName < b.displayName ? -1 : 1)),
});

/** An option that only some of the operations of its field show. */
export const shownFor = (operations: string[], option: INodeProperties): INodeProperties => ({
	...option,
	displayOptions: {
		...option.displayOptions,
		show: { ...option.displayOptions?.show, '/operation': operations },
	},
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

const mostRequests: INodeProperties = {
	displayName: 'Most Requests',
	name: 'mostRequests',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 100,
	description:
		'The most requests that this node sends in one execution, for all its items together. Retries count as well. Items and pages beyond it fail and are not sent.',
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

const reuseAnswers: INodeProperties = {
	displayName: 'Reuse Answers',
	name: 'reuseAnswers',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 60,
	description:
		'For how many minutes a response is used again for the same file with the same settings, instead of paying for another one. Responses are kept in the memory of n8n, and the column reused marks their rows.',
};

/** For operations whose provider downloads images. What n8n downloads, it knows by its bytes. */
export const reuseForUrls: INodeProperties = {
	displayName: 'Reuse For URLs',
	name: 'reuseForUrls',
	type: 'boolean',
	default: true,
	displayOptions: {
		show: {
			'/inputType': ['url'],
			// n8n looks for it among the options: from the root, it would find no option when it runs.
			reuseAnswers: [{ _cnd: { exists: true } }],
		},
	},
	description:
		'Whether to reuse answers also for an image that the provider downloads, by its URL alone. Turn this on only if the image behind a URL does not change.',
};
