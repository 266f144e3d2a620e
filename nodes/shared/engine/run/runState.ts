import type { IExecuteData, IExecuteSingleFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { boundedNumber } from '../../parameters/boundedNumber';
import { Failure } from '../errors/failure';
import { MAX_CONCURRENT } from '../../description/options';
import type { OcrOperation } from '../ocrOperation';
import type { RateLimiter } from '../rate/rateLimiter';
import { rateLimiterOf } from '../rate/rateLimiters';
import { RequestQueue } from '../queue/requestQueue';

/** What the items of one node execution share. */
export interface NodeRun {
	queue: RequestQueue;
	/** Where its requests go, and at what pace. */
	account: () => Promise<{ endpoint: string; limiter: RateLimiter }>;
	/** Resolves when n8n has called the engine for all items; only then it takes a rejection. */
	allCalled: Promise<void>;
	/** Whether the last word on a request was that of a gateway; also before the first word. */
	isForbidden: boolean;
}

type RunOperation = Pick<OcrOperation, 'account' | 'requestsPerSecond'>;

/** All items of a run have one IExecuteData; n8n's Retry On Fail runs it again. */
const runs = new WeakMap<
	IExecuteData,
	NodeRun & { called: (item: number) => void; last: number }
>();

/** The run that an item belongs to. */
export function nodeRun(context: IExecuteSingleFunctions, operation: RunOperation): NodeRun {
	const executeData = context.getExecuteData();
	const item = context.getItemIndex();
	let run = runs.get(executeData);
	// Items come in order: one that is not after the last one begins a new try of the node.
	if (!run || item <= run.last) {
		run = newRun(context, operation);
		runs.set(executeData, run);
	}
	run.called(item);
	return run;
}

function newRun(context: IExecuteSingleFunctions, operation: RunOperation) {
	const { places, requestsPerSecond, refusal } = optionsOf(context);
	const queue = new RequestQueue(places);
	if (refusal) queue.close(refusal);
	abortWhenCanceled(queue, context.getExecutionCancelSignal());

	const limit = requestsPerSecond ?? operation.requestsPerSecond;
	const account = async () => {
		const { endpoint, id } = await operation.account.call(context);
		return { endpoint, limiter: rateLimiterOf({ endpoint, id }, limit) };
	};
	let known: ReturnType<typeof account> | undefined;

	const items = itemsOf(context);
	const batching = (name: string) =>
		Number(context.getNodeParameter(`requestOptions.batching.batch.${name}`, 0));
	const batchSize = Math.max(1, batching('batchSize'));
	const batchInterval = batching('batchInterval');
	let allAreCalled = () => {};
	let isWatched = false;
	const run = {
		queue,
		account: async () => await (known ??= account()),
		allCalled: new Promise<void>((resolve) => (allAreCalled = resolve)),
		isForbidden: true,
		last: -1,
		called(item: number) {
			run.last = item;
			if (item + 1 >= items) allAreCalled();
			else if (!isWatched) void watch();
		},
	};

	/**
	 * n8n calls the items of a batch in one go, and the next batch after the interval. A call that is
	 * missing then means that a parameter could not be read, and that the node has failed.
	 */
	async function watch(): Promise<void> {
		isWatched = true;
		for (;;) {
			// From here on n8n's own wait has begun, so that it ends first.
			await Promise.resolve();
			const { last } = run;
			if (last + 1 >= items) return;
			const isWholeBatch = batchInterval > 0 && (last + 1) % batchSize === 0;
			if (isWholeBatch) await sleep(batchInterval);
			if (run.last === last) break;
		}
		allAreCalled();
		if (context.continueOnFail()) return;
		queue.abort(unsent('the parameters of a later item are not valid'));
	}

	return run;
}

export const unsent = (why: string) => new Failure('notSent', `Not sent, because ${why}`);

function itemsOf(context: IExecuteSingleFunctions): number {
	const { node, data } = context.getExecuteData();
	// As the tool of an agent, the node is called for one item, with the agent's IExecuteData.
	if (context.getNode().executeOnce || node.name !== context.getNode().name) return 1;
	return data.main?.[0]?.length ?? 0;
}

/** The options of a run, or why they are refused. */
function optionsOf(context: IExecuteSingleFunctions) {
	const option = (name: string) => context.getNodeParameter(`options.${name}`, '');
	try {
		const places = boundedNumber(option('maxConcurrent'), 'Max Concurrent', 1, 1_000);
		const requestsPerSecond = boundedNumber(
			option('requestsPerSecond'),
			'Requests per Second',
			0.01,
			1_000,
		);
		return { places: Math.floor(places ?? MAX_CONCURRENT), requestsPerSecond };
	} catch (error) {
		return { places: 1, refusal: error as Failure };
	}
}

function abortWhenCanceled(queue: RequestQueue, signal: AbortSignal | undefined): void {
	const cancel = () => queue.abort(unsent('the execution was canceled'));
	if (signal?.aborted) cancel();
	signal?.addEventListener('abort', cancel, { once: true });
}
