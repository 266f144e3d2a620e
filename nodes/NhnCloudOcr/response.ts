import type {
	IDataObject,
	IExecuteSingleFunctions,
	IN8nHttpFullResponse,
	INodeExecutionData,
} from 'n8n-workflow';

import type { Operation } from '../shared/description/operation';
import { Failure } from '../shared/engine/errors/failure';
import { unexpectedShape } from '../shared/engine/errors/unexpectedShape';
import { documentError, knownError } from './errors';
import type { DocumentEntry } from './output/documents/documentEntry';
import type { Header } from './output/resultHeader';
import { checkHeader, failureOf, headerOf, NOT_KNOWN } from './output/resultHeader';
import { hasText, isEmpty } from './output/text';

/** An empty list means the same as this error. */
const NO_TEXT: Header = {
	isSuccessful: false,
	resultCode: '4000501',
	resultMessage: 'No text is found.',
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
		return [{ json: { ...body, [REQUEST_KEY]: requestKey } }];
	};

/**
 * The failure of a response whose document is empty: the same as that of a file without one. What is
 * encrypted shows only when it is decrypted whether it is empty.
 */
export function noDocument(
	context: IExecuteSingleFunctions,
	{ noneFound = '-1' }: DocumentEntry,
): Failure {
	const [kind, message] =
		documentError(noneFound, context.getNodeParameter('authentication')) ?? NOT_KNOWN;
	return new Failure(kind, message, { code: noneFound, response: {} });
}
