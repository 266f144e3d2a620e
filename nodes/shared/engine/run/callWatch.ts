import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

/**
 * Watches n8n call the engine for one item after the other. n8n calls it for the items of a batch
 * in one go, and for the next batch after an interval. If a call is missing then, n8n could not
 * evaluate the parameters of an item, and the node has failed.
 */
export class CallWatch {
	/**
	 * Resolves when n8n has called the engine for all items, or calls it no more. Only then does n8n
	 * accept a rejection.
	 */
	readonly allCalled: Promise<void>;
	/** The last item that was called; -1 before the first. */
	last = -1;
	private endWatch = () => {};
	private isWatching = false;
	private readonly items: number;
	private readonly batch: { size: number; interval: number };

	/** @param onMissingCall called when the call for an item is missing */
	constructor(
		context: IExecuteSingleFunctions,
		private readonly onMissingCall: () => void,
	) {
		this.allCalled = new Promise((resolve) => (this.endWatch = resolve));
		this.items = numberOfItems(context);
		this.batch = batchOf(context);
	}

	called(item: number): void {
		this.last = item;
		if (this.last + 1 >= this.items) this.endWatch();
		else if (!this.isWatching) void this.watch();
	}

	private async watch(): Promise<void> {
		this.isWatching = true;
		const { size, interval } = this.batch;
		for (;;) {
			// After this, n8n's own wait has begun, so it ends before the wait below.
			await Promise.resolve();
			const { last } = this;
			if (last + 1 >= this.items) return;
			const isWholeBatch = interval > 0 && (last + 1) % size === 0;
			if (isWholeBatch) await sleep(interval);
			if (this.last === last) break;
		}
		this.endWatch();
		this.onMissingCall();
	}
}

function numberOfItems(context: IExecuteSingleFunctions): number {
	const { node, data } = context.getExecuteData();
	// As a tool, the node is called for one item, with the agent's IExecuteData.
	if (context.getNode().executeOnce || node.name !== context.getNode().name) return 1;
	return data.main?.[0]?.length ?? 0;
}

function batchOf(context: IExecuteSingleFunctions) {
	const batching = (name: string) =>
		Number(context.getNodeParameter(`requestOptions.batching.batch.${name}`, 0));
	return { size: Math.max(1, batching('batchSize')), interval: batching('batchInterval') };
}
