import type {
	DeclarativeRestApiSettings,
	IDataObject,
	IExecutePaginationFunctions,
	IExecuteSingleFunctions,
	INodeExecutionData,
} from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import type { Failure } from './failure';
import { nodeError } from './nodeError';
import { nodeRun } from './nodeRun';
import { retryDelay } from './retryDelay';
import { toFailure } from './toFailure';

type RoutingRequest = DeclarativeRestApiSettings.ResultOptions;
type HttpRequest = DeclarativeRestApiSettings.HttpRequestOptions;

/** One request of an item; `page` when the item is a document that is sent page by page. */
export interface OcrRequest {
	options: HttpRequest;
	page?: number;
}

/** What the provider answered to a request, untouched. */
export interface OcrAnswer {
	body: IDataObject;
	page?: number;
}

/** What the engine is told of an operation. */
export interface OcrOperation {
	/** The requests of an item, at least one. Called when the item has its place: reads the image. */
	requests(this: IExecuteSingleFunctions, options: HttpRequest): Promise<OcrRequest[]>;
	/** The items of an item's answers, at least one. */
	items(this: IExecuteSingleFunctions, answers: OcrAnswer[]): INodeExecutionData[];
}

/** Why a request got no answer. */
export interface OcrError {
	failure: Failure;
	page?: number;
}

const isAnswer = (outcome: OcrAnswer | OcrError): outcome is OcrAnswer => 'body' in outcome;
const isError = (outcome: OcrAnswer | OcrError): outcome is OcrError => 'failure' in outcome;

/**
 * The function n8n calls once for each item (`requestOperations.pagination`): it queues the item's
 * requests, sends them, sends again what may be sent again, and gives items that are paired with
 * their input item. The operation's `postReceive` throws a `Failure` when the provider reports one.
 */
export const requestEngine = (operation: OcrOperation) =>
	async function (
		this: IExecutePaginationFunctions,
		routing: RoutingRequest,
	): Promise<INodeExecutionData[]> {
		const { queue, allCalled } = nodeRun(this);
		const pairedItem = { item: this.getItemIndex() };
		const goesOn = this.continueOnFail();

		const fail = (error: unknown, page?: number): OcrError => {
			const failure = toFailure(error);
			if (failure.kind === 'run' || !goesOn) {
				queue.close(`Not sent, because an earlier request failed: ${failure.message}`);
			}
			return { failure, page };
		};

		const send = async ({ options, page }: OcrRequest): Promise<OcrAnswer | OcrError> => {
			for (let attempt = 1; ; attempt++) {
				try {
					await queue.ready();
					// A copy, because signing writes into it.
					const request = { ...routing, options: { ...options, headers: { ...options.headers } } };
					const [{ json: body }] = await this.makeRoutingRequest.call(this as never, request);
					return { body, page };
				} catch (error) {
					const failure = toFailure(error);
					if (failure.kind === 'noText' && !this.getNodeParameter('options.failOnNoText', false)) {
						return { body: failure.details.body as IDataObject, page };
					}
					const delay = retryDelay(failure, attempt);
					if (delay === undefined) return fail(failure, page);
					if (failure.kind === 'throttled') queue.pause(delay);
					else await sleep(delay);
				}
			}
		};

		let furtherPages: Array<Promise<OcrAnswer | OcrError>> = [];
		const firstPage = await queue
			.run(async () => {
				const [first, ...further] = await operation.requests.call(this, routing.options);
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

		const errors = outcomes.filter(isError);
		if (errors.length && !goesOn) {
			// An item that was not sent gives nothing, so that n8n shows the error of the one that failed.
			const own = errors.find(({ failure }) => failure.kind !== 'unsent');
			if (!own) return [];
			await allCalled;
			throw nodeError(this, own);
		}
		const answers = outcomes.filter(isAnswer);
		return [
			...(answers.length ? operation.items.call(this, answers) : []).map((item) => ({
				...item,
				pairedItem,
			})),
			...errors.map((outcome) => {
				const error = nodeError(this, outcome);
				return { json: { error: error.message }, error, pairedItem };
			}),
		];
	};
