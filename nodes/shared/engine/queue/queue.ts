interface Entry<Value> {
	value: Value;
	next?: Entry<Value>;
}

/**
 * What waits, in order. The first one leaves at the same cost, however many wait behind it: in an
 * array, all of them would move up.
 */
export class Queue<Value> {
	private first?: Entry<Value>;
	private last?: Entry<Value>;
	private count = 0;

	/** How many wait. */
	get size(): number {
		return this.count;
	}

	/** Adds one behind all others. */
	add(value: Value): void {
		const entry: Entry<Value> = { value };
		if (this.last) this.last.next = entry;
		else this.first = entry;
		this.last = entry;
		this.count++;
	}

	/** Removes the first one and returns it; undefined if nobody waits. */
	take(): Value | undefined {
		const { first } = this;
		if (!first) return undefined;
		this.first = first.next;
		if (!this.first) this.last = undefined;
		this.count--;
		return first.value;
	}
}
