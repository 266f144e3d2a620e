import type { IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';

import { readChoice } from '../parameters/readChoice';
import { readNumber } from '../parameters/readNumber';

/** The choice of every field Output that all operations have. */
export const RAW = {
	name: 'Raw',
	value: 'raw',
	description: "The provider's response, unchanged",
} as const;

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
	RAW,
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

const outputField: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	options: [...OUTPUTS],
	default: 'fullText',
};

/** For the context of a language model. */
const maxCharacters: INodeProperties = {
	displayName: 'Maximum Characters',
	name: 'maxCharacters',
	type: 'number',
	typeOptions: { minValue: 100 },
	default: 20_000,
	displayOptions: { show: { '@tool': [true], output: [...PER_DOCUMENT] } },
	description: 'How much text the language model gets. A longer text ends with a note.',
};

/** The fields that set the items of a text operation. */
export const outputFields: INodeProperties[] = [outputField, maxCharacters];

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

/**
 * How many characters of a document's text to return; undefined for all, as if the node is no tool.
 *
 * @throws Failure when the field's value is not a number
 */
export const readMaxCharacters = (context: IExecuteSingleFunctions): number | undefined =>
	readNumber(context, maxCharacters.name, maxCharacters.displayName, { min: 100, max: 10_000_000 });
