import type { INodeProperties } from 'n8n-workflow';

/** The field that tells a language model about a node that is its tool. n8n would name the operation. */
export const toolDescriptionField = (description: string): INodeProperties => ({
	displayName: 'Description',
	name: 'toolDescription',
	type: 'string',
	typeOptions: { rows: 3 },
	default: description,
	required: true,
	displayOptions: { show: { '@tool': [true] } },
	description: 'What the tool does and when the language model should use it',
});
