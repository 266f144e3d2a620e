import type {
	DeclarativeRestApiSettings,
	IExecutePaginationFunctions,
	INodeExecutionData,
} from 'n8n-workflow';

import { Failure } from './errors/failure';
import { nodeError } from './errors/nodeError';
import { nodeRun, unsent } from './run/runState';
import type { OcrResponse, OcrError, OcrOperation, OcrRequest } from './ocrOperation';
import { onlyTo } from './onlyTo';
import { RETRY_POLICY } from './retry/retryPolicy';
import { sendRequest } from './sendRequest';
import { toFailure } from './errors/toFailure';

type Outcome = OcrResponse | OcrError;

const isAnswer = (outcome?: Outcome): outcome is OcrResponse => !!outcome && 'body' in outcome;
const isError = (outcome?: Outcome): outcome is OcrError => !!outcome && 'failure' in outcome;

/** n8n hands an item's rows on as the arguments of a call, of which JavaScript takes some 125,000. */
const MOST_ROWS = 100_000;

/**
 * The function n8n calls once for each item (`requestOperations.pagination`): it queues the item's
 * requests, sends them, sends again what may be sent again, and gives items that are paired with
 * their input item. The operation's `postReceive` throws a `Failure` when the provider reports one.
 */
export const requestEngine = (operation: OcrOperation) =>
	async function (
		this: IExecutePaginationFunctions,
		routing: DeclarativeRestApiSettings.ResultOptions,
	): Promise<INodeExecutionData[]> {
		const run = nodeRun(this, operation);
		const { queue } = run;
		const pairedItem = { item: this.getItemIndex() };
		const continueOnFail = this.continueOnFail();
		/** The first page that the document does not have. */
		let missingPage = Infinity;

		const fail = (error: unknown, page?: number): OcrError => {
			const failure = toFailure(error);
			const { kind, message, details } = failure;
			const endsRun =
				RETRY_POLICY[kind].fails === 'run' || (kind === 'forbidden' && run.isForbidden);
			const reason = unsent(`an earlier request failed: ${message}`);
			if (!continueOnFail) queue.abort(reason);
			else if (endsRun) queue.close(reason);
			if (kind === 'forbidden') run.isForbidden = true;
			else if (details.answer) run.isForbidden = false;
			if (details.endsDocument && page !== undefined) missingPage = Math.min(missingPage, page);
			return { failure, page };
		};

		// Record the failure before the place is free, so that no other request starts in between.
		const send = async (
			{ build, page }: OcrRequest,
			limiter: Parameters<typeof sendRequest>[0]['limiter'],
		): Promise<Outcome> => {
			try {
				const body = await sendRequest({ context: this, routing, queue, limiter }, build);
				run.isForbidden = false;
				return { body, page };
			} catch (error) {
				return fail(error, page);
			}
		};

		let furtherPages: Array<Promise<Outcome | undefined>> = [];
		const firstPage = await queue
			.run(async () => {
				const { endpoint, limiter } = await run.account();
				const options = { ...routing.options, ...onlyTo(endpoint) };
				const [first, ...further] = await operation.requests.call(this, options);
				const sent = send(first, limiter);
				furtherPages = further.map(
					async (request) =>
						await queue
							.run(
								async () =>
									Number(request.page) < missingPage ? await send(request, limiter) : undefined,
								{ first: true },
							)
							.catch((error) => fail(error, request.page)),
				);
				return await sent;
			})
			.catch((error) => fail(error));
		const outcomes = [firstPage, ...(await Promise.all(furtherPages))];

		const answers = outcomes.filter(isAnswer);
		// One error tells that the document ends.
		const errors = outcomes.filter(isError).filter(({ page = 0 }) => page <= missingPage);
		let items: INodeExecutionData[] = [];
		try {
			if (answers.length) items = await operation.items.call(this, answers);
			checkRows(items.length);
		} catch (error) {
			items = [];
			errors.push(fail(error));
		}
		if (errors.length && !continueOnFail) {
			// An item that was not sent gives nothing, so that n8n shows the error of the one that failed.
			const own = errors.find(({ failure }) => failure.kind !== 'notSent');
			if (!own) return [];
			await run.allCalled;
			throw nodeError(this, own);
		}
		return [
			...items.map((item) => ({ ...item, pairedItem })),
			...errors.map((outcome) => {
				const error = nodeError(this, outcome);
				return { json: { error: error.message }, error, pairedItem };
			}),
		];
	};

function checkRows(rows: number): void {
	if (rows <= MOST_ROWS) return;
	throw new Failure(
		'rejected',
		`The document has ${rows.toLocaleString('en')} rows, but n8n takes at most ${MOST_ROWS.toLocaleString('en')} of an item. Set Output to Lines or Full Text, or read fewer pages at a time`,
	);
}
