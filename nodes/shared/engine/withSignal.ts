/** Those who wait for a signal, which has one listener for all: Node.js warns about many. */
const waiting = new WeakMap<AbortSignal, Set<AbortController>>();

/**
 * Does something with a signal of its own, which aborts when `source` does, with the same reason.
 * Nothing of it is left when it is done, while `AbortSignal.any` would leave a reference in
 * `source`, and `source` may last as long as 100,000 items.
 */
export async function withSignal<Result>(
	source: AbortSignal,
	use: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
	const own = new AbortController();
	if (source.aborted) own.abort(source.reason);
	const all = waitingFor(source);
	all.add(own);
	try {
		return await use(own.signal);
	} finally {
		all.delete(own);
	}
}

function waitingFor(source: AbortSignal): Set<AbortController> {
	const known = waiting.get(source);
	if (known) return known;
	const all = new Set<AbortController>();
	waiting.set(source, all);
	const abortAll = () => all.forEach((each) => each.abort(source.reason));
	source.addEventListener('abort', abortAll, { once: true });
	return all;
}
