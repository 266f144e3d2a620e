import type { IDataObject } from 'n8n-workflow';

/** Answers leave lists out for a single element, and give "" for none. */
export function list<T = unknown>(value: unknown): T[] {
	if (Array.isArray(value)) return value;
	return isObject(value) ? [value as T] : [];
}

export const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Numbers come as numbers and as strings; null for anything else. */
export function numberOf(value: unknown): number | null {
	if (typeof value === 'number') return Number.isFinite(value) ? value : null;
	return typeof value === 'string' && value.trim() !== '' ? numberOf(Number(value)) : null;
}
