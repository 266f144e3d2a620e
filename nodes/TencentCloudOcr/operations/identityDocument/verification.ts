import type { IDataObject, IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';

import { Failure } from '../../../shared/engine/errors/failure';
import type { HttpRequest, OcrRequest, OcrResponse } from '../../../shared/engine/ocrOperation';
import { waits } from '../../../shared/engine/waits';
import { documentOutput, readDocumentOutput } from '../../../shared/output/documents/fields';
import { isObject, plainText } from '../../../shared/output/values';
import type { Site } from '../../site';
import { actionOf } from './action';

/** The actions of a verification. The documentation has no limit of their rate. */
export const APPLY = 'ApplyCardVerificationExternal';
const GET_RESULT = 'GetCardVerificationExternalResult';

export const SITES: readonly Site[] = ['international'];

/** In ms: the documentation does not say how long a verification takes. */
const PATIENCE = { first: 1_000, growth: 1.5, longest: 10_000 };

/** The request for the result of a verification. It costs nothing. */
export const resultRequest = (
	options: HttpRequest,
	token: string,
): Pick<OcrRequest, 'build' | 'content' | 'limit' | 'isFree'> => {
	const parameters = { CardVerificationToken: token };
	const action = actionOf(options, GET_RESULT);
	return action.request({
		build: () => ({ ...action.options, body: parameters }),
		content: { parameters, images: {} },
		isFree: true,
	});
};

/**
 * Asks for the result of a verification until it is there.
 *
 * @param seconds how long at most
 * @param token of a verification that was submitted before
 */
export function nextResult(options: HttpRequest, seconds: number, token = ''): OcrRequest['next'] {
	const wait = waits({ ...PATIENCE, most: seconds * 1_000 });
	return ({ Response }: IDataObject) => {
		const said = isObject(Response) ? Response : {};
		const status = plainText(said.Status);
		token ||= plainText(said.CardVerificationToken);
		if (token === '' || (status !== '' && status !== 'PROCESSING')) return undefined;
		const after = wait();
		if (after === undefined) {
			throw new Failure(
				'rejected',
				`Tencent Cloud has not finished the verification within ${seconds} seconds. ${remedyFor(token)}`,
				{ response: { CardVerificationToken: token, ...(status && { Status: status }) } },
			);
		}
		return { ...resultRequest(options, token), after, ticket: token, remedy: remedyFor(token) };
	};
}

const remedyFor = (token: string): string =>
	`Tencent Cloud has accepted it. Do not submit it again: use Get Verification Result with the token ${token}.`;

/** The item of a verification. */
export async function verificationItems(
	context: IExecuteSingleFunctions,
	[{ body }]: OcrResponse[],
): Promise<INodeExecutionData[]> {
	if (readDocumentOutput(context, documentOutput) === 'raw') return [{ json: body }];
	// n8n loads every node when it starts; what knows documents is loaded with the first response.
	const { verificationItem } = await import('../../output/identity/verificationItem');
	return [await verificationItem(context, body)];
}
