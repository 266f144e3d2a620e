import type {
	DeclarativeRestApiSettings,
	IExecutePaginationFunctions,
	INodeExecutionData,
} from 'n8n-workflow';

import { Failure } from './errors/failure';
import { nodeError } from './errors/nodeError';
import { toFailure } from './errors/toFailure';
import type { OcrError, OcrOperation, OcrResponse } from './ocrOperation';
import { runState } from './run/runState';
import { sendDocument } from './sendDocument';

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
		const { responses, errors } = await sendDocument(this, operation, routing, run);
		let items: INodeExecutionData[] = [];
		try {
			if (responses.length > 0) items = await itemsOf(this, operation, responses);
		} catch (error) {
			const failure = toFailure(error);
			run.onFailure(failure);
			errors.push({ failure });
		}
		if (errors.length > 0 && !this.continueOnFail()) {
			// An item that was not sent returns nothing, so that n8n shows the error of the one that failed.
			const own = errors.find(({ failure }) => failure.kind !== 'notSent');
			if (!own) return [];
			await run.calls.allCalled;
			throw nodeError(this, own);
		}
		const pairedItem = { item: this.getItemIndex() };
		return [...items, ...errors.map((error) => errorItem(this, error))].map((item) => ({
			...item,
			pairedItem,
		}));
	};

async function itemsOf(
	context: IExecutePaginationFunctions,
	operation: OcrOperation,
	responses: OcrResponse[],
): Promise<INodeExecutionData[]> {
	const items = await operation.items.call(context, responses);
	if (items.length <= MOST_ROWS) return items;
	throw new Failure(
		'rejected',
		`The document has ${items.length.toLocaleString('en')} rows, but n8n accepts at most ${MOST_ROWS.toLocaleString('en')} per item. Set Output to Lines or Full Text, or read fewer pages at a time.`,
	);
}

function errorItem(context: IExecutePaginationFunctions, outcome: OcrError): INodeExecutionData {
	const error = nodeError(context, outcome);
	return { json: { error: error.message }, error };
}
