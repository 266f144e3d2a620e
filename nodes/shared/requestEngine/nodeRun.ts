import type { IExecuteData, IExecuteSingleFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { MAX_CONCURRENT } from './fields';
import type { OcrOperation } from './ocrOperation';
import { RequestQueue } from './requestQueue';

/** What the items of one node execution share. */
export interface NodeRun {
	queue: RequestQueue;
	baseUrl: () => Promise<string>;
	/** Resolves when n8n has called the engine for all items; only then it takes a rejection. */
	allCalled: Promise<void>;
}

type RunOperation = Pick<OcrOperation, 'baseUrl' | 'requestsPerSecond'>;

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
	const queue = newQueue(context, operation.requestsPerSecond);
	let baseUrl: Promise<string> | undefined;
	const items = itemsOf(context);
	const batchInterval = Number(
		context.getNodeParameter('requestOptions.batching.batch.batchInterval', 0),
	);
	let allAreCalled = () => {};
	const run = {
		queue,
		baseUrl: async () => await (baseUrl ??= operation.baseUrl.call(context)),
		allCalled: new Promise<void>((resolve) => (allAreCalled = resolve)),
		last: -1,
		called(item: number) {
			run.last = item;
			if (item + 1 >= items) allAreCalled();
			else void expectNext(item);
		},
	};

	/**
	 * n8n calls the items of a batch in one go, and the next batch after the interval. A call that is
	 * missing then means that a parameter could not be read, and that the node has failed.
	 */
	async function expectNext(item: number): Promise<void> {
		// From here on n8n's own wait has begun, so that it ends first.
		await Promise.resolve();
		if (batchInterval > 0) await sleep(batchInterval);
		if (run.last !== item) return;
		allAreCalled();
		if (context.continueOnFail()) return;
		queue.close('Not sent, because the parameters of a later item are not valid');
	}

	return run;
}

function itemsOf(context: IExecuteSingleFunctions): number {
	const { node, data } = context.getExecuteData();
	// As the tool of an agent, the node is called for one item, with the agent's IExecuteData.
	if (context.getNode().executeOnce || node.name !== context.getNode().name) return 1;
	return data.main?.[0]?.length ?? 0;
}

function newQueue(context: IExecuteSingleFunctions, documentedRate?: number): RequestQueue {
	const option = (name: string) => Number(context.getNodeParameter(`options.${name}`, 0));
	const places = Math.floor(option('maxConcurrent')) || MAX_CONCURRENT;
	const fastest = option('requestsPerSecond') || Infinity;
	const rate = Math.min(documentedRate ?? Infinity, fastest);
	const queue = new RequestQueue(Math.max(1, places), rate, fastest);
	const signal = context.getExecutionCancelSignal();
	const cancel = () => queue.close('Not sent, because the execution was canceled');
	if (signal?.aborted) cancel();
	signal?.addEventListener('abort', cancel, { once: true });
	return queue;
}
