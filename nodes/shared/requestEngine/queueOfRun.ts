import type { IExecuteData, IExecuteSingleFunctions } from 'n8n-workflow';

import { RequestQueue } from './requestQueue';

/** All items of a run share one IExecuteData; n8n's Retry On Fail runs it again. */
const runs = new WeakMap<IExecuteData, { queue: RequestQueue; lastItem: number }>();

/** The queue of the node execution that an item belongs to. */
export function queueOfRun(context: IExecuteSingleFunctions): RequestQueue {
	const executeData = context.getExecuteData();
	const item = context.getItemIndex();
	const known = runs.get(executeData);
	// Items come in order: one that is not after the last one begins a new try of the node.
	if (known && item > known.lastItem) {
		known.lastItem = item;
		return known.queue;
	}

	const run = { queue: newQueue(context), lastItem: item };
	runs.set(executeData, run);
	// n8n calls all items in one go, before any of this. A call that is missing means that a
	// parameter could not be read and the node has failed.
	void Promise.resolve().then(() => {
		if (run.lastItem + 1 < itemsToCome(context) && !context.continueOnFail()) {
			run.queue.close('Not sent, because the parameters of a later item are not valid');
		}
	});
	return run.queue;
}

function newQueue(context: IExecuteSingleFunctions): RequestQueue {
	const places = Number(context.getNodeParameter('options.maxConcurrent', 5));
	const queue = new RequestQueue(Math.max(1, Math.floor(places) || 1));
	const signal = context.getExecutionCancelSignal();
	const cancel = () => queue.close('Not sent, because the execution was canceled');
	if (signal?.aborted) cancel();
	signal?.addEventListener('abort', cancel, { once: true });
	return queue;
}

/** How many items n8n calls in one go; 0 when it waits in between (Request Options > Batching). */
function itemsToCome(context: IExecuteSingleFunctions): number {
	const wait = context.getNodeParameter('requestOptions.batching.batch.batchInterval', 0);
	if (Number(wait) > 0) return 0;
	if (context.getNode().executeOnce) return 1;
	return context.getExecuteData().data.main?.[0]?.length ?? 0;
}
