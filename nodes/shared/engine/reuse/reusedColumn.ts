import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { OcrResponse } from '../ocrOperation';

/**
 * The column of each row of a document that says whether nothing was sent for it: for its page, or
 * for the whole document if the row has no page. Rows have none if the option is off.
 */
export function reusedColumn(
	responses: OcrResponse[],
): (row: INodeExecutionData) => IDataObject | undefined {
	if (responses.every(({ reused }) => reused === undefined)) return () => undefined;
	const sent = responses.filter(({ reused }) => !reused);
	if (sent.length === 0 || sent.length === responses.length) {
		const column = { reused: sent.length === 0 };
		return () => column;
	}
	const sentPages = new Set<unknown>(sent.map(({ page }) => page));
	return ({ json: { page } }) => ({ reused: page !== undefined && !sentPages.has(page) });
}
