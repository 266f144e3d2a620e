import type { IDataObject } from 'n8n-workflow';

/** A value that fits into a spreadsheet cell. */
export type Cell = string | number | boolean | null;

export const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The elements of a list; none if the value is not a list. */
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A number, which may be sent as text; null for anything else. */
export function numberOf(value: unknown): number | null {
	if (typeof value === 'number') return Number.isFinite(value) ? value : null;
	return typeof value === 'string' && value.trim() !== '' ? numberOf(Number(value)) : null;
}

/** A value as text: '' for null and undefined, JSON for objects and lists. */
export function plainText(value: unknown): string {
	if (typeof value === 'string') return value;
	if (value === null || value === undefined) return '';
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The text that a provider read; '' if it is only white space, an object or a list. */
export function readText(value: unknown): string {
	const text = typeof value === 'object' ? '' : plainText(value);
	return /\S/.test(text) ? text : '';
}

/** Whether a value is empty: missing, blank, or containing only such values. */
export const isBlank = (value: unknown): boolean =>
	typeof value === 'object' && value !== null
		? Object.values(value).every(isBlank)
		: plainText(value).trim() === '';

/**
 * Whether an object contains nothing that could be text. Numbers and booleans are no text.
 *
 * @param known names of properties that are known not to be text
 */
export const hasNoText = (values: IDataObject, known: readonly string[]): boolean =>
	Object.entries(values).every(
		([name, value]) =>
			known.includes(name) || ['number', 'boolean'].includes(typeof value) || isBlank(value),
	);
