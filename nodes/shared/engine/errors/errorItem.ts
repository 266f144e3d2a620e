import type { IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';

import type { OcrError } from '../ocrOperation';
import { wholeText } from './errorText';

/**
 * The item of an error, if the workflow continues: its sentences, and the fields of its input item.
 *
 * n8n replaces all fields of an item that has an `error` beside its `json`. With an error output, n8n
 * itself adds the input's fields, but only to an item without any other field than the error.
 */
export function errorItem(context: IExecuteSingleFunctions, failed: OcrError): INodeExecutionData {
	const error = wholeText(failed);
	if (context.getNode().onError === 'continueErrorOutput') return { json: { error } };
	return { json: { ...context.getInputData().json, ...failed.source?.columns, error } };
}
