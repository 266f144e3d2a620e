/** A number of places; who finds none free waits for one, in order. */
export class Semaphore {
	private readonly waiting: Array<() => void> = [];
	private readonly waitingFirst: Array<() => void> = [];

	constructor(private free: number) {}

	/**
	 * Waits for a place, and gives the function that frees it, which may be called more than once.
	 *
	 * @param first whether it goes before those that wait without this
	 */
	async take(first = false): Promise<() => void> {
		if (this.free > 0) this.free--;
		else {
			await new Promise<void>((resolve) =>
				(first ? this.waitingFirst : this.waiting).push(resolve),
			);
		}
		let isTaken = true;
		return () => {
			if (!isTaken) return;
			isTaken = false;
			const next = this.waitingFirst.shift() ?? this.waiting.shift();
			if (next) next();
			else this.free++;
		};
	}
}
