import type { DeclarativeRestApiSettings, IExecutePaginationFunctions } from 'n8n-workflow';

import { toFailure } from './errors/toFailure';
import type { OcrError, OcrOperation, OcrRequest, OcrResponse } from './ocrOperation';
import { onlyTo } from './onlyTo';
import { answerTo } from './reuse/answerTo';
import type { RunAccount, RunState } from './run/runState';
import { sendRequest } from './sendRequest';

type Outcome = OcrResponse | OcrError | undefined;

const isResponse = (outcome: Outcome): outcome is OcrResponse => !!outcome && 'body' in outcome;
const isError = (outcome: Outcome): outcome is OcrError => !!outcome && 'failure' in outcome;

/** The outcomes of a document's requests, in the order of its pages. */
interface Outcomes {
	responses: OcrResponse[];
	errors: OcrError[];
}

/**
 * Sends the requests of an item when it has a slot. The first request uses the slot in which the
 * image was read. Those of further pages go before the requests of other items.
 */
export async function sendDocument(
	context: IExecutePaginationFunctions,
	operation: OcrOperation,
	routing: DeclarativeRestApiSettings.ResultOptions,
	run: RunState,
): Promise<Outcomes> {
	const { queue, budget } = run;
	/** The first page that the document does not have. */
	let missingPage = Infinity;

	const failed = (error: unknown, page?: number): OcrError => {
		const failure = toFailure(error);
		run.onFailure(failure);
		if (failure.details.endsDocument && page !== undefined) {
			missingPage = Math.min(missingPage, page);
		}
		return { failure, page };
	};

	// Record the failure before releasing the slot, so that no other request can start in between.
	const send = async (request: OcrRequest, account: RunAccount): Promise<Outcome> => {
		const { build, open, page, pages } = request;
		try {
			const hasText = await request.hasText?.();
			if (hasText) return { body: {}, page, pages, hasText };
			const question = { context, operation, settings: routing.options, request, ...account };
			const { limiter } = account;
			const sender = { context, routing, queue, limiter, budget };
			const answer = await answerTo(question, run.answers, async () => {
				const body = await sendRequest(sender, build);
				return open ? open(body) : body;
			});
			if (!answer.reused) run.onResponse();
			return { ...answer, page, pages, hasText };
		} catch (error) {
			return failed(error, page);
		}
	};

	const sendFurther = async (request: OcrRequest, account: RunAccount): Promise<Outcome> => {
		const sendUnlessMissing = async () =>
			Number(request.page) < missingPage ? await send(request, account) : undefined;
		return await queue
			.run(sendUnlessMissing, { first: true })
			.catch((error) => failed(error, request.page));
	};

	const { first, further } = await queue
		.run(async () => {
			const account = await run.account();
			const options = { ...routing.options, ...onlyTo(account.endpoint) };
			const [firstRequest, ...furtherRequests] = await operation.requests.call(
				context,
				options,
				queue.ended,
			);
			const firstSent = send(firstRequest, account);
			const further = furtherRequests.map(async (request) => await sendFurther(request, account));
			return { first: await firstSent, further };
		})
		.catch((error) => ({ first: failed(error), further: new Array<Promise<Outcome>>() }));

	const outcomes = [first, ...(await Promise.all(further))];
	return {
		responses: outcomes.filter(isResponse),
		// One error is enough to report the end of the document.
		errors: outcomes.filter(isError).filter(({ page = 0 }) => page <= missingPage),
	};
}
