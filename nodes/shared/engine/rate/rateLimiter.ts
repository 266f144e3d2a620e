import { sleep } from 'n8n-workflow';

import { Queue } from '../queue/queue';
import type { RateEvent, RateState } from './rateState';
import { initialState, next, nextDeparture, withLimit } from './rateState';

/** The longest time that a timer of Node.js takes, in ms. */
const LONGEST_SLEEP = 2 ** 31 - 1;

interface Waiting {
	resolve: (departure: number) => void;
	reject: (reason: Error) => void;
}

/** Lets the requests to one account depart; node executions take turns. */
export class RateLimiter {
	private state: RateState;
	/** The waiting requests by node execution; the first request of the first line departs next. */
	private readonly lines = new Map<AbortSignal, Queue<Waiting>>();
	private readonly runs = new WeakSet<AbortSignal>();
	private isServing = false;
	/** Aborted when the departure that is waited for may come earlier. */
	private alarm = new AbortController();
	private awaited = -Infinity;
	private usedAt = performance.now();

	/** @param limit in requests per second, never exceeded; undefined if unknown */
	constructor(private limit?: number) {
		this.state = initialState(limit);
	}

	/** Registers another node execution, which may set another limit, or none. */
	begin(limit?: number): void {
		this.usedAt = performance.now();
		if (limit === this.limit) return;
		this.limit = limit;
		this.change(withLimit(this.state, limit));
	}

	/** Whether it was unused for this many milliseconds. */
	isIdle(milliseconds: number): boolean {
		const usedAt = Math.max(this.usedAt, this.state.last);
		return this.lines.size === 0 && usedAt < performance.now() - milliseconds;
	}

	/**
	 * Waits for a request's turn, and returns the time of its departure. The caller must then report
	 * how the request ended, together with that time.
	 *
	 * @param run the signal that ends its node execution
	 * @throws the reason of that signal
	 */
	async departure(run: AbortSignal): Promise<number> {
		run.throwIfAborted();
		return await new Promise((resolve, reject) => {
			const line = this.lines.get(run) ?? new Queue<Waiting>();
			line.add({ resolve, reject });
			this.lines.set(run, line);
			if (!this.runs.has(run)) run.addEventListener('abort', () => this.leave(run), { once: true });
			this.runs.add(run);
			if (!this.isServing) void this.serve();
		});
	}

	onResponse(departed: number): void {
		this.tell({ type: 'responded', at: performance.now(), departed });
	}

	/** The request ended without a response from the provider. */
	onLost(): void {
		this.tell({ type: 'lost' });
	}

	/**
	 * The provider refused a request, because there were too many.
	 *
	 * @param retryAfter the wait that the provider asks for, in ms
	 */
	onThrottled(departed: number, retryAfter?: number): void {
		this.tell({ type: 'throttled', at: performance.now(), departed, retryAfter });
	}

	/** How many times requests were slowed down since one was accepted. */
	get cuts(): number {
		return this.state.cuts;
	}

	private tell(event: RateEvent): void {
		this.change(next(this.state, event));
	}

	private change(state: RateState): void {
		this.state = state;
		if (nextDeparture(state) < this.awaited) this.alarm.abort();
	}

	private leave(run: AbortSignal): void {
		const line = this.lines.get(run);
		this.lines.delete(run);
		for (let next = line?.take(); next; next = line?.take()) next.reject(run.reason);
	}

	private async serve(): Promise<void> {
		this.isServing = true;
		while (this.lines.size > 0) {
			const at = nextDeparture(this.state);
			if (at > performance.now()) await this.until(at);
			else this.depart();
		}
		this.isServing = false;
	}

	private async until(at: number): Promise<void> {
		this.alarm = new AbortController();
		this.awaited = at;
		await sleep(Math.min(at - performance.now(), LONGEST_SLEEP), this.alarm.signal).catch(() => {});
		this.awaited = -Infinity;
	}

	private depart(): void {
		const [[run, line]] = this.lines;
		// It goes to the end of the map, so that the others get their turn.
		this.lines.delete(run);
		const waiting = line.take();
		if (line.size > 0) this.lines.set(run, line);
		const at = performance.now();
		this.tell({ type: 'departed', at });
		waiting?.resolve(at);
	}
}
