import type { IDataObject } from 'n8n-workflow';

import type { Measured } from '../../../shared/output/documents/columns';
import {
	addColumns,
	lowestConfidence,
	measuredColumns,
	valueColumns,
} from '../../../shared/output/documents/columns';
import { namesIn } from '../../../shared/output/documents/namesIn';
import { withNormalized } from '../../../shared/output/documents/normalized';
import { reviewColumns } from '../../../shared/output/documents/review';
import type { ValueOptions } from '../../../shared/output/documents/valueOptions';
import { isBlank, isObject } from '../../../shared/output/values';
import { documentCells, fieldNames } from './documentCells';
import type { DocumentEntry } from './documentEntry';

/** What the options add to a row. */
export type RowOptions = Measured & Partial<ValueOptions>;

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
 * are not documented, what was measured, what is said of the file, and whether to review it.
 *
 * @param shown what was asked, in front of the other columns
 * @returns undefined if the response has another structure
 */
export function documentRow(
	body: IDataObject,
	entry: DocumentEntry,
	options: RowOptions,
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
	const reserved = [REQUEST_KEY, 'confidence', 'needsReview', 'reviewReason', ...ofFile];
	const values = valueColumns(fields, documented);
	const { normalizeValues, reviewBelow } = options;
	const isNormalized = normalizeValues && entry.values;
	addColumns(
		row,
		isNormalized ? withNormalized(values, entry.values!) : values,
		'field_',
		reserved,
	);
	if (also) addColumns(row, also(values), 'field_');
	if (hasRequestKey) row[REQUEST_KEY] = keyOf(body);
	addColumns(row, measuredColumns(fields, documented, options), 'field_', reserved);
	if (measured) row.confidence = lowestConfidence([fields]);
	addColumns(row, valueColumns(about, { ...documented, fields: ofFile }), 'file_');
	if (reviewBelow !== undefined) {
		Object.assign(row, reviewColumns({ below: reviewBelow, confidences: fields.confidences }));
	}
	return row;
}

function keyOf({ [REQUEST_KEY]: key }: IDataObject): string | null {
	return isObject(key) || isBlank(key) ? null : String(key);
}
