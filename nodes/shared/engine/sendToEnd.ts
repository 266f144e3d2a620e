import type { IDataObject } from 'n8n-workflow';

import { Failure } from './errors/failure';
import { MAY_BE_BILLED, toFailure } from './errors/toFailure';
import type { OcrRequest } from './ocrOperation';
import type { RunAccount } from './run/runState';
import type { Sender } from './sendRequest';
import { sendRequest } from './sendRequest';

/** What is needed to send a request and its follow-ups. */
type SenderToEnd = Omit<Sender, 'limiter' | 'isFree'> & Pick<RunAccount, 'limiterOf'>;

/**
 * Sends a request, and asks for its result until the provider has it.
 *
 * @param release releases the slot of the request before the first wait: each follow-up has its own
 * @returns the body of the last response
 * @throws Failure; that of a follow-up says how to get the result
 */
export async function sendToEnd(
	{ limiterOf, ...sender }: SenderToEnd,
	request: OcrRequest,
	release: () => void,
): Promise<IDataObject> {
	const { queue } = sender;
	const send = async ({ build, limit, isFree }: Pick<OcrRequest, 'build' | 'limit' | 'isFree'>) =>
		await sendRequest({ ...sender, limiter: limiterOf(limit), isFree }, build);

	let body = await send(request);
	for (let next = request.next?.(body); next; next = request.next?.(body)) {
		release();
		const followUp = next;
		try {
			await queue.wait(followUp.after);
			// Before the requests of other items: its result may be there.
			body = await queue.run(async () => await send(followUp), { first: true });
		} catch (error) {
			throw accepted(toFailure(error), followUp.remedy);
		}
	}
	return body;
}

/** The failure of a follow-up, whose first request must not be sent again. */
const accepted = ({ kind, message, details }: Failure, remedy: string): Failure =>
	new Failure(kind, `${message.replace(MAY_BE_BILLED, '').trim()} ${remedy}`, details);
