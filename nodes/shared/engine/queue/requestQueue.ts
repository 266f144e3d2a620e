import { sleep } from 'n8n-workflow';

import { Failure } from '../errors/failure';
import { withSignal } from '../withSignal';
import { Semaphore } from './semaphore';

/**
 * How many files are uploaded at a time, while the other requests wait for their responses. If all
 * files were uploaded together, all would then wait together, with nothing to upload.
 */
const UPLOADS = 8;

/** The requests of one node execution: they share a number of slots, and end together. */
export class RequestQueue {
	private readonly slots: Semaphore;
	private readonly uploads = new Semaphore(UPLOADS);
	private readonly end = new AbortController();
	private readonly stop = new AbortController();

	/** @param maxConcurrent how many tasks run at a time */
	constructor(maxConcurrent: number) {
		this.slots = new Semaphore(maxConcurrent);
	}

	/**
	 * Aborted when nothing more is sent; its reason is the Failure of requests that were not sent.
	 */
	get ended(): AbortSignal {
		return this.end.signal;
	}

	/** Aborted when the responses of requests under way are no longer needed; has the same reason. */
	get stopped(): AbortSignal {
		return this.stop.signal;
	}

	/**
	 * Runs a task when it has a slot.
	 *
	 * @param task may release its slot earlier, while it only waits
	 * @param first whether to go before tasks that did not set this: for the further pages of a
	 * document that is already under way
	 */
	async run<T>(task: (release: () => void) => Promise<T>, { first = false } = {}): Promise<T> {
		const release = await this.slots.acquire(first);
		try {
			this.ended.throwIfAborted();
			return await task(release);
		} finally {
			release();
		}
	}

	/** Waits until a body may be uploaded, and returns the function to call when it was read. */
	async upload(): Promise<() => void> {
		return await this.uploads.acquire();
	}

	/** Waits some milliseconds, or until nothing more is sent. */
	async wait(milliseconds: number): Promise<void> {
		await withSignal(this.ended, async (ended) => await sleep(milliseconds, ended));
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
