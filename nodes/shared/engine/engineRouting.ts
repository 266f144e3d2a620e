import type { INodePropertyRouting, PostReceiveAction } from 'n8n-workflow';

import type { OcrOperation } from './ocrOperation';
import { requestEngine } from './requestEngine';

/**
 * The part of an operation's `routing` that has its requests sent by the request engine.
 *
 * @param checkResponse sees every answer, whatever its HTTP status, and throws a `Failure` for one
 * that is an error
 */
export const engineRouting = (
	operation: OcrOperation,
	checkResponse: PostReceiveAction,
): INodePropertyRouting => ({
	send: { paginate: true },
	operations: { pagination: requestEngine(operation) },
	output: { postReceive: [checkResponse] },
});
