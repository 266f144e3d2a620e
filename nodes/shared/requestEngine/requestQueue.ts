import { sleep } from 'n8n-workflow';

import { Failure } from './failure';
import { Pace } from './pace';

/** The requests of one node execution: a number of places, one pace for all, one end for all. */
export class RequestQueue {
	private readonly waiting: Array<() => void> = [];
	private readonly waitingFirst: Array<() => void> = [];
	private end?: string;
	private wake = () => {};
	private readonly closed = new Promise<void>((resolve) => (this.wake = resolve));
	readonly pace: Pace;

	/**
	 * @param places how many tasks run at a time
	 * @param rate requests a second to begin with
	 * @param fastest requests a second that are never exceeded
	 */
	constructor(
		private places: number,
		rate = Infinity,
		fastest = Infinity,
	) {
		this.pace = new Pace(rate, fastest, async (milliseconds) => await this.wait(milliseconds));
	}

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

	/** Waits for a request's turn, and gives the time of its departure. */
	async departure(): Promise<number> {
		const departure = await this.pace.departure();
		this.assertOpen();
		return departure;
	}

	/** Waits some milliseconds, or until nothing more is sent. */
	async wait(milliseconds: number): Promise<void> {
		await Promise.race([sleep(milliseconds), this.closed]);
		this.assertOpen();
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
