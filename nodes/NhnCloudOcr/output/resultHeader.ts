import type { IDataObject, IExecuteSingleFunctions, IN8nHttpFullResponse } from 'n8n-workflow';

import type { KnownError } from '../../shared/engine/errors/errorTable';
import { Failure } from '../../shared/engine/errors/failure';
import { foreignResponse } from '../../shared/engine/errors/foreignResponse';
import { providerWords } from '../../shared/engine/errors/providerWords';
import { statusFailure } from '../../shared/engine/errors/statusFailure';
import { retryAfter } from '../../shared/engine/retry/retryAfter';
import { isObject, plainText } from '../../shared/output/values';
import { documentError } from '../errors';

/** The part of every response that reports success or an error. */
export interface Header {
	isSuccessful: boolean;
	/** '0' for success. */
	resultCode: string;
	resultMessage: string;
}

/** What a code means that is not documented. */
export const NOT_KNOWN: KnownError = [
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
	const authentication = context.getNodeParameter('authentication');
	throw failureOf(response, header, documentError(header.resultCode, authentication));
}

/** The failure of a response that is an error. */
export function failureOf(
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
export function headerOf(response: IN8nHttpFullResponse): Header {
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
