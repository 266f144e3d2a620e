import type {
	DeclarativeRestApiSettings,
	IExecutePaginationFunctions,
	INodeExecutionData,
} from 'n8n-workflow';

import { documentsOf } from '../input/source';
import { errorItem } from './errors/errorItem';
import { Failure } from './errors/failure';
import { nodeError } from './errors/nodeError';
import type { OcrError, OcrOperation } from './ocrOperation';
import { readDocument } from './readDocument';
import { runState, type RunState } from './run/runState';

/** So many tickets fit into an error. */
const MOST_TICKETS = 20;

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
			throw nodeError(this, withTickets(own, run));
		}
		const items = outcomes.flatMap(({ rows, errors: own }) =>
			rows.concat(own.map((error) => errorItem(this, error))),
		);
		const pairedItem = { item: this.getItemIndex() };
		for (const item of items) item.pairedItem = pairedItem;
		return items;
	};

/** An error that also has the tickets of other items, whose results it gives up. */
function withTickets(error: OcrError, { tickets }: RunState): OcrError {
	if (tickets.size === 0) return error;
	const { kind, message, details } = error.failure;
	const all = [...tickets].slice(0, MOST_TICKETS).join(', ');
	const rest = tickets.size > MOST_TICKETS ? ` and ${tickets.size - MOST_TICKETS} more` : '';
	const sentence = `Other items were accepted, too, and their results can still be fetched: ${all}${rest}.`;
	return { ...error, failure: new Failure(kind, `${message} ${sentence}`, details) };
}
