import type { Place } from './findObjects';
import { textOf, type ObjectStream } from './objectStream';
import type { Budget } from './budget';

/** Returns a function that reads an object, and caches the object stream that it read last. */
export function objectReader(file: Buffer, budget: Budget): (place: Place) => Promise<string> {
	let last: { stream: ObjectStream; text: string } | undefined;
	return async ({ stream, start, end }) => {
		if (!stream) return file.toString('latin1', start, end);
		if (last?.stream !== stream) last = { stream, text: await textOf(stream, budget) };
		return last.text.slice(start, end);
	};
}
