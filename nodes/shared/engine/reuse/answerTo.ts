import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';

import { readNumber } from '../../parameters/readNumber';
import { readSwitch } from '../../parameters/readSwitch';
import { Failure } from '../errors/failure';
import type { HttpRequest, OcrOperation, OcrRequest, OcrResponse } from '../ocrOperation';
import { answerKey } from './answerKey';
import type { RunAnswers } from './runAnswers';

const MINUTE = 60_000;

/** A week. */
const MOST_MINUTES = 10_080;

/** What is asked, and by whom. */
interface Question {
	context: IExecuteSingleFunctions;
	operation: Pick<OcrOperation, 'checkResponse'>;
	/** The item's own, as n8n made it of its parameters. */
	settings: HttpRequest;
	request: OcrRequest;
	/** Of the account. */
	signature: string;
	/** Called before waiting for the answer to the same request of another item, so that it goes on. */
	release: () => void;
}

/**
 * The answer to a request: a remembered one where the item's options allow it, or a new one. Whatever
 * the item's options, a remembered answer passes the same check as a new one, because another output
 * may have accepted it.
 *
 * @param send sends the request, and fails for an image without text
 * @throws Failure when there is no answer, or the item does not accept it
 */
export async function answerTo(
	{ context, operation, settings, request, signature, release }: Question,
	answers: RunAnswers,
	send: () => Promise<IDataObject>,
): Promise<Pick<OcrResponse, 'body' | 'reused'>> {
	const failOnNoText = readSwitch(context, 'options.failOnNoText', 'Error If No Text Is Found');
	const orWithoutText = (error: unknown): IDataObject => {
		const isResult = error instanceof Failure && error.kind === 'noText' && !failOnNoText;
		if (!isResult) throw error;
		return error.details.body as IDataObject;
	};
	const maxAge = readMaxAge(context);
	if (maxAge === undefined) return { body: await send().catch(orWithoutText) };
	if (!isReusable(context, request)) {
		return { body: await send().catch(orWithoutText), reused: false };
	}

	const key = await answerKey(signature, settings, request.content);
	// Without a wait before `send`, or two items would both send it.
	const known = answers.find(key, maxAge);
	if (known === undefined) {
		return { body: await answers.send(key, maxAge, send).catch(orWithoutText), reused: false };
	}
	release();
	// Each item has a copy of its own.
	const body = JSON.parse(await known) as IDataObject;
	const response = { body, headers: {}, statusCode: 200 };
	const checked = operation.checkResponse.call(context, [{ json: body }], response);
	return { body: await checked.then(() => body, orWithoutText), reused: true };
}

/** In ms; undefined if the option is off. */
function readMaxAge(context: IExecuteSingleFunctions): number | undefined {
	const minutes = readNumber(context, 'options.reuseAnswers', 'Reuse Answers', {
		min: 1,
		max: MOST_MINUTES,
	});
	return minutes === undefined ? undefined : minutes * MINUTE;
}

/** Whether a file is what it was, or the user says that of what a URL leads to. */
function isReusable(context: IExecuteSingleFunctions, { content }: OcrRequest): boolean {
	const withUrls = readSwitch(context, 'options.reuseForUrls', 'Reuse For URLs');
	return withUrls || Object.values(content.images).every((image) => !('url' in image));
}
