import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/** The field that says what the items of a text operation are. */
export const outputField = (show: IDisplayOptions['show']): INodeProperties => ({
	displayName: 'Output',
	name: 'output',
	type: 'options',
	options: [
		{
			name: 'Lines',
			value: 'lines',
			description: 'One item a line of text, with its confidence and place',
		},
		{
			name: 'Words',
			value: 'words',
			description: 'One item a word, with its confidence and place',
		},
		{
			name: 'Full Text',
			value: 'fullText',
			description: 'One item a document, with all its text',
		},
		{
			name: 'Raw',
			value: 'raw',
			description: "The provider's answer as it came",
		},
	],
	default: 'lines',
	displayOptions: { show },
});
