import type { IExecuteSingleFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { readChoice } from '../../parameters/readChoice';
import { RAW } from '../fields';

const DOCUMENT = {
	name: 'Document',
	value: 'document',
	description: 'One item per document, with a column per field',
};

const LINE_ITEMS = {
	name: 'Line Items',
	value: 'lineItems',
	description:
		'One item per line item, such as the goods of an invoice, with the fields of its document',
};

const ROWS = {
	name: 'Rows',
	value: 'rows',
	description: 'One item per row of a table, with its cells in columns',
};

/** The field Output of documents without line items. */
export const documentOutput: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	options: [DOCUMENT, RAW],
	default: 'document',
};

/** The field Output of documents with line items. */
export const lineItemsOutput: INodeProperties = {
	...documentOutput,
	options: [DOCUMENT, LINE_ITEMS, RAW],
};

/** The field Output of tables. */
export const rowsOutput: INodeProperties = {
	...documentOutput,
	options: [RAW, ROWS],
	default: 'rows',
};

/** What the items of an operation on documents are. */
export type DocumentOutput = 'document' | 'lineItems' | 'rows' | 'raw';

/**
 * The output that is set for the current item.
 *
 * @param field one of the fields above
 * @throws Failure when the field's value is not one of its choices
 */
export function readDocumentOutput(
	context: IExecuteSingleFunctions,
	{ options, default: standard, name, displayName }: INodeProperties,
): DocumentOutput {
	const values = (options as INodePropertyOptions[]).map(({ value }) => value);
	// The first one is that of a field which is not set.
	const choices = [...new Set([standard as string, ...values])] as DocumentOutput[];
	return readChoice(context, name, displayName, choices);
}
