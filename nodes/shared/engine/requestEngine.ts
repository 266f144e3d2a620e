import type {
	DeclarativeRestApiSettings,
	IExecutePaginationFunctions,
	INodeExecutionData,
} from 'n8n-workflow';

import { documentsOf } from '../input/source';
import { errorItem } from './errors/errorItem';
import { nodeError } from './errors/nodeError';
import type { OcrOperation } from './ocrOperation';
import { readDocument } from './readDocument';
import { runState } from './run/runState';

/** n8n passes an item's rows on as the arguments of a call, and JavaScript accepts some 125,000. */
const MOST_ROWS = 100_000;

/**
 * The function that n8n calls once per item (`requestOperations.pagination`): it queues the item's
 * requests, sends them, resends those that may be resent, and returns items that are paired with
 * their input item. The operation's `postReceive` throws a `Failure` when the provider reports one.
 */
export const requestEngine = (operation: OcrOperation) =>
	async function (
		this: IExecutePaginationFunctions,
		routing: DeclarativeRestApiSettings.ResultOptions,
	): Promise<INodeExecutionData[]> {
		const run = runState(this, operation);
		const documents = documentsOf(this);
		const mostRows = Math.floor(MOST_ROWS / documents.length);
		const outcomes = await Promise.all(
			documents.map(
				async (document) => await readDocument(document, operation, routing, run, mostRows),
			),
		);
		const errors = outcomes.flatMap((outcome) => outcome.errors);
		if (errors.length > 0 && !this.continueOnFail()) {
			// An item that was not sent returns nothing, so that n8n shows the error of the one that failed.
			const own = errors.find(({ failure }) => failure.kind !== 'notSent');
			if (!own) return [];
			await run.calls.allCalled;
			throw nodeError(this, own);
		}
		const items = outcomes.flatMap(({ rows, errors: own }) =>
			rows.concat(own.map((error) => errorItem(this, error))),
		);
		const pairedItem = { item: this.getItemIndex() };
		for (const item of items) item.pairedItem = pairedItem;
		return items;
	};
