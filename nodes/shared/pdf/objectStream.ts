import { inflate } from './inflate';
import type { Budget } from './budget';

/** More than any object stream has that was not made as an attack. */
const MOST_INFLATED = 16 * 1024 * 1024;

/** Objects that are compressed together. */
export interface ObjectStream {
	data: Buffer;
	isCompressed: boolean;
	/** Where the first object begins. */
	first: number;
}

/** An object in the text of its stream. */
interface ObjectInStream {
	number: number;
	start: number;
	/** Undefined for the last one. */
	end?: number;
}

/**
 * The objects of a stream, from the pairs of object number and offset at its beginning.
 *
 * Source: ISO 32000-1, 7.5.7 "Object Streams".
 */
export async function* objectsIn(
	stream: ObjectStream,
	budget: Budget,
): AsyncGenerator<ObjectInStream, void> {
	const pairs = (await textOf(stream, budget, stream.first)).slice(0, stream.first);
	let last: ObjectInStream | undefined;
	for (const [pair, number, offset] of pairs.matchAll(/(\d{1,10})\D{1,9}(\d{1,10})/g)) {
		if (budget.spend(pair.length)) await budget.rest();
		const start = stream.first + Number(offset);
		if (last) yield { ...last, end: start };
		last = { number: Number(number), start };
	}
	if (last) yield last;
}

/** An object stream's text, one character per byte. */
export async function textOf(
	{ data, isCompressed }: ObjectStream,
	budget: Budget,
	length = MOST_INFLATED,
): Promise<string> {
	if (isCompressed) return await inflate(data, Math.min(length, MOST_INFLATED), budget);
	return data.toString('latin1', 0, length);
}
