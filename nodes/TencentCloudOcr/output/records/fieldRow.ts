import type { IDataObject } from 'n8n-workflow';

import type { Cells } from '../../../shared/output/documents/cells';
import { fieldCells } from '../../../shared/output/documents/cells';
import { addColumns, noColumns, valueColumns } from '../../../shared/output/documents/columns';
import { namesIn } from '../../../shared/output/documents/namesIn';
import { takeOut } from '../../../shared/output/documents/takeOut';
import { isObject, numberOf } from '../../../shared/output/values';
import type { DocumentAction } from './documentEntry';
import { verdictOf } from './warnings';
import { words } from './words';

/** A row, and the pictures that belong to it. */
export interface RecordRow {
	row: IDataObject;
	pictures: Cells['pictures'];
}

/** What is known of a row's document: all of an action, or of a part of its response. */
export type Documented = Pick<DocumentAction, 'fields' | 'warnings' | 'list' | 'confidence'>;

/** Columns that the node makes itself. */
const OWN = ['valid', 'warnings', 'confidence'];

/**
 * The rows of a response with the fields of one document, or with a list of documents.
 *
 * @param said what the response has beside `RequestId`
 */
export function fieldRows(said: IDataObject, documented: Documented): RecordRow[] {
	const { list } = documented;
	const elements: unknown = list === undefined ? undefined : said[list];
	const all: unknown[] = Array.isArray(elements) ? elements : [];
	const documents = all.filter(isObject);
	if (list === undefined || documents.length === 0) return [fieldRow(said, documented)];
	return documents.map((document, index) => {
		if (index > 0) return fieldRow(document, documented);
		const more = Object.entries(said).filter(
			([name, value]) => name !== list && JSON.stringify(value) !== JSON.stringify(document[name]),
		);
		const unknown = all.filter((element) => !isObject(element)) as IDataObject[];
		return fieldRow(document, documented, { ...Object.fromEntries(more), [list]: unknown });
	});
}

/**
 * The row of a document, made of its fields.
 *
 * @param more fields whose columns come last, with a prefix if the document has them as well
 */
export function fieldRow(
	said: IDataObject,
	{ fields, warnings, confidence }: Documented,
	more: IDataObject = {},
): RecordRow {
	const values = opened(said);
	const coded = namesIn(warnings);
	const codes = coded.map((path) => takeOut(values, path.split('.')));
	const percent = confidence === undefined ? null : numberOf(values[confidence]);
	if (confidence !== undefined && percent !== null) delete values[confidence];
	const cells = fieldCells(values, words);
	const row: IDataObject = {};
	const documented = namesIn(fields).map((path) => path.replaceAll('.', '_'));
	addColumns(row, valueColumns(cells, { ...noColumns, fields: documented }), 'document_', OWN);
	if (confidence !== undefined) row.confidence = percent === null ? null : percent / 100;
	if (coded.length > 0) Object.assign(row, verdictOf(codes));
	const others = fieldCells(opened(more), words);
	addColumns(row, Object.fromEntries(others.values) as IDataObject, 'first_', OWN);
	return { row, pictures: [...cells.pictures, ...others.pictures] };
}

/** The fields without the ID of the request; what is JSON text of an object, as the object. */
function opened(said: IDataObject): IDataObject {
	const values: IDataObject = {};
	for (const [name, value] of Object.entries(said)) {
		if (name !== 'RequestId') values[name] = withoutJson(value);
	}
	return values;
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
