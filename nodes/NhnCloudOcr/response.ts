import type {
	IDataObject,
	IExecuteSingleFunctions,
	IN8nHttpFullResponse,
	INodeExecutionData,
} from 'n8n-workflow';

import { Failure } from '../shared/requestEngine/failure';
import { foreignAnswer } from '../shared/requestEngine/foreignAnswer';
import { retryAfter } from '../shared/requestEngine/retryAfter';
import { statusFailure } from '../shared/requestEngine/statusFailure';
import { knownError } from './errors';
import { hasText } from './recognition';

/** The part of every answer that says how it went, as the API guide has it. */
interface Header {
	isSuccessful?: boolean;
	/** 0 for success. */
	resultCode?: number;
	resultMessage?: string;
}

/** An empty list means the same as this error. */
const NO_TEXT: Header = { resultCode: 4000501, resultMessage: 'No text is found.' };

/** NHN Cloud documents HTTP status 200 for everything; a gateway on the way may know better. */
const REFUSED: Header = { resultCode: 401, resultMessage: 'HTTP status 401' };

/**
 * Lets an answer with text pass; NHN Cloud reports errors with HTTP status 200.
 *
 * @throws Failure with the sentence of the result code, or of the HTTP status
 */
export async function checkResponse(
	this: IExecuteSingleFunctions,
	items: INodeExecutionData[],
	response: IN8nHttpFullResponse,
): Promise<INodeExecutionData[]> {
	const body = response.body as IDataObject & { header?: Header };
	const header = headerOf(response);
	if (header.isSuccessful && hasText(body)) return items;

	const { resultCode = -1, resultMessage = '' } = header.isSuccessful ? NO_TEXT : header;
	const said = {
		answer: { resultCode, resultMessage },
		description: `NHN Cloud says: ${resultMessage}`,
	};
	const known = knownError(String(resultCode));
	if (!known && response.statusCode >= 300) throw statusFailure(response, said);
	const [kind, sentence] = known ?? (['item', 'NHN Cloud refused the request'] as const);
	const hasToken = this.getNodeParameter('authentication') === 'userAccessKey';
	throw new Failure(kind === 'signIn' && !hasToken ? 'run' : kind, `${sentence} (${resultCode})`, {
		body,
		...said,
		retryAfter: retryAfter(response.headers as IDataObject),
	});
}

/** @throws Failure when the answer is not one of the provider */
function headerOf(response: IN8nHttpFullResponse): Header {
	const { body, statusCode } = response;
	const { header } = (body ?? {}) as { header?: Header };
	if (typeof header === 'object' && header !== null) return header;
	if (statusCode === 401) return REFUSED;
	throw foreignAnswer(response, 'NHN Cloud OCR');
}
