import type {
	DeclarativeRestApiSettings,
	IDataObject,
	IExecutePaginationFunctions,
} from 'n8n-workflow';

import type { HttpRequest } from './ocrOperation';
import type { RequestQueue } from './requestQueue';
import { retryDelay } from './retryDelay';
import { toFailure } from './toFailure';

/**
 * Sends a request until it has its answer, and gives the answer's body. When the provider throttles,
 * the whole queue waits before the next try; when it is down, this request alone.
 *
 * @throws Failure when the request may not be sent again
 */
export async function sendRequest(
	context: IExecutePaginationFunctions,
	routing: DeclarativeRestApiSettings.ResultOptions,
	options: HttpRequest,
	queue: RequestQueue,
): Promise<IDataObject> {
	for (let attempt = 1; ; attempt++) {
		try {
			await queue.ready();
			// A copy, because signing writes into it.
			const request = { ...routing, options: { ...options, headers: { ...options.headers } } };
			const [{ json: body }] = await context.makeRoutingRequest.call(context as never, request);
			queue.answered();
			return body;
		} catch (error) {
			const failure = toFailure(error);
			if (failure.kind === 'noText') queue.answered();
			if (failure.kind === 'noText' && !context.getNodeParameter('options.failOnNoText', false)) {
				return failure.details.body as IDataObject;
			}
			const isThrottled = failure.kind === 'throttled';
			const delay = retryDelay(failure, isThrottled ? queue.throttled() : attempt);
			if (delay === undefined) throw failure;
			if (isThrottled) queue.pause(delay);
			else await queue.wait(delay);
		}
	}
}
