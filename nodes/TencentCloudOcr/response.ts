import type {
	IDataObject,
	IExecuteSingleFunctions,
	IN8nHttpFullResponse,
	INodeExecutionData,
} from 'n8n-workflow';

import type { Operation } from '../shared/description/operation';
import { Failure } from '../shared/engine/errors/failure';
import { foreignResponse } from '../shared/engine/errors/foreignResponse';
import { retryAfter } from '../shared/engine/retry/retryAfter';
import { statusFailure } from '../shared/engine/errors/statusFailure';
import { unexpectedShape } from '../shared/engine/errors/unexpectedShape';
import { providerWords } from '../shared/engine/errors/providerWords';
import { isObject, plainText } from '../shared/output/values';
import { documentError, knownError, NO_SUCH_PAGE } from './errors';
import type { DocumentAction } from './output/records/documentEntry';
import { hasText, isEmpty } from './output/text';
import { isShaped } from './output/records/isShaped';

/** An empty list means the same as this error. */
const NO_TEXT = { Code: 'FailedOperation.ImageNoText', Message: 'No text is detected.' };

/**
 * Lets a response with text pass; Tencent Cloud reports errors with HTTP status 200. With Output set
 * to Raw, a response of an unknown structure passes as well.
 *
 * @throws Failure with the message for the error code, or for the HTTP status
 */
export async function checkResponse(
	this: IExecuteSingleFunctions,
	items: INodeExecutionData[],
	response: IN8nHttpFullResponse,
): Promise<INodeExecutionData[]> {
	const said = saidIn(response);
	if (hasText(said)) return items;
	if (!isEmpty(said)) {
		if (this.getNodeParameter('output') === 'raw') return items;
		throw unexpectedShape(response, 'Tencent Cloud');
	}
	throw failureOf(NO_TEXT, said, response);
}

/** Lets a response of an action on documents pass; one of an unknown structure only to Output Raw. */
export const checkRecords = (action: DocumentAction): Operation['checkResponse'] =>
	async function (items, response) {
		// A page without text has no field, no table and no invoice.
		const said = saidIn(response, action.shape === 'fields' ? documentError : knownError);
		if (this.getNodeParameter('output') === 'raw') return items;
		if (!isShaped(said, action)) throw unexpectedShape(response, 'Tencent Cloud');
		return items;
	};

/**
 * What Tencent Cloud says in a response without an error: the object `Response`.
 *
 * @param errorOf what an error code means
 * @throws Failure with the message for the error code, or for the HTTP status
 */
export function saidIn(response: IN8nHttpFullResponse, errorOf = knownError): IDataObject {
	const said = isObject(response.body) ? response.body.Response : undefined;
	const error = isObject(said) ? said.Error : undefined;
	if (!error && response.statusCode >= 300) throw statusFailure(response);
	if (!isObject(said)) throw foreignResponse(response, 'Tencent Cloud');
	if (error) throw failureOf(error, said, response, errorOf);
	return said;
}

function failureOf(
	error: unknown,
	said: IDataObject,
	response: IN8nHttpFullResponse,
	errorOf = knownError,
): Failure {
	const RequestId = plainText(said.RequestId);
	const known: IDataObject = isObject(error) ? error : { Message: error as string };
	const Code = plainText(known.Code) || 'unknown code';
	const Message = plainText(known.Message);
	const [kind, message] = errorOf(Code);
	return new Failure(kind, message, {
		code: Code,
		body: response.body as IDataObject,
		response: { Code, Message, ...(RequestId && { RequestId }) },
		description: [providerWords('Tencent Cloud', Message), RequestId && `Request ID: ${RequestId}`]
			.filter(Boolean)
			.join(' '),
		retryAfter: retryAfter(response.headers),
		...(Code === NO_SUCH_PAGE && { endsDocument: true }),
	});
}
