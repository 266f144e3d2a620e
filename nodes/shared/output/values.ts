import type { IDataObject } from 'n8n-workflow';

export const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands in a list; nothing when it is none. */
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A number, which may come as text; null for anything else. */
export function numberOf(value: unknown): number | null {
	if (typeof value === 'number') return Number.isFinite(value) ? value : null;
	return typeof value === 'string' && value.trim() !== '' ? numberOf(Number(value)) : null;
}

/** A value as text; nothing is '', and what is not a single value comes as JSON. */
export function plainText(value: unknown): string {
	if (typeof value === 'string') return value;
	if (value === null || value === undefined) return '';
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What a provider read; '' when it is white space alone, or not a single value. */
export function readText(value: unknown): string {
	const text = typeof value === 'object' ? '' : plainText(value);
	return /\S/.test(text) ? text : '';
}

/** Whether there is nothing in a value: it is missing, empty, or has nothing but such values in it. */
export const isBlank = (value: unknown): boolean =>
	typeof value === 'object' && value !== null
		? Object.values(value).every(isBlank)
		: plainText(value).trim() === '';

/**
 * Whether an object has nothing in it that could be the text that is missing elsewhere. Numbers and
 * switches can't be.
 *
 * @param known names of what is something else
 */
export const hasNoText = (values: IDataObject, known: readonly string[]): boolean =>
	Object.entries(values).every(
		([name, value]) =>
			known.includes(name) || ['number', 'boolean'].includes(typeof value) || isBlank(value),
	);
