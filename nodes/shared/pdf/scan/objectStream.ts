import { inflate } from '../syntax/inflate';
import { unlessOdd } from '../syntax/oddity';
import type { Budget } from '../syntax/budget';

/** More than any object stream has that was not made as an attack. */
const MOST_INFLATED = 16 * 1024 * 1024;

/** Objects that are compressed together. */
export interface ObjectStream {
	data: Buffer;
	isCompressed: boolean;
	/** Where the first object begins. */
	first: number;
}

/** An object in the plain bytes of its stream. */
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
	const pairs = (await plainBytes(stream, budget, stream.first)).toString(
		'latin1',
		0,
		stream.first,
	);
	let last: ObjectInStream | undefined;
	for (const [pair, number, offset] of pairs.matchAll(/(\d{1,10})\D{1,9}(\d{1,10})/g)) {
		if (budget.spend(pair.length)) await budget.rest();
		const start = stream.first + Number(offset);
		if (last) yield { ...last, end: start };
		last = { number: Number(number), start };
	}
	if (last) yield last;
}

/**
 * An object stream's plain bytes, as far as they can be read: some streams end too early, or with a
 * wrong checksum.
 *
 * @param length stop after about this many bytes: a small stream can be made to grow to gigabytes
 */
export async function plainBytes(
	{ data, isCompressed }: ObjectStream,
	budget: Budget,
	length = MOST_INFLATED,
): Promise<Buffer> {
	if (!isCompressed) return data.subarray(0, length);
	const pieces: Buffer[] = [];
	const read = async () => {
		let left = Math.min(length, MOST_INFLATED);
		for await (const piece of inflate(data, budget)) {
			pieces.push(piece);
			left -= piece.length;
			if (left <= 0) break;
		}
	};
	// The part before the damage is kept.
	await unlessOdd(read(), () => {});
	return Buffer.concat(pieces);
}
