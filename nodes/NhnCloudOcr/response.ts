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
import { isObject, plainText } from '../shared/output/values';
import { knownError } from './errors';
import { hasText, isEmpty } from './output';

/** The part of every answer that says how it went. */
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

/** NHN Cloud documents HTTP status 200 for everything; a gateway on the way may know better. */
const REFUSED: Header = {
	isSuccessful: false,
	resultCode: '401',
	resultMessage: 'HTTP status 401',
};

/**
 * Lets an answer with text pass; NHN Cloud reports errors with HTTP status 200. For the output "raw"
 * an answer that cannot be read passes, too.
 *
 * @throws Failure with the sentence of the result code, or of the HTTP status
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

	const { resultCode, resultMessage } = header.isSuccessful ? NO_TEXT : header;
	const said = {
		answer: { resultCode, resultMessage },
		description: `NHN Cloud says: ${resultMessage}`,
	};
	const known = knownError(resultCode, this.getNodeParameter('operation'));
	if (!known && response.statusCode >= 300) throw statusFailure(response, said);
	const [kind, sentence] = known ?? (['rejected', 'NHN Cloud refused the request'] as const);
	throw new Failure(kind, `${sentence} (${resultCode})`, {
		body,
		...said,
		retryAfter: retryAfter(response.headers),
	});
}

/**
 * The header of an answer; the API guide has a boolean, an integer and a text in it.
 *
 * @throws Failure when the answer is not one of the provider
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
