import { sleep } from 'n8n-workflow';

import { Failure } from '../errors/failure';
import { Semaphore } from './semaphore';

/**
 * How many files are on their way at a time. The other requests wait for their answers meanwhile:
 * were all files sent together, they would be ready together, and then nothing would be sent.
 */
const UPLOADS = 4;

/** The requests of one node execution: a number of slots, and one end for all. */
export class RequestQueue {
	private readonly slots: Semaphore;
	private readonly uploads = new Semaphore(UPLOADS);
	private readonly end = new AbortController();
	private readonly stop = new AbortController();

	/** @param maxConcurrent how many tasks run at a time */
	constructor(maxConcurrent: number) {
		this.slots = new Semaphore(maxConcurrent);
	}

	/** Aborted when nothing more is sent; its reason is the Failure of what is not. */
	get ended(): AbortSignal {
		return this.end.signal;
	}

	/** Aborted when the answers of requests under way are of no use any more, for the same reason. */
	get stopped(): AbortSignal {
		return this.stop.signal;
	}

	/**
	 * Runs a task when it has a slot.
	 *
	 * @param first whether it goes before tasks that came without this: the further pages of a
	 * document, which is under way already
	 */
	async run<T>(task: () => Promise<T>, { first = false } = {}): Promise<T> {
		const release = await this.slots.acquire(first);
		try {
			this.ended.throwIfAborted();
			return await task();
		} finally {
			release();
		}
	}

	/** Waits until a body may be uploaded, and gives the function that says that it was read. */
	async upload(): Promise<() => void> {
		return await this.uploads.acquire();
	}

	/** Waits some milliseconds, or until nothing more is sent. */
	async wait(milliseconds: number): Promise<void> {
		await sleep(milliseconds, this.ended);
		this.ended.throwIfAborted();
	}

	/** Nothing more is sent from now on; the first reason stays. */
	close(reason: Failure): void {
		this.end.abort(reason);
	}

	/** Nothing more is sent, and requests under way are aborted. */
	abort(reason: Failure): void {
		this.end.abort(reason);
		this.stop.abort(this.ended.reason);
	}
}
