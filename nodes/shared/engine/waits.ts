/** How long to wait for a result that a provider has later, in ms. */
interface Patience {
	/** Before the first time that the result is asked for. */
	first: number;
	/** How much longer each wait is than the one before. */
	growth: number;
	/** The longest wait. */
	longest: number;
	/** All waits together. */
	most: number;
}

/**
 * A function that returns how long to wait before a result is asked for again, in ms; undefined when
 * the time is over. The last time is when it is over, and the time runs from the first call.
 */
export function waits({ first, growth, longest, most }: Patience): () => number | undefined {
	let wait = first;
	let end: number | undefined;
	return () => {
		const now = performance.now();
		end ??= now + most;
		const left = end - now;
		if (left <= 0) return undefined;
		const next = Math.min(wait, left);
		wait = Math.min(wait * growth, longest);
		return next;
	};
}
