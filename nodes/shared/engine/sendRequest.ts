import type {
	DeclarativeRestApiSettings,
	IDataObject,
	IExecutePaginationFunctions,
} from 'n8n-workflow';

import { Failure, type FailureKind } from './errors/failure';
import type { OcrRequest } from './ocrOperation';
import type { RateLimiter } from './rate/rateLimiter';
import type { RequestQueue } from './queue/requestQueue';
import { readSwitch } from '../parameters/readSwitch';
import { retryDelay } from './retry/retryDelay';
import type { RequestBudget } from './run/requestBudget';
import { failureOf, responseTo } from './signIn';
import { toFailure } from './errors/toFailure';
import { withSignal } from './withSignal';

/** What is needed to send the requests of an item. */
export interface Sender {
	context: IExecutePaginationFunctions;
	routing: DeclarativeRestApiSettings.ResultOptions;
	queue: RequestQueue;
	limiter: RateLimiter;
	budget: RequestBudget;
	/** Whether the request costs nothing, so that a lost response is no reason not to send it again. */
	isFree?: boolean;
}

/**
 * Sends a request until it gets a response, and returns the response's body. When the provider
 * throttles, all requests of the account wait before the next attempt; when it is down, only this
 * one.
 *
 * @param build makes a new request for each attempt
 * @throws Failure when the request may not be resent, or its image has no text
 */
export async function sendRequest(
	sender: Sender,
	build: OcrRequest['build'],
): Promise<IDataObject> {
	const { context, queue, limiter, isFree = false } = sender;
	const retryIfBilled =
		readSwitch(context, 'options.retryIfBilled', 'Retry Even If It May Be Billed') || isFree;
	const tries: Partial<Record<FailureKind, number>> = {};
	let failure: Failure | undefined;
	for (;;) {
		const outcome = await sendInTurn(sender, build);
		if (!(outcome instanceof Failure)) return outcome;
		const { kind } = outcome;
		if (kind === 'notSent' || kind === 'capped') {
			throw failure ? notRetried(failure, outcome) : outcome;
		}

		failure = outcome;
		const attempt = kind === 'throttled' ? limiter.cuts : (tries[kind] ?? 0) + 1;
		tries[kind] = attempt;
		const delay = retryDelay(failure, attempt, retryIfBilled);
		if (delay === undefined) throw failure;
		// The rate limiter decides how long throttled requests wait.
		if (kind !== 'throttled') await queue.wait(delay).catch(() => {});
	}
}

/** The failure of a request whose retry was not sent. */
function notRetried({ message, details }: Failure, unsent: Failure): Failure {
	const why = unsent.message.replace(/^Not sent/, 'Not retried');
	return new Failure(unsent.kind, `${message} ${why}`, details);
}

/** Sends a request when it is its turn, and returns the response or the failure. */
async function sendInTurn(
	sender: Sender,
	build: OcrRequest['build'],
): Promise<IDataObject | Failure> {
	const { queue, limiter, budget } = sender;
	const releaseUpload = await queue.upload();
	try {
		budget.check();
		const departure = await limiter.departure(queue.ended);
		const outcome = await withSignal(
			queue.stopped,
			async (stopped) => await sendOnce(sender, build, releaseUpload, stopped),
		).catch(toFailure);
		if (!(outcome instanceof Failure)) limiter.onResponse(departure);
		else if (outcome.kind === 'throttled')
			limiter.onThrottled(departure, outcome.details.retryAfter);
		else if (outcome.details.response) limiter.onResponse(departure);
		else limiter.onLost();
		return outcome;
	} catch (ended) {
		return toFailure(ended);
	} finally {
		releaseUpload();
	}
}

async function sendOnce(
	{ context, routing, queue, budget }: Sender,
	build: OcrRequest['build'],
	onBodyRead: () => void,
	stopped: AbortSignal,
): Promise<IDataObject> {
	const built = await build(onBodyRead);
	const stream = isStream(built.body) ? built.body : undefined;
	if (!stream) onBodyRead();
	try {
		queue.ended.throwIfAborted();
		// Only now, because what could not be built is not sent.
		budget.take();
		// A copy, because signing writes into it.
		const options = {
			...built,
			headers: { ...built.headers },
			get abortSignal() {
				return stopped;
			},
			// n8n sets the signal of the execution, which another item's failure does not abort.
			set abortSignal(_: AbortSignal) {},
		};
		const request = { ...routing, options };
		const [{ json }] = await context.makeRoutingRequest
			.call(context as never, request)
			.catch((error) => {
				stopped.throwIfAborted();
				throw failureOf(options, error);
			});
		return responseTo(options, json);
	} finally {
		// A stream that was not read to its end would keep its file open forever.
		stream?.on('error', () => {}).destroy();
	}
}

interface Stream {
	on(event: 'error', listener: () => void): this;
	destroy(): void;
}

const isStream = (body: unknown): body is Stream =>
	typeof (body as { pipe?: unknown } | null)?.pipe === 'function';
