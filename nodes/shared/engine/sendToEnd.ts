import type { IDataObject } from 'n8n-workflow';

import { Failure } from './errors/failure';
import { MAY_BE_BILLED, toFailure } from './errors/toFailure';
import type { OcrRequest } from './ocrOperation';
import type { RunAccount, RunState } from './run/runState';
import type { Sender } from './sendRequest';
import { sendRequest } from './sendRequest';

/** What is needed to send a request and its follow-ups. */
type SenderToEnd = Omit<Sender, 'limiter' | 'isFree'> &
	Pick<RunAccount, 'limiterOf'> &
	Pick<RunState, 'tickets'>;

/**
 * Sends a request, and asks for its result until the provider has it.
 *
 * @param release releases the slot of the request before the first wait: each follow-up has its own
 * @returns the body of the last response, as the request reads it
 * @throws Failure; that of a follow-up says how to get the result
 */
export async function sendToEnd(
	{ limiterOf, tickets, ...sender }: SenderToEnd,
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
		const { ticket, after, remedy } = followUp;
		tickets.add(ticket);
		try {
			await queue.wait(after);
			// Before the requests of other items: its result may be there.
			body = await queue.run(async () => await send(followUp), { first: true });
			tickets.delete(ticket);
		} catch (error) {
			const failure = toFailure(error);
			// Where the error of another item ends the run, nobody sees this one.
			if (failure.kind !== 'notSent') tickets.delete(ticket);
			throw accepted(failure, remedy);
		}
	}
	return request.open ? request.open(body) : body;
}

/** The failure of a follow-up, whose first request must not be sent again. */
const accepted = ({ kind, message, details }: Failure, remedy: string): Failure =>
	new Failure(kind, `${message.replace(MAY_BE_BILLED, '').trim()} ${remedy}`, details);
