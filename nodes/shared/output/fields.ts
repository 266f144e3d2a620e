import type { IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';

import { readChoice } from '../parameters/readChoice';

const OUTPUTS = [
	{
		name: 'Full Text',
		value: 'fullText',
		description: 'One item per document, with all its text',
	},
	{
		name: 'Layout',
		value: 'layout',
		description:
			'One item per document, with its text where it stands on the pages, in a font of fixed width',
	},
	{
		name: 'Lines',
		value: 'lines',
		description: 'One item per line of text, with its confidence and position',
	},
	{
		name: 'Markdown',
		value: 'markdown',
		description: 'One item per document, with its text as paragraphs, headings and tables',
	},
	{
		name: 'Raw',
		value: 'raw',
		description: "The provider's response, unchanged",
	},
	{
		name: 'Rows',
		value: 'rows',
		description: 'One item per printed row, with its parts in columns, such as item and price',
	},
	{
		name: 'Words',
		value: 'words',
		description: 'One item per word, with its confidence and position',
	},
] as const;

export type Output = (typeof OUTPUTS)[number]['value'];

const PER_DOCUMENT: readonly Output[] = ['fullText', 'layout', 'markdown'];

/** Whether an output has one item per document. What is said of the whole document belongs there. */
export const isPerDocument = (output: Output): boolean => PER_DOCUMENT.includes(output);

/** The field that sets the items of a text operation. */
export const outputField: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	options: [...OUTPUTS],
	default: 'fullText',
};

const VALUES = OUTPUTS.map(({ value }) => value);

/** All but the provider's own response. */
export const textOutputs = VALUES.filter((value) => value !== 'raw');

/**
 * The output that is set for the current item.
 *
 * @throws Failure when the field's value is not one of its choices
 */
export const readOutput = (context: IExecuteSingleFunctions): Output =>
	readChoice(context, 'output', 'Output', VALUES);
