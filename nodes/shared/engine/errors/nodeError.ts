import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { withoutSecrets } from './withoutSecrets';
import type { OcrError } from '../ocrOperation';

/**
 * The error that a user sees: a NodeApiError if there was a response, otherwise a
 * NodeOperationError.
 */
export function nodeError(
	context: IExecuteSingleFunctions,
	{ failure, page }: OcrError,
): NodeApiError | NodeOperationError {
	// The message may quote an image URL with a password in it.
	const { message: sentence, details } = withoutSecrets(failure, []);
	const { response, status, description } = details;
	// n8n replaces the JSON of an error item with its message, so the page goes into the message.
	const message = page === undefined ? sentence : `Page ${page}: ${sentence}`;
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
