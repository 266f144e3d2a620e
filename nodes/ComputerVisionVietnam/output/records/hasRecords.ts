import type { DocumentEntry } from './documentEntry';
import type { ResponseBody } from '../responseBody';
import { columnsOf } from './documentedTypes';
import { recordsOf } from './records';
import { tableRowsOf } from './tables';

/**
 * Whether a response has a document or the row of a table.
 *
 * @returns undefined if any part of it has another structure
 */
export function hasRecords(body: ResponseBody, entry: DocumentEntry): boolean | undefined {
	const found =
		entry.shape === 'tables'
			? tableRowsOf(body, columnsOf(entry, null).fields)
			: recordsOf(body, entry);
	return found && found.length > 0;
}
