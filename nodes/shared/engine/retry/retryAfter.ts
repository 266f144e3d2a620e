import type { IDataObject } from 'n8n-workflow';

/** The wait in milliseconds that a Retry-After header asks for, in seconds or as a date (RFC 9110). */
export function retryAfter(headers: IDataObject = {}): number | undefined {
	const value = headers['retry-after'];
	if (value === undefined || value === null || value === '') return undefined;
	// Some services send fractions of a second.
	const milliseconds = /^\s*\d+(\.\d+)?\s*$/.test(String(value))
		? Number(value) * 1000
		: Date.parse(String(value)) - Date.now();
	return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
