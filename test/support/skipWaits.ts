import { RequestQueue } from '../../nodes/shared/engine/queue/requestQueue';

/** Lets the waits of a run pass at once, on a clock that goes on by them. Returns the waits, in ms. */
export function skipWaits(): number[] {
	const waited: number[] = [];
	let skipped = 0;
	const { now } = performance;
	jest.spyOn(performance, 'now').mockImplementation(() => now.call(performance) + skipped);
	jest.spyOn(RequestQueue.prototype, 'wait').mockImplementation(async function (
		this: RequestQueue,
		milliseconds,
	) {
		waited.push(Math.round(milliseconds));
		skipped += milliseconds;
		this.ended.throwIfAborted();
	});
	return waited;
}
