import type { IExecuteSingleFunctions, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Failure } from './failure';

/** The error that a user sees: one of the service's if there was an answer, else one of the node's. */
export function nodeError(
	context: IExecuteSingleFunctions,
	{ message, details: { body, status, description } }: Failure,
): NodeApiError | NodeOperationError {
	const itemIndex = context.getItemIndex();
	if (body === undefined) {
		return new NodeOperationError(context.getNode(), message, { itemIndex, description });
	}
	const answer: JsonObject =
		typeof body === 'object' ? (body as JsonObject) : { message: String(body) };
	return new NodeApiError(context.getNode(), answer, {
		itemIndex,
		message,
		description,
		httpCode: status === undefined ? undefined : String(status),
	});
}
