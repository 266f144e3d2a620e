import type { IDataObject } from 'n8n-workflow';

import type { Cells } from '../../../shared/output/documents/cells';
import { fieldCells } from '../../../shared/output/documents/cells';
import { addColumns, noColumns, valueColumns } from '../../../shared/output/documents/columns';
import { takeOut } from '../../../shared/output/documents/takeOut';
import { isObject } from '../../../shared/output/values';
import type { DocumentAction } from '../../operations/documentEntry';
import { namesIn } from '../../operations/documentEntry';
import { verdictOf } from './warnings';
import { words } from './words';

/** A row, and the pictures that belong to it. */
export interface RecordRow {
	row: IDataObject;
	pictures: Cells['pictures'];
}

/** What is known of a row's document: all of an action, or of a part of its response. */
export type Documented = Pick<DocumentAction, 'fields' | 'warnings'>;

/** Columns that the node makes itself. */
const OWN = ['valid', 'warnings'];

/**
 * The row of a document, made of the fields in a response.
 *
 * @param said what the response has beside `RequestId`
 */
export function fieldRow(said: IDataObject, { fields, warnings }: Documented): RecordRow {
	const values: IDataObject = {};
	for (const [name, value] of Object.entries(said)) {
		if (name !== 'RequestId') values[name] = withoutJson(value);
	}
	const coded = namesIn(warnings);
	const codes = coded.map((path) => takeOut(values, path.split('.')));
	const cells = fieldCells(values, words);
	const row: IDataObject = {};
	const documented = namesIn(fields).map((path) => path.replaceAll('.', '_'));
	addColumns(row, valueColumns(cells, { ...noColumns, fields: documented }), 'document_', OWN);
	if (coded.length > 0) Object.assign(row, verdictOf(codes));
	return { row, pictures: cells.pictures };
}

/** A value; what is JSON text of an object, such as `AdvancedInfo`, as the object. */
function withoutJson(value: unknown): IDataObject[string] {
	if (typeof value !== 'string' || !/^\s*\{/.test(value)) return value as IDataObject[string];
	try {
		const parsed: unknown = JSON.parse(value);
		return isObject(parsed) ? parsed : value;
	} catch {
		return value;
	}
}
