import type { IDataObject } from 'n8n-workflow';

import type { Measured } from '../../../shared/output/documents/columns';
import {
	addColumns,
	lowestConfidence,
	measuredColumns,
	valueColumns,
} from '../../../shared/output/documents/columns';
import { isBlank, isObject } from '../../../shared/output/values';
import { documentCells, fieldNames, namesIn } from './documentCells';
import type { DocumentEntry } from './documentEntry';

/** The property of a response that has the header Request-Key. */
export const REQUEST_KEY = 'requestKey';

/**
 * Whether a response has a document.
 *
 * @returns undefined if it has another structure
 */
export function hasDocument(body: IDataObject, entry: DocumentEntry): boolean | undefined {
	const cells = documentCells(body, entry);
	if (!cells) return undefined;
	const { isKnown, fields } = cells;
	const values = [...fields.values.values()];
	if (isKnown && (!entry.noneFound || !values.every(isBlank))) return true;
	return entry.noneFound && values.every(isBlank) ? false : undefined;
}

/**
 * The row of a response: the kind of document, its fields in the documented order, then those that
 * are not documented, what was measured, and what is said of the file.
 *
 * @param shown what was asked, in front of the other columns
 * @returns undefined if the response has another structure
 */
export function documentRow(
	body: IDataObject,
	entry: DocumentEntry,
	options: Measured,
	shown: IDataObject = {},
): IDataObject | undefined {
	const cells = documentCells(body, entry);
	if (!cells) return undefined;
	const { kind, fields, about } = cells;
	const { measured, also, hasRequestKey } = entry;
	const names = fieldNames(entry, kind);
	const documented = {
		fields: names,
		confidences: measured ? names : [],
		boxes: measured === 'confidence box' ? names : [],
	};
	const row: IDataObject = { ...shown };
	if (entry.kind !== undefined) row[entry.kind] = kind;
	const ofFile = namesIn(entry.about);
	const reserved = [REQUEST_KEY, 'confidence', ...ofFile];
	const values = valueColumns(fields, documented);
	addColumns(row, values, 'field_', reserved);
	if (also) addColumns(row, also(values), 'field_');
	if (hasRequestKey) row[REQUEST_KEY] = keyOf(body);
	addColumns(row, measuredColumns(fields, documented, options), 'field_', reserved);
	if (measured) row.confidence = lowestConfidence([fields]);
	addColumns(row, valueColumns(about, { ...documented, fields: ofFile }), 'file_');
	return row;
}

function keyOf({ [REQUEST_KEY]: key }: IDataObject): string | null {
	return isObject(key) || isBlank(key) ? null : String(key);
}
