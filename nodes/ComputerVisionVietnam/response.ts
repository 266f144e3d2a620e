import type {
	IExecuteSingleFunctions,
	IN8nHttpFullResponse,
	INodeExecutionData,
	JsonObject,
} from 'n8n-workflow';

import type { ErrorTable } from '../shared/engine/errors/errorTable';
import { Failure } from '../shared/engine/errors/failure';
import { foreignResponse } from '../shared/engine/errors/foreignResponse';
import { retryAfter } from '../shared/engine/retry/retryAfter';
import { statusFailure } from '../shared/engine/errors/statusFailure';
import { unexpectedShape } from '../shared/engine/errors/unexpectedShape';
import { providerWords } from '../shared/engine/errors/providerWords';
import type { ResponseBody } from './output/responseBody';
import { remarksOf, toCell } from './output/responseBody';
import { documentErrors, textErrors } from './errors';
import { hasText, isTextResponse } from './output/textPages';

const PROVIDER = 'Computer Vision Vietnam';

/** Lets a response with documents pass; one of an unknown structure only if Simplify is off. */
export async function checkDocument(
	this: IExecuteSingleFunctions,
	items: INodeExecutionData[],
	response: IN8nHttpFullResponse,
): Promise<INodeExecutionData[]> {
	checkCode(response, errorCode(response), documentErrors);
	if (!this.getNodeParameter('simplify')) return items;
	const body = response.body as ResponseBody;
	const { sidesOf } = await import('./output/documents/sides');
	const sides = sidesOf(body);
	if (!sides) throw unexpectedShape(response, PROVIDER, 'Turn off Simplify to see it.');
	if (sides.length === 0) throw noDocument(body);
	return items;
}

/** A response without a document means the same as error 1. */
function noDocument(body: ResponseBody): Failure {
	const response = remarksOf(body) as JsonObject;
	const remarks = JSON.stringify(response);
	return new Failure(...documentErrors[1], {
		response,
		description: remarks === '{}' ? undefined : `${PROVIDER} says: ${remarks}`,
	});
}

/** Lets a response with text pass; a response without text means the same as error 1. */
export async function checkText(
	this: IExecuteSingleFunctions,
	items: INodeExecutionData[],
	response: IN8nHttpFullResponse,
): Promise<INodeExecutionData[]> {
	const code = errorCode(response);
	const body = response.body as ResponseBody;
	if (code === '0' && !isTextResponse(body)) {
		if (this.getNodeParameter('output') !== 'raw') throw unexpectedShape(response, PROVIDER);
		return items;
	}
	const isEmpty = code === '0' && !hasText(body);
	checkCode(response, isEmpty ? '1' : code, textErrors);
	return items;
}

/** @throws Failure when the response is not the provider's, or its HTTP status contradicts it */
function errorCode(response: IN8nHttpFullResponse): string {
	const code = (response.body as ResponseBody | null)?.errorCode;
	if (code === undefined || code === null) throw foreignResponse(response, PROVIDER);
	const text = String(toCell(code)).trim();
	if (text === '0' && response.statusCode >= 300) throw statusFailure(response);
	return text;
}

/** @throws Failure with the message for the error code, or for the HTTP status */
function checkCode(response: IN8nHttpFullResponse, code: string, errors: ErrorTable): void {
	if (code === '0') return;
	const body = response.body as ResponseBody;
	const errorMessage = String(toCell(body.errorMessage) ?? '');
	const said = {
		response: { errorCode: code, errorMessage },
		description: providerWords(PROVIDER, errorMessage),
	};
	const isKnown = Object.hasOwn(errors, code);
	if (!isKnown && response.statusCode >= 300) throw statusFailure(response, said);
	const [kind, message] = isKnown
		? errors[code]
		: (['rejected', `${PROVIDER} rejected the request. Check the image and the options.`] as const);
	throw new Failure(kind, message, {
		code: `error ${code}`,
		body,
		isFree: errorCode(response) !== '0',
		...said,
		retryAfter: retryAfter(response.headers),
	});
}
