import type { INodeProperties } from 'n8n-workflow';

/** They have no effect on the provider's own response. */
const displayOptions: INodeProperties['displayOptions'] = { hide: { '/output': ['raw'] } };

/** The option that adds where each field stands; `measuredColumns` makes its columns. */
export const fieldBoxes: INodeProperties = {
	displayName: 'Field Boxes',
	name: 'fieldBoxes',
	type: 'boolean',
	default: true,
	displayOptions,
	description:
		'Whether to add the position of each field in pixels, for example name_left, name_top, name_right and name_bottom',
};

/** The option that adds how sure the provider is of each field. */
export const fieldConfidences: INodeProperties = {
	displayName: 'Field Confidences',
	name: 'fieldConfidences',
	type: 'boolean',
	default: true,
	displayOptions,
	description: 'Whether to add the confidence of each field (0 to 1), for example name_confidence',
};
