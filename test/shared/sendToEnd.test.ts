/* A request whose result the provider has later: the engine alone, without a provider. */
import type { IDataObject, IExecutePaginationFunctions } from 'n8n-workflow';

import { Failure, type FailureKind } from '../../nodes/shared/engine/errors/failure';
import { MAY_BE_BILLED } from '../../nodes/shared/engine/errors/toFailure';
import type { OcrRequest } from '../../nodes/shared/engine/ocrOperation';
import { RequestQueue } from '../../nodes/shared/engine/queue/requestQueue';
import { RateLimiter } from '../../nodes/shared/engine/rate/rateLimiter';
import { RequestBudget } from '../../nodes/shared/engine/run/requestBudget';
import { sendToEnd } from '../../nodes/shared/engine/sendToEnd';
import { skipWaits } from '../support/skipWaits';

const REMEDY = 'It was accepted: ask for T.';

type Reply = IDataObject | Failure;

/** Sends a request that is accepted, and asks for its result with what the replies say. */
function sending(replies: Reply[], { most, slots = 1 }: { most?: number; slots?: number } = {}) {
	const sent: string[] = [];
	const limits: Array<string | undefined> = [];
	const queue = new RequestQueue(slots);
	const context = {
		getNodeParameter: (_: string, fallback: unknown) => fallback,
		async makeRoutingRequest({ options }: { options: { url: string } }) {
			sent.push(options.url);
			const reply = options.url === 'submit' ? { token: 'T' } : replies.shift()!;
			if (reply instanceof Failure) throw reply;
			return [{ json: reply }];
		},
	} as unknown as IExecutePaginationFunctions;
	const request: OcrRequest = {
		build: () => ({ url: 'submit' }),
		content: { images: {} },
		limit: { name: 'submit' },
		next: ({ isDone }) =>
			isDone
				? undefined
				: {
						...{ after: 1_000, build: () => ({ url: 'ask' }), isFree: true },
						...{ ticket: 'T', remedy: REMEDY, limit: { name: 'ask' } },
					},
	};
	const tickets = new Set<string>();
	const sender = {
		tickets,
		...{ context, routing: {} as never, queue, budget: new RequestBudget(most) },
		limiterOf: (limit?: OcrRequest['limit']) => {
			limits.push(limit?.name);
			return new RateLimiter(1_000);
		},
	};
	const released = jest.fn();
	const result = queue.run(async (release) =>
		sendToEnd(sender, request, () => {
			released();
			release();
		}),
	);
	return { result, sent, limits, queue, released, tickets };
}

const failed = (kind: FailureKind, message = 'It failed. Do something.') =>
	new Failure(kind, message);
const DONE = { isDone: true, value: 1 };

beforeEach(() => jest.spyOn(Math, 'random').mockReturnValue(1));

test('it asks until the result is there, each time with the limit of what is sent', async () => {
	const waited = skipWaits();
	const { result, sent, limits, released, tickets } = sending([{ isDone: false }, {}, DONE]);
	await expect(result).resolves.toEqual(DONE);
	expect(tickets.size).toBe(0);
	expect(sent).toEqual(['submit', 'ask', 'ask', 'ask']);
	expect(limits).toEqual(sent);
	expect(waited).toEqual([1_000, 1_000, 1_000]);
	expect(released).toHaveBeenCalled();
});

test('while it waits, its slot is free', async () => {
	const { result, queue, released } = sending([DONE]);
	while (released.mock.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
	await expect(queue.run(async () => 'another')).resolves.toBe('another');
	await expect(result).resolves.toEqual(DONE);
});

test.each<[FailureKind, number]>([
	['transient', 4],
	['unanswered', 4],
	['rejected', 1],
	['fatal', 1],
	['forbidden', 1],
])('%s: asked %i times, the kind stays, and the remedy is said', async (kind, times) => {
	skipWaits();
	const replies = Array.from({ length: 9 }, () => failed(kind));
	const { result, sent, tickets } = sending(replies);
	await expect(result).rejects.toMatchObject({
		kind,
		message: `It failed. Do something. ${REMEDY}`,
	});
	expect(tickets.size).toBe(0);
	expect(sent).toEqual(['submit', ...Array.from({ length: times }, () => 'ask')]);
});

test('the failure does not advise to submit again', async () => {
	skipWaits();
	const replies = Array.from({ length: 9 }, () => failed('unanswered', `Lost. ${MAY_BE_BILLED}`));
	await expect(sending(replies).result).rejects.toThrow(`Lost. ${REMEDY}`);
});

test('a failure of the submission has no remedy', async () => {
	const { result, sent } = sending([], { most: 0 });
	await expect(result).rejects.toMatchObject({
		kind: 'capped',
		message: expect.not.stringContaining(REMEDY) as string,
	});
	expect(sent).toEqual([]);
});

test('each time counts for Most Requests', async () => {
	skipWaits();
	const { result, sent } = sending([{}, {}, {}], { most: 3 });
	await expect(result).rejects.toMatchObject({
		kind: 'capped',
		message: expect.stringContaining(REMEDY) as string,
	});
	expect(sent).toHaveLength(3);
});

test.each(['close', 'abort'] as const)('%s of the run ends the wait at once', async (end) => {
	const { result, sent, queue, released, tickets } = sending([DONE]);
	while (released.mock.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
	const ended = performance.now();
	queue[end](failed('notSent', 'Not sent, because it ended.'));
	await expect(result).rejects.toMatchObject({
		kind: 'notSent',
		message: `Not sent, because it ended. ${REMEDY}`,
	});
	expect(performance.now() - ended).toBeLessThan(200);
	expect(sent).toEqual(['submit']);
	// For the error that ended it.
	expect([...tickets]).toEqual(['T']);
});

test('what is asked for is sent before the requests of others', async () => {
	skipWaits();
	const order: string[] = [];
	const { result, queue, sent } = sending([DONE]);
	const others = [1, 2].map((number) =>
		queue.run(async () => {
			order.push(`${number} after ${sent.length}`);
			await new Promise((resolve) => setTimeout(resolve, 50));
		}),
	);
	await Promise.all([result, ...others]);
	// The first one took the slot while the result was waited for.
	expect(order).toEqual(['1 after 1', '2 after 2']);
});
