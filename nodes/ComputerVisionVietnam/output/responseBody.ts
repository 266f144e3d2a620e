import type { IDataObject } from 'n8n-workflow';

import type { Cell } from '../../shared/output/values';
import { isObject, numberOf } from '../../shared/output/values';

/** The body of every response; `data` may be an empty string. */
export interface ResponseBody extends IDataObject {
	/** "0" for success. */
	errorCode?: string;
	errorMessage?: string;
}

/** Whether a value is empty: responses have "", null or an empty list where nothing was read. */
export function isMissing(value: unknown): boolean {
	if (Array.isArray(value)) return value.every(isMissing);
	if (isObject(value)) return Object.keys(value).length === 0;
	return value === undefined || value === null || value === '';
}

/** Objects and lists as JSON text, everything else unchanged. */
export function toCell(value: unknown): Cell {
	if (value === undefined || value === null) return null;
	return typeof value === 'object' ? JSON.stringify(value) : (value as Cell);
}

/** A number if the value is one; other values stay unchanged, and "" becomes null. */
export const toNumberCell = (value: unknown): Cell =>
	numberOf(value) ?? (value === '' ? null : toCell(value));

/** The parts of a response besides its data and its error code, such as `Exception`. */
export const remarksOf = (body: ResponseBody): IDataObject =>
	Object.fromEntries(
		Object.entries(body).filter(([name]) => !['data', 'errorCode', 'errorMessage'].includes(name)),
	);

/** What went wrong with a part of a response, as a sentence; undefined if nothing did. */
export function exceptionOf({ Exception: exception }: ResponseBody): string | undefined {
	return isMissing(exception) ? undefined : `The provider reports: ${String(toCell(exception))}`;
}

/** A row with the response's remarks after its own columns. */
export function withRemarks(row: IDataObject, body: ResponseBody): IDataObject {
	const columns = { ...row };
	for (const [name, value] of Object.entries(remarksOf(body))) {
		columns[name in row ? `answer_${name}` : name] = toCell(value);
	}
	return columns;
}
