import type { INodeProperties } from 'n8n-workflow';

export const failOnNoText: INodeProperties = {
	displayName: 'Fail If No Text',
	name: 'failOnNoText',
	type: 'boolean',
	default: true,
	description:
		'Whether it is an error when no text is found. Without this option, an item with empty text comes out.',
};

export const maxConcurrent: INodeProperties = {
	displayName: 'Max Concurrent',
	name: 'maxConcurrent',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 5,
	description:
		'How many requests are under way at a time. More is faster, until the provider refuses some.',
};
