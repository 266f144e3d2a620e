import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../errors/failure';
import { answerMemory } from './answerMemory';

/**
 * The answers that the items of one node execution share. Another execution does not wait for a
 * request of this one, which may be canceled.
 */
export class RunAnswers {
	private readonly underWay = new Map<string, Promise<string>>();

	/**
	 * The JSON text of an answer that is remembered or under way; undefined if there is none. A
	 * request that is under way may fail.
	 *
	 * @param maxAge in ms
	 */
	find(key: string, maxAge: number): Promise<string> | string | undefined {
		return this.underWay.get(key) ?? answerMemory.find(key, maxAge);
	}

	/**
	 * Sends a request that others may wait for, and remembers its answer.
	 *
	 * @param maxAge in ms
	 * @throws Failure of the request; that of an image without text is an answer for others
	 */
	async send(
		key: string,
		maxAge: number,
		request: () => Promise<IDataObject>,
	): Promise<IDataObject> {
		const sent = request();
		const result = sent.then((body): Result => ({ body }), withoutText);
		const text = result.then(({ body }) => JSON.stringify(body));
		this.underWay.set(key, text);
		try {
			const answer = await text;
			const { isFree } = await result;
			if (!isFree) answerMemory.remember(key, answer, maxAge);
		} catch {
			// It is the failure of `sent`.
		} finally {
			this.underWay.delete(key);
		}
		return await sent;
	}
}

/** An answer, which is not worth remembering if it is free. */
interface Result {
	body: IDataObject;
	isFree?: boolean;
}

function withoutText(error: unknown): Result {
	if (!(error instanceof Failure) || error.kind !== 'noText') throw error;
	const { body, isFree } = error.details;
	return { body: body as IDataObject, isFree };
}
