import type { IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';

import type { OcrResponse } from '../../../shared/engine/ocrOperation';
import type { DocumentOutput } from '../../../shared/output/documents/fields';
import { attachFiles, namedPictures } from '../../../shared/output/documents/pictures';
import { isObject } from '../../../shared/output/values';
import type { DocumentAction } from '../../operations/documentEntry';
import { fieldRow } from './fieldRow';

/**
 * The items of a document, made of the responses to its pages.
 *
 * @param output any but `raw`
 */
export async function recordItems(
	context: IExecuteSingleFunctions,
	responses: OcrResponse[],
	action: DocumentAction,
	_output: DocumentOutput,
): Promise<INodeExecutionData[]> {
	const rows = responses.map(({ body, page, pages }) => {
		const { row, pictures } = fieldRow(isObject(body.Response) ? body.Response : {}, action);
		return { row: { ...(page !== undefined && { page, pages }), ...row }, pictures };
	});
	return await Promise.all(
		rows.map(async ({ row, pictures }) => {
			const item: INodeExecutionData = { json: row };
			await attachFiles(context, item, namedPictures(pictures));
			return item;
		}),
	);
}
