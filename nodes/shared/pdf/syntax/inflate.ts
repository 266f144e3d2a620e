import { Oddity } from './oddity';
import type { Budget } from './budget';

/** The cost of starting, which includes the first so many bytes. */
const START = 32 * 1024;
/**
 * Some streams of Acrobat are whole, but end with a flush instead of a last block and a checksum.
 *
 * Source: RFC 1951, 3.2.4 "Non-compressed blocks"; RFC 1950, 2.2 "Data format" for the header.
 */
const FLUSH = Buffer.from([0, 0, 0xff, 0xff]);
const HEADER = 2;
const LAST_BLOCK = Buffer.from([3, 0]);

/**
 * The plain bytes of a compressed stream (FlateDecode), piece by piece.
 *
 * Source: ISO 32000-1, 7.4.4 "LZWDecode and FlateDecode Filters".
 *
 * @throws Oddity where the stream is damaged, after the pieces before the damage
 */
export async function* inflate(data: Buffer, budget: Budget): AsyncGenerator<Buffer, void> {
	if (budget.spend(START)) await budget.rest();
	const isOpen = data.subarray(-FLUSH.length).equals(FLUSH);
	const blob = new Blob(isOpen ? [data.subarray(HEADER), LAST_BLOCK] : [data]);
	const format = isOpen ? 'deflate-raw' : 'deflate';
	const plain = blob.stream().pipeThrough(new DecompressionStream(format));
	// A reader that stops early leaves the stream to the garbage collector: `cancel` makes Node.js throw
	// where nobody can catch it (github.com/nodejs/node/issues/64529).
	const reader = plain.getReader();
	let length = 0;
	for (;;) {
		const { value } = await reader.read().catch(() => {
			throw new Oddity('a compressed stream is damaged');
		});
		if (!value) return;
		length += value.byteLength;
		if (length > START && budget.spend(value.byteLength)) await budget.rest();
		yield Buffer.from(value.buffer, value.byteOffset, value.byteLength);
	}
}

/**
 * A compressed stream in one piece.
 *
 * @throws Oddity where it is damaged, or longer than `most` bytes
 */
export async function inflateWhole(data: Buffer, most: number, budget: Budget): Promise<Buffer> {
	const pieces: Buffer[] = [];
	let length = 0;
	for await (const piece of inflate(data, budget)) {
		length += piece.length;
		if (length > most) throw new Oddity('a compressed stream is too long');
		pieces.push(piece);
	}
	return Buffer.concat(pieces);
}
