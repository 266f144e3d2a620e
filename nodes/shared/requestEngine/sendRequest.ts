import type {
	DeclarativeRestApiSettings,
	IDataObject,
	IExecutePaginationFunctions,
} from 'n8n-workflow';

import { Failure, type FailureKind } from './failure';
import type { OcrRequest } from './ocrOperation';
import type { RequestQueue } from './requestQueue';
import { retryDelay } from './retryDelay';
import { failureOf } from './signIn';
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
	const tries: Partial<Record<FailureKind, number>> = {};
	for (;;) {
		const sent = await queue.upload();
		try {
			const departure = await queue.departure();
			const answer = await sendOnce(context, routing, build, queue, sent).catch(toFailure);
			if (!(answer instanceof Failure)) {
				pace.answered(departure);
				return answer;
			}
			const { kind, details } = answer;
			if (kind !== 'throttled' && details.answer) pace.answered(departure);
			if (kind === 'noText' && !context.getNodeParameter('options.failOnNoText', false)) {
				return details.body as IDataObject;
			}
			if (kind === 'throttled') {
				if (!pace.throttled(departure, answer)) throw answer;
				continue;
			}
			tries[kind] = (tries[kind] ?? 0) + 1;
			const delay = retryDelay(answer, tries[kind]);
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
	queue: RequestQueue,
	sent: () => void,
): Promise<IDataObject> {
	const options = await build(sent);
	const stream = isStream(options.body) ? options.body : undefined;
	if (!stream) sent();
	try {
		queue.assertOpen();
		// A copy, because signing writes into it.
		const request = { ...routing, options: { ...options, headers: { ...options.headers } } };
		const [{ json }] = await context.makeRoutingRequest
			.call(context as never, request)
			.catch((error) => {
				throw failureOf(request.options, error);
			});
		return json;
	} finally {
		// A stream that was not read to its end would keep its file open for ever.
		stream?.on('error', () => {}).destroy();
	}
}

interface Stream {
	on(event: 'error', listener: () => void): this;
	destroy(): void;
}

const isStream = (body: unknown): body is Stream =>
	typeof (body as { pipe?: unknown } | null)?.pipe === 'function';
