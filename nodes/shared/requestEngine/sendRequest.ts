import type {
	DeclarativeRestApiSettings,
	IDataObject,
	IExecutePaginationFunctions,
} from 'n8n-workflow';

import type { OcrRequest } from './ocrOperation';
import type { RequestQueue } from './requestQueue';
import { retryDelay } from './retryDelay';
import { toFailure } from './toFailure';

/**
 * Sends a request until it has its answer, and gives the answer's body. When the provider throttles,
 * the whole queue waits before the next try; when it is down, this request alone.
 *
 * @param build makes the request, anew for each try
 * @throws Failure when the request may not be sent again
 */
export async function sendRequest(
	context: IExecutePaginationFunctions,
	routing: DeclarativeRestApiSettings.ResultOptions,
	build: OcrRequest['build'],
	queue: RequestQueue,
): Promise<IDataObject> {
	const { pace } = queue;
	for (let attempt = 1; ; attempt++) {
		const departure = await queue.departure();
		try {
			const options = await build();
			// A copy, because signing writes into it.
			const request = { ...routing, options: { ...options, headers: { ...options.headers } } };
			const [{ json: body }] = await context.makeRoutingRequest.call(context as never, request);
			pace.answered();
			return body;
		} catch (error) {
			const failure = toFailure(error);
			if (failure.kind === 'noText') {
				pace.answered();
				if (!context.getNodeParameter('options.failOnNoText', false)) {
					return failure.details.body as IDataObject;
				}
			}
			if (failure.kind === 'throttled') {
				if (!pace.throttled(departure, failure)) throw failure;
				continue;
			}
			const delay = retryDelay(failure, attempt);
			if (delay === undefined) throw failure;
			await queue.wait(delay);
		}
	}
}
