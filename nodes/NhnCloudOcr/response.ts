import type {
	IDataObject,
	IExecuteSingleFunctions,
	IN8nHttpFullResponse,
	INodeExecutionData,
} from 'n8n-workflow';

import { Failure } from '../shared/engine/errors/failure';
import { foreignResponse } from '../shared/engine/errors/foreignResponse';
import { retryAfter } from '../shared/engine/retry/retryAfter';
import { statusFailure } from '../shared/engine/errors/statusFailure';
import { unexpectedShape } from '../shared/engine/errors/unexpectedShape';
import { providerWords } from '../shared/engine/errors/providerWords';
import { isObject, plainText } from '../shared/output/values';
import type { Operation } from '../shared/description/operation';
import type { KnownError } from '../shared/engine/errors/errorTable';
import { documentError, knownError } from './errors';
import type { DocumentEntry } from './output/documents/documentEntry';
import { hasText, isEmpty } from './output/text';

/** The part of every response that reports success or an error. */
interface Header {
	isSuccessful: boolean;
	/** '0' for success. */
	resultCode: string;
	resultMessage: string;
}

/** An empty list means the same as this error. */
const NO_TEXT: Header = {
	isSuccessful: false,
	resultCode: '4000501',
	resultMessage: 'No text is found.',
};

/** What a code means that is not documented. */
const NOT_KNOWN: KnownError = [
	'rejected',
	'NHN Cloud rejected the request. Check the image and the options.',
];

/** NHN Cloud documents HTTP status 200 for everything; a gateway in between may send another one. */
const REFUSED: Header = {
	isSuccessful: false,
	resultCode: '401',
	resultMessage: 'HTTP status 401',
};

/**
 * Lets a response with text pass; NHN Cloud reports errors with HTTP status 200. With Output set to
 * Raw, a response of an unknown structure passes as well.
 *
 * @throws Failure with the message for the result code, or for the HTTP status
 */
export async function checkResponse(
	this: IExecuteSingleFunctions,
	items: INodeExecutionData[],
	response: IN8nHttpFullResponse,
): Promise<INodeExecutionData[]> {
	const body = response.body as IDataObject;
	const header = headerOf(response);
	if (header.isSuccessful && hasText(body)) return items;
	if (header.isSuccessful && !isEmpty(body)) {
		if (this.getNodeParameter('output') === 'raw') return items;
		throw unexpectedShape(response, 'NHN Cloud OCR');
	}

	const said = header.isSuccessful ? NO_TEXT : header;
	const known = knownError(
		said.resultCode,
		this.getNodeParameter('operation'),
		this.getNodeParameter('authentication'),
	);
	throw failureOf(response, said, known);
}

/**
 * Lets a response with a document pass. With Output set to Raw, one of an unknown structure passes as
 * well. The header Request-Key becomes a property of the response, so that items and Raw have it.
 */
export const checkDocument = (entry: DocumentEntry): Operation['checkResponse'] =>
	async function (items, response) {
		checkHeader(this, response);
		const { 'request-key': requestKey } = response.headers;
		const body = response.body as IDataObject;
		const { hasDocument, REQUEST_KEY } = await import('./output/documents/documentRow');
		if (this.getNodeParameter('output') !== 'raw') {
			const has = hasDocument(body, entry);
			if (has === undefined) throw unexpectedShape(response, 'NHN Cloud OCR');
			if (!has) throw noDocument(this, entry);
		}
		if (!entry.hasRequestKey || requestKey === undefined) return items;
		return [{ json: { ...body, [REQUEST_KEY]: requestKey as string } }];
	};

/**
 * The failure of a response whose document is empty: the same as that of a file without one. What is
 * encrypted shows only when it is decrypted whether it is empty.
 */
export function noDocument(
	context: IExecuteSingleFunctions,
	{ noneFound = '-1' }: DocumentEntry,
): Failure {
	const [kind, message] = documentErrorIn(context, noneFound) ?? NOT_KNOWN;
	return new Failure(kind, message, { code: noneFound, response: {} });
}

/**
 * Lets a response pass that reports success.
 *
 * @throws Failure with the message for the result code of Document OCR, or for the HTTP status
 */
export function checkHeader(
	context: IExecuteSingleFunctions,
	response: IN8nHttpFullResponse,
): void {
	const header = headerOf(response);
	if (header.isSuccessful) return;
	throw failureOf(response, header, documentErrorIn(context, header.resultCode));
}

const documentErrorIn = (context: IExecuteSingleFunctions, code: string) =>
	documentError(code, context.getNodeParameter('authentication'));

/** The failure of a response that is an error. */
function failureOf(
	response: IN8nHttpFullResponse,
	{ resultCode, resultMessage }: Header,
	known: KnownError | undefined,
): Failure {
	const said = {
		response: { resultCode, resultMessage },
		description: providerWords('NHN Cloud', resultMessage),
	};
	if (!known && response.statusCode >= 300) return statusFailure(response, said);
	const [kind, message] = known ?? NOT_KNOWN;
	return new Failure(kind, message, {
		code: resultCode,
		body: response.body as IDataObject,
		...said,
		retryAfter: retryAfter(response.headers),
	});
}

/**
 * The header of a response. In the API guide it holds a boolean, an integer and a text.
 *
 * @throws Failure when the response does not come from the provider
 */
function headerOf(response: IN8nHttpFullResponse): Header {
	const { body, statusCode } = response;
	const header = isObject(body) ? body.header : undefined;
	if (isObject(header)) {
		const { isSuccessful, resultCode, resultMessage } = header;
		const code = plainText(resultCode).trim();
		return {
			isSuccessful: isTrue(isSuccessful ?? code === '0'),
			resultCode: code || '-1',
			resultMessage: plainText(resultMessage),
		};
	}
	if (statusCode === 401) return REFUSED;
	throw foreignResponse(response, 'NHN Cloud OCR');
}

const isTrue = (value: unknown) => plainText(value).trim().toLowerCase() === 'true';
