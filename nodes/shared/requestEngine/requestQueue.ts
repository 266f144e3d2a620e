import { sleep } from 'n8n-workflow';

import { Failure } from './failure';
import { Pace } from './pace';
import { Places } from './places';

/**
 * How many files are on their way at a time. The other requests wait for their answers meanwhile:
 * were all files sent together, they would be ready together, and then nothing would be sent.
 */
const UPLOADS = 4;

/** The requests of one node execution: a number of places, one pace for all, one end for all. */
export class RequestQueue {
	private readonly places: Places;
	private readonly uploads = new Places(UPLOADS);
	private end?: string;
	private wake = () => {};
	private readonly closed = new Promise<void>((resolve) => (this.wake = resolve));
	readonly pace: Pace;

	/**
	 * @param places how many tasks run at a time
	 * @param rate requests a second to begin with
	 * @param fastest requests a second that are never exceeded
	 */
	constructor(places: number, rate = Infinity, fastest = Infinity) {
		this.places = new Places(places);
		const wait = async (milliseconds: number) => await this.wait(milliseconds);
		this.pace = new Pace(rate, fastest, wait, places);
	}

	/**
	 * Runs a task when it has a place.
	 *
	 * @param first whether it goes before tasks that came without this: the further pages of a
	 * document, which is under way already
	 */
	async run<T>(task: () => Promise<T>, { first = false } = {}): Promise<T> {
		const free = await this.places.take(first);
		try {
			this.assertOpen();
			return await task();
		} finally {
			free();
		}
	}

	/** Waits until a body may be sent, and gives the function that says that it is. */
	async upload(): Promise<() => void> {
		return await this.uploads.take();
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

	/** @throws Failure when nothing more is to be sent */
	assertOpen(): void {
		if (this.end !== undefined) throw new Failure('unsent', this.end);
	}
}
