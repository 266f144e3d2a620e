import { sleep } from 'n8n-workflow';

import { Failure } from './failure';

/** Providers count requests by the second; over so many milliseconds they come back after a pause. */
const SPREAD = 1_000;

/**
 * The requests of one node execution: a number of places, one pause for all, one end for all.
 */
export class RequestQueue {
	private readonly waiting: Array<() => void> = [];
	private readonly waitingFirst: Array<() => void> = [];
	private pausedUntil = 0;
	private throttles = 0;
	private end?: string;
	private wake = () => {};
	private readonly closed = new Promise<void>((resolve) => (this.wake = resolve));

	/** @param places how many tasks run at a time */
	constructor(private places: number) {}

	/**
	 * Runs a task when it has a place.
	 *
	 * @param first whether it goes before tasks that came without this: the further pages of a
	 * document, whose bytes are in memory already
	 */
	async run<T>(task: () => Promise<T>, { first = false } = {}): Promise<T> {
		if (this.places > 0) this.places--;
		else {
			await new Promise<void>((resolve) =>
				(first ? this.waitingFirst : this.waiting).push(resolve),
			);
		}
		try {
			this.assertOpen();
			return await task();
		} finally {
			const next = this.waitingFirst.shift() ?? this.waiting.shift();
			if (next) next();
			else this.places++;
		}
	}

	/** Waits out a pause, each request some moment longer. Called right before each request. */
	async ready(): Promise<void> {
		while (this.pausedUntil > Date.now()) {
			await this.wait(this.pausedUntil - Date.now() + Math.random() * SPREAD);
		}
		this.assertOpen();
	}

	/** Waits some milliseconds, or until nothing more is sent. */
	async wait(milliseconds: number): Promise<void> {
		await Promise.race([sleep(milliseconds), this.closed]);
		this.assertOpen();
	}

	/**
	 * Counts a request that was throttled; gives how many pauses in a row did not help. Requests that
	 * were under way when the pause began belong to it.
	 */
	throttled(): number {
		if (this.pausedUntil <= Date.now()) this.throttles++;
		return this.throttles;
	}

	/** A request got its answer: the provider takes requests again. */
	answered(): void {
		this.throttles = 0;
	}

	/** Holds all requests back for some milliseconds. */
	pause(milliseconds: number): void {
		this.pausedUntil = Math.max(this.pausedUntil, Date.now() + milliseconds);
	}

	/** Nothing more is sent from now on; the first reason stays. */
	close(reason: string): void {
		this.end ??= reason;
		this.wake();
	}

	private assertOpen(): void {
		if (this.end !== undefined) throw new Failure('unsent', this.end);
	}
}
