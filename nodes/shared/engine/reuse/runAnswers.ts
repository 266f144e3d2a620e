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
	 * @throws Failure of the request, which is not remembered unless it is billed as a result
	 */
	async send(
		key: string,
		maxAge: number,
		request: () => Promise<IDataObject>,
	): Promise<IDataObject> {
		const sent = request();
		const text = sent.catch(billedResult).then((body) => JSON.stringify(body));
		this.underWay.set(key, text);
		try {
			answerMemory.remember(key, await text, maxAge);
		} catch {
			// It is the failure of `sent`.
		} finally {
			this.underWay.delete(key);
		}
		return await sent;
	}
}

/** The answer to an image without text, which is a result like any other if the provider bills it. */
function billedResult(error: unknown): IDataObject {
	if (error instanceof Failure && error.kind === 'noText' && !error.details.isFree) {
		return error.details.body as IDataObject;
	}
	throw error;
}
