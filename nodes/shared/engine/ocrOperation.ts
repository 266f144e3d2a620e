import type {
	DeclarativeRestApiSettings,
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteSingleFunctions,
	IN8nHttpFullResponse,
	INodeExecutionData,
} from 'n8n-workflow';

import type { ImageName } from '../input/parameters';
import type { Image } from '../input/readImage';
import type { Source } from '../input/source';
import type { Failure } from './errors/failure';

export type HttpRequest = DeclarativeRestApiSettings.HttpRequestOptions;

/** Which page of a document a request or a response is about, if it is sent page by page. */
interface PageOf {
	page?: number;
	/** How many pages the document has; null if that is not known. */
	pages?: number | null;
}

/** One request of an item. */
export interface OcrRequest extends PageOf {
	/**
	 * Builds the request when it is its turn, again for each attempt.
	 *
	 * @param onBodyRead to be called when a body that is a stream has been read to its end
	 */
	build: (onBodyRead: () => void) => HttpRequest | Promise<HttpRequest>;
	/**
	 * Reads a response that `checkResponse` let pass, for a provider that encrypts its responses. What
	 * it returns is what items are made of, and what Reuse Answers remembers.
	 *
	 * @throws Failure when the response cannot be read
	 */
	open?: (body: IDataObject) => IDataObject;
	/** Whether the page has text that needs no OCR, so that nothing is sent for it. */
	hasText?: () => Promise<boolean>;
	content: RequestContent;
}

/** What the response to a request depends on, beside the settings of its item's `HttpRequest`. */
export interface RequestContent {
	/** What the operation adds to these settings, such as a page. */
	parameters?: IDataObject;
	images: Partial<Record<ImageName, Image>>;
}

/** The provider's unchanged response to a request. */
export interface OcrResponse extends PageOf {
	/** Empty if nothing was sent. */
	body: IDataObject;
	/** The outcome of the request's `hasText`, if it has one. */
	hasText?: boolean;
	/** Whether nothing was sent for it; undefined without the option Reuse Answers. */
	reused?: boolean;
}

/** Why a request has no result. */
export interface OcrError {
	failure: Failure;
	source?: Source;
	page?: number;
}

/** The endpoint of an operation's requests, and the account that is billed. */
export interface Account {
	/** The base URL: an expression in `requestDefaults` would be evaluated twice per item. */
	endpoint: string;
	/** Identifies the account at this endpoint, for example its public key. */
	id: string;
	/** All that signs the requests in. Only a hash of it is kept. */
	credential: ICredentialDataDecryptedObject;
}

/** What the engine needs to know about an operation. */
export interface OcrOperation {
	/** Called once per node execution. */
	account(this: IExecuteSingleFunctions): Promise<Account>;
	/** The documented limit of an account; the option Requests per Second replaces it. */
	requestsPerSecond?: number;
	/**
	 * The requests of an item, at least one. Reads the image, so it is called when the item has a
	 * slot.
	 *
	 * @param ended aborted when nothing more is sent, for a download of the operation's own
	 */
	requests(
		this: IExecuteSingleFunctions,
		options: HttpRequest,
		ended: AbortSignal,
	): Promise<OcrRequest[]>;
	/**
	 * Sees every response, whatever its HTTP status, and throws a `Failure` for one that is an error.
	 */
	checkResponse: (
		this: IExecuteSingleFunctions,
		items: INodeExecutionData[],
		response: IN8nHttpFullResponse,
	) => Promise<INodeExecutionData[]>;
	/** The items for the responses of an item, at least one. */
	items(
		this: IExecuteSingleFunctions,
		responses: OcrResponse[],
	): INodeExecutionData[] | Promise<INodeExecutionData[]>;
}
