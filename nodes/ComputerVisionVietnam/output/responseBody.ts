import type { IDataObject } from 'n8n-workflow';

import { isObject, numberOf } from '../../shared/output/values';

/** Every answer; `data` may be an empty string. */
export interface ResponseBody extends IDataObject {
	/** "0" for success. */
	errorCode?: string;
	errorMessage?: string;
}

/** A value that a cell of a spreadsheet takes. */
export type Cell = string | number | boolean | null;

/** Whether nothing was answered in this place: answers give "", null or an empty list for none. */
export function isBlank(value: unknown): boolean {
	if (Array.isArray(value)) return value.every(isBlank);
	if (isObject(value)) return Object.keys(value).length === 0;
	return value === undefined || value === null || value === '';
}

/** Objects and lists as JSON, everything else as it is. */
export function toCell(value: unknown): Cell {
	if (value === undefined || value === null) return null;
	return typeof value === 'object' ? JSON.stringify(value) : (value as Cell);
}

/** A number where the value is one; other values stay as they are, "" is null. */
export const toNumberCell = (value: unknown): Cell =>
	numberOf(value) ?? (value === '' ? null : toCell(value));

/** What an answer says beside its data and its error code, such as `Exception`. */
export const remarksOf = (body: ResponseBody): IDataObject =>
	Object.fromEntries(
		Object.entries(body).filter(([name]) => !['data', 'errorCode', 'errorMessage'].includes(name)),
	);

/** A row with an answer's remarks after its own columns. */
export function withRemarks(row: IDataObject, body: ResponseBody): IDataObject {
	const columns = { ...row };
	for (const [name, value] of Object.entries(remarksOf(body))) {
		columns[name in row ? `answer_${name}` : name] = toCell(value);
	}
	return columns;
}
