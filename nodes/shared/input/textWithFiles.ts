import type { ImageFile } from './imageFile';

/** A part of a text: text, or a file that stands there as base64. */
export type Part = string | ImageFile;

/**
 * How many bytes are encoded at a time: a multiple of three, so that base64 has no padding inside.
 */
const CHUNK = 3 * 16_384;

/**
 * The bytes of a text with files in it. Neither a file nor its base64 is in memory in addition to
 * them.
 */
export async function textWithFiles(parts: Part[]): Promise<Buffer> {
	const length = parts.reduce((sum, part) => sum + lengthOf(part), 0);
	const bytes = Buffer.allocUnsafe(length);
	let end = 0;
	for (const part of parts) {
		end =
			typeof part === 'string' ? end + bytes.write(part, end) : await writeBase64(bytes, end, part);
	}
	return bytes;
}

const lengthOf = (part: Part): number =>
	typeof part === 'string' ? Buffer.byteLength(part) : Math.ceil(part.size / 3) * 4;

/** Writes a file as base64, and returns the position after it. */
async function writeBase64(bytes: Buffer, start: number, file: ImageFile): Promise<number> {
	let end = start;
	let rest: Buffer = Buffer.alloc(0);
	for await (const chunk of file.chunks()) {
		const read = rest.length ? Buffer.concat([rest, chunk]) : chunk;
		const whole = read.length - (read.length % 3);
		for (let from = 0; from < whole; from += CHUNK) {
			const text = read.toString('base64', from, Math.min(from + CHUNK, whole));
			end += bytes.write(text, end, 'latin1');
		}
		rest = read.subarray(whole);
	}
	return end + bytes.write(rest.toString('base64'), end, 'latin1');
}
