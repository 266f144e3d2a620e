import type {
	DeclarativeRestApiSettings,
	IDataObject,
	IExecuteSingleFunctions,
	INodeExecutionData,
} from 'n8n-workflow';

import type { Failure } from './failure';

export type HttpRequest = DeclarativeRestApiSettings.HttpRequestOptions;

/** One request of an item; `page` when the item is a document that is sent page by page. */
export interface OcrRequest {
	/**
	 * Makes the request when it is its turn, anew for each try.
	 *
	 * @param sent to be called when a body that is a stream has been read to its end
	 */
	build: (sent: () => void) => HttpRequest | Promise<HttpRequest>;
	page?: number;
}

/** What the provider answered to a request, untouched. */
export interface OcrAnswer {
	body: IDataObject;
	page?: number;
}

/** Why a request got no answer. */
export interface OcrError {
	failure: Failure;
	page?: number;
}

/** What the engine is told of an operation. */
export interface OcrOperation {
	/**
	 * Where its requests go, asked for once a run: an expression in `requestDefaults` would be
	 * evaluated twice for each item, which costs more than the rest of a request.
	 */
	baseUrl(this: IExecuteSingleFunctions): Promise<string>;
	/** The documented limit, which the queue begins with. */
	requestsPerSecond?: number;
	/** The requests of an item, at least one. Called when the item has its place: reads the image. */
	requests(this: IExecuteSingleFunctions, options: HttpRequest): Promise<OcrRequest[]>;
	/** The items of an item's answers, at least one. */
	items(
		this: IExecuteSingleFunctions,
		answers: OcrAnswer[],
	): INodeExecutionData[] | Promise<INodeExecutionData[]>;
}
