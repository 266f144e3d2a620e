import type { Budget } from '../syntax/budget';
import type { Place } from './findObjects';
import { plainBytes, type ObjectStream } from './objectStream';

/** Returns a function that reads an object, and caches the object stream that it read last. */
export function objectReader(file: Buffer, budget: Budget): (place: Place) => Promise<Buffer> {
	let last: { stream: ObjectStream; plain: Buffer } | undefined;
	return async ({ stream, start, end }) => {
		if (!stream) return file.subarray(start, end);
		if (last?.stream !== stream) last = { stream, plain: await plainBytes(stream, budget) };
		return last.plain.subarray(start, end);
	};
}
