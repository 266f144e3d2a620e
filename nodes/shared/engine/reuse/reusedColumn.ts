import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { OcrResponse } from '../ocrOperation';

/**
 * The column of each row of a document that says whether its answer was reused: that of its page, or
 * all of the document if the row has no page. Rows have none if the option is off, or if the document
 * has no answer, because all its pages were skipped.
 */
export function reusedColumn(
	responses: OcrResponse[],
): (row: INodeExecutionData) => IDataObject | undefined {
	const answers = responses.filter(({ reused }) => reused !== undefined);
	if (answers.length === 0) return () => undefined;
	const reusedPages = new Set<unknown>(
		answers.filter(({ reused }) => reused).map(({ page }) => page),
	);
	const whole = { reused: answers.every(({ reused }) => reused) };
	// A single answer may have many pages.
	if (responses.length === 1) return () => whole;
	return ({ json: { page } }) => (page === undefined ? whole : { reused: reusedPages.has(page) });
}
