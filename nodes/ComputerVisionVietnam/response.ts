import type {
	IExecuteSingleFunctions,
	IN8nHttpFullResponse,
	INodeExecutionData,
	JsonObject,
} from 'n8n-workflow';

import type { Operation } from '../shared/description/operation';
import type { ErrorTable, KnownError } from '../shared/engine/errors/errorTable';
import { Failure } from '../shared/engine/errors/failure';
import { foreignResponse } from '../shared/engine/errors/foreignResponse';
import { retryAfter } from '../shared/engine/retry/retryAfter';
import { statusFailure } from '../shared/engine/errors/statusFailure';
import { unexpectedShape } from '../shared/engine/errors/unexpectedShape';
import { providerWords } from '../shared/engine/errors/providerWords';
import type { ResponseBody } from './output/responseBody';
import { remarksOf, toCell } from './output/responseBody';
import { documentError, documentErrors, textErrors } from './errors';
import type { DocumentEntry } from './output/records/documentEntry';
import { hasText, isTextResponse } from './output/textPages';

const PROVIDER = 'Computer Vision Vietnam';

/** Lets a response with documents pass; one of an unknown structure only if Simplify is off. */
export async function checkDocument(
	this: IExecuteSingleFunctions,
	items: INodeExecutionData[],
	response: IN8nHttpFullResponse,
): Promise<INodeExecutionData[]> {
	checkCode(response, errorCode(response), known(documentErrors));
	if (!this.getNodeParameter('simplify')) return items;
	const body = response.body as ResponseBody;
	const { sidesOf } = await import('./output/documents/sides');
	const sides = sidesOf(body);
	if (!sides) throw unexpectedShape(response, PROVIDER, 'Turn off Simplify to see it.');
	if (sides.length === 0) throw noDocument(body);
	return items;
}

/** Lets a response of a document's operation pass; one of an unknown structure only to Output Raw. */
export const checkRecords = (entry: DocumentEntry): Operation['checkResponse'] =>
	async function (items, response) {
		const format = FORMATS[entry.accepts];
		checkCode(response, errorCode(response), (code, message) =>
			documentError(code, message, entry.numbering ?? 'contentIsOne', format),
		);
		if (this.getNodeParameter('output') === 'raw') return items;
		const body = response.body as ResponseBody;
		const { hasRecords } = await import('./output/records/hasRecords');
		const has = hasRecords(body, entry);
		if (has === undefined) throw unexpectedShape(response, PROVIDER);
		if (!has) throw noDocument(body);
		return items;
	};

/** What to do with a file that cannot be read, by what an operation accepts. */
const FORMATS = { pictures: 'picture', 'pictures and PDFs': 'file', XML: 'xml' } as const;

type ErrorOf = (code: string, message: string) => KnownError | undefined;

const known =
	(errors: ErrorTable): ErrorOf =>
	(code) =>
		Object.hasOwn(errors, code) ? errors[code] : undefined;

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
	checkCode(response, isEmpty ? '1' : code, known(textErrors));
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
function checkCode(response: IN8nHttpFullResponse, code: string, errorOf: ErrorOf): void {
	if (code === '0') return;
	const body = response.body as ResponseBody;
	const errorMessage = String(toCell(body.errorMessage) ?? '');
	const said = {
		response: { errorCode: code, errorMessage },
		description: providerWords(PROVIDER, errorMessage),
	};
	const error = errorOf(code, errorMessage);
	if (!error && response.statusCode >= 300) throw statusFailure(response, said);
	const [kind, message] = error ?? [
		'rejected' as const,
		`${PROVIDER} rejected the request. Check the image and the options.`,
	];
	throw new Failure(kind, message, {
		code: `error ${code}`,
		body,
		isFree: errorCode(response) !== '0',
		...said,
		retryAfter: retryAfter(response.headers),
	});
}
