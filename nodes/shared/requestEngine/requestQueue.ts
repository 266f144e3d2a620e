import { sleep } from 'n8n-workflow';

import { Failure } from './failure';

/**
 * The requests of one node execution: a number of places, one pause for all, one end for all.
 */
export class RequestQueue {
	private readonly waiting: Array<() => void> = [];
	private readonly waitingFirst: Array<() => void> = [];
	private pausedUntil = 0;
	private end?: string;

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

	/** Waits out a pause. Called right before each request. */
	async ready(): Promise<void> {
		while (this.pausedUntil > Date.now()) await sleep(this.pausedUntil - Date.now());
		this.assertOpen();
	}

	/** Holds all requests back for some milliseconds. */
	pause(milliseconds: number): void {
		this.pausedUntil = Math.max(this.pausedUntil, Date.now() + milliseconds);
	}

	/** Nothing more is sent from now on; the first reason stays. */
	close(reason: string): void {
		this.end ??= reason;
	}

	private assertOpen(): void {
		if (this.end !== undefined) throw new Failure('unsent', this.end);
	}
}
