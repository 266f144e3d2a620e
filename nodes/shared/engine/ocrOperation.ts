import type {
	DeclarativeRestApiSettings,
	IDataObject,
	IExecuteSingleFunctions,
	INodeExecutionData,
} from 'n8n-workflow';

import type { Failure } from './errors/failure';

export type HttpRequest = DeclarativeRestApiSettings.HttpRequestOptions;

/** One request of an item; `page` when the item is a document that is sent page by page. */
export interface OcrRequest {
	/**
	 * Makes the request when it is its turn, anew for each try.
	 *
	 * @param onBodyRead to be called when a body that is a stream has been read to its end
	 */
	build: (onBodyRead: () => void) => HttpRequest | Promise<HttpRequest>;
	page?: number;
}

/** What the provider answered to a request, untouched. */
export interface OcrResponse {
	body: IDataObject;
	page?: number;
}

/** Why a request got no answer. */
export interface OcrError {
	failure: Failure;
	page?: number;
}

/** Where an operation's requests go, and who pays for them. */
export interface Account {
	/** The base URL: an expression in `requestDefaults` would be evaluated twice for each item. */
	endpoint: string;
	/** What tells the account from others at this endpoint, such as its public key. */
	id: string;
}

/** What the engine is told of an operation. */
export interface OcrOperation {
	/** Asked for once a node execution. */
	account(this: IExecuteSingleFunctions): Promise<Account>;
	/** The documented limit of an account; option Requests per Second takes its place. */
	requestsPerSecond?: number;
	/** The requests of an item, at least one. Called when the item has its place: reads the image. */
	requests(this: IExecuteSingleFunctions, options: HttpRequest): Promise<OcrRequest[]>;
	/** The items of an item's answers, at least one. */
	items(
		this: IExecuteSingleFunctions,
		answers: OcrResponse[],
	): INodeExecutionData[] | Promise<INodeExecutionData[]>;
}
