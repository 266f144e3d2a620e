import { Queue } from './queue';

/** A number of slots. A caller that finds none free waits for one, in order. */
export class Semaphore {
	private readonly waiting = new Queue<() => void>();
	private readonly waitingFirst = new Queue<() => void>();

	constructor(private free: number) {}

	/**
	 * Waits for a slot, and returns the function that releases it, which may be called more than
	 * once.
	 *
	 * @param first whether to go before callers that did not set this
	 */
	async acquire(first = false): Promise<() => void> {
		if (this.free > 0) this.free--;
		else {
			await new Promise<void>((resolve) => (first ? this.waitingFirst : this.waiting).add(resolve));
		}
		let isHeld = true;
		return () => {
			if (isHeld) this.release();
			isHeld = false;
		};
	}

	private release(): void {
		const next = this.waitingFirst.take() ?? this.waiting.take();
		if (next) next();
		else this.free++;
	}
}
