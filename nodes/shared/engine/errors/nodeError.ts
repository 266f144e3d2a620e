import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { OcrError } from '../ocrOperation';
import { errorText } from './errorText';
import { withoutSecrets } from './withoutSecrets';

/**
 * The error that stops a workflow: a NodeApiError if there was a response, otherwise a
 * NodeOperationError.
 */
export function nodeError(
	context: IExecuteSingleFunctions,
	error: OcrError,
): NodeApiError | NodeOperationError {
	const { title: message, description } = errorText(error);
	const { response, status } = withoutSecrets(error.failure, []).details;
	const itemIndex = context.getItemIndex();
	if (response === undefined && status === undefined) {
		return new NodeOperationError(context.getNode(), message, { itemIndex, description });
	}
	return new NodeApiError(context.getNode(), response ?? {}, {
		itemIndex,
		message,
		description,
		httpCode: status === undefined ? undefined : String(status),
	});
}
