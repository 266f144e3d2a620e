import type {
	DeclarativeRestApiSettings,
	IDataObject,
	IExecutePaginationFunctions,
} from 'n8n-workflow';

import { Failure } from './failure';
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
		const sent = await queue.upload();
		try {
			const departure = await queue.departure();
			const answer = await sendOnce(context, routing, build, sent).catch(toFailure);
			if (!(answer instanceof Failure)) {
				pace.answered(departure);
				return answer;
			}
			if (answer.kind === 'noText') {
				pace.answered(departure);
				if (!context.getNodeParameter('options.failOnNoText', false)) {
					return answer.details.body as IDataObject;
				}
			}
			if (answer.kind === 'throttled') {
				if (!pace.throttled(departure, answer)) throw answer;
				continue;
			}
			const delay = retryDelay(answer, attempt);
			if (delay === undefined) throw answer;
			sent();
			await queue.wait(delay);
		} finally {
			sent();
		}
	}
}

async function sendOnce(
	context: IExecutePaginationFunctions,
	routing: DeclarativeRestApiSettings.ResultOptions,
	build: OcrRequest['build'],
	sent: () => void,
): Promise<IDataObject> {
	const options = await build(sent);
	if (!isStream(options.body)) sent();
	// A copy, because signing writes into it.
	const request = { ...routing, options: { ...options, headers: { ...options.headers } } };
	const [{ json }] = await context.makeRoutingRequest.call(context as never, request);
	return json;
}

const isStream = (body: unknown) => typeof (body as { pipe?: unknown } | null)?.pipe === 'function';
