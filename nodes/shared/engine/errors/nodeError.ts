import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { withoutSecrets } from './withoutSecrets';
import type { OcrError } from '../ocrOperation';

/** The error that a user sees: one of the service's if there was an answer, else one of the node's. */
export function nodeError(
	context: IExecuteSingleFunctions,
	{ failure, page }: OcrError,
): NodeApiError | NodeOperationError {
	// The sentence may quote an image URL with a password in it.
	const { message: sentence, details } = withoutSecrets(failure, []);
	const { answer, status, description } = details;
	// n8n replaces the JSON of an item that has an error with its message, so the page goes there.
	const message = page === undefined ? sentence : `Page ${page}: ${sentence}`;
	const itemIndex = context.getItemIndex();
	if (answer === undefined && status === undefined) {
		return new NodeOperationError(context.getNode(), message, { itemIndex, description });
	}
	return new NodeApiError(context.getNode(), answer ?? {}, {
		itemIndex,
		message,
		description,
		httpCode: status === undefined ? undefined : String(status),
	});
}
