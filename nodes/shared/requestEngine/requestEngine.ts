import type {
	DeclarativeRestApiSettings,
	IExecutePaginationFunctions,
	INodeExecutionData,
} from 'n8n-workflow';

import type { FailureKind } from './failure';
import { nodeError } from './nodeError';
import { nodeRun } from './nodeRun';
import { onlyTo } from './onlyTo';
import type { OcrAnswer, OcrError, OcrOperation, OcrRequest } from './ocrOperation';
import { sendRequest } from './sendRequest';
import { toFailure } from './toFailure';

/** What would befall the next item too; `throttled` and `signIn` when further tries did not help. */
const ENDS_RUN: FailureKind[] = ['run', 'signIn', 'throttled'];

type Outcome = OcrAnswer | OcrError;

const isAnswer = (outcome: Outcome): outcome is OcrAnswer => 'body' in outcome;
const isError = (outcome: Outcome): outcome is OcrError => 'failure' in outcome;

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
		const { queue, baseUrl, allCalled } = nodeRun(this, operation);
		const pairedItem = { item: this.getItemIndex() };
		const goesOn = this.continueOnFail();

		const fail = (error: unknown, page?: number): OcrError => {
			const failure = toFailure(error);
			if (ENDS_RUN.includes(failure.kind) || !goesOn) {
				queue.close(`Not sent, because an earlier request failed: ${failure.message}`);
			}
			return { failure, page };
		};

		// It fails while the request still has its place, so that no other one begins before.
		const send = async ({ build, page }: OcrRequest): Promise<Outcome> =>
			await sendRequest(this, routing, build, queue).then(
				(body) => ({ body, page }),
				(error) => fail(error, page),
			);

		let furtherPages: Array<Promise<Outcome>> = [];
		const firstPage = await queue
			.run(async () => {
				const options = { ...routing.options, ...onlyTo(await baseUrl()) };
				const [first, ...further] = await operation.requests.call(this, options);
				const sent = send(first);
				furtherPages = further.map(
					async (request) =>
						await queue
							.run(async () => await send(request), { first: true })
							.catch((error) => fail(error, request.page)),
				);
				return await sent;
			})
			.catch((error) => fail(error));
		const outcomes = [firstPage, ...(await Promise.all(furtherPages))];

		const answers = outcomes.filter(isAnswer);
		const errors = outcomes.filter(isError);
		let items: INodeExecutionData[] = [];
		try {
			if (answers.length) items = await operation.items.call(this, answers);
		} catch (error) {
			errors.push(fail(error));
		}
		if (errors.length && !goesOn) {
			// An item that was not sent gives nothing, so that n8n shows the error of the one that failed.
			const own = errors.find(({ failure }) => failure.kind !== 'unsent');
			if (!own) return [];
			await allCalled;
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
