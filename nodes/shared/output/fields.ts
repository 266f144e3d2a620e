import type { IDisplayOptions, IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';

import { readChoice } from '../parameters/readChoice';

const OUTPUTS = [
	{
		name: 'Full Text',
		value: 'fullText',
		description: 'One item a document, with all its text',
	},
	{
		name: 'Lines',
		value: 'lines',
		description: 'One item a line of text, with its confidence and place',
	},
	{
		name: 'Raw',
		value: 'raw',
		description: "The provider's answer as it came",
	},
	{
		name: 'Words',
		value: 'words',
		description: 'One item a word, with its confidence and place',
	},
] as const;

export type Output = (typeof OUTPUTS)[number]['value'];

/** The field that says what the items of a text operation are. */
export const outputField = (show: IDisplayOptions['show']): INodeProperties => ({
	displayName: 'Output',
	name: 'output',
	type: 'options',
	options: [...OUTPUTS],
	default: 'lines',
	displayOptions: { show },
});

/**
 * What the items of the current item's text are to be.
 *
 * @throws Failure when the field has none of its choices
 */
export const readOutput = (context: IExecuteSingleFunctions): Output =>
	readChoice(
		context,
		'output',
		'Output',
		OUTPUTS.map(({ value }) => value),
	);
