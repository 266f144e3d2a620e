import { Oddity } from '../syntax/oddity';

const [CLEAR, END, FIRST_OWN, MOST_CODES] = [256, 257, 258, 4096];
const [SHORTEST, LONGEST] = [9, 12];

/**
 * The plain bytes of an LZW stream.
 *
 * Source: ISO 32000-1, 7.4.4 "LZWDecode and FlateDecode Filters".
 *
 * @param early how many codes before it is needed a code gets longer: 1, unless the stream says 0
 * @throws Oddity where the stream is damaged, or longer than `most` bytes
 */
export function decodeLzw(data: Buffer, early: number, most: number): Buffer {
	let plain = Buffer.allocUnsafe(data.length * 4);
	let length = 0;
	// Each own code stands for the bytes of the code before it, and the next byte: a part of what is
	// written already.
	const starts = new Uint32Array(MOST_CODES);
	const lengths = new Uint32Array(MOST_CODES);
	let [count, width, isFirst] = [FIRST_OWN, SHORTEST, true];
	let [bits, held] = [0, 0];
	for (let position = 0; position < data.length; position++) {
		bits = ((bits << 8) | data[position]) & 0xffffff;
		held += 8;
		if (held < width) continue;
		held -= width;
		const code = (bits >> held) & (2 ** width - 1);
		if (code === END) return plain.subarray(0, length);
		if (code === CLEAR) {
			[count, width, isFirst] = [FIRST_OWN, SHORTEST, true];
			continue;
		}
		if (code >= count || (isFirst && code > END)) throw new Oddity('a stream is damaged');
		const size = code < CLEAR ? 1 : lengths[code];
		if (length + size > most) throw new Oddity('the content is too long');
		if (length + size > plain.length) plain = Buffer.concat([plain], (length + size) * 2);
		const start = length;
		if (code < CLEAR) plain[length++] = code;
		// The last code may stand for its own first byte, too.
		else for (let at = starts[code]; length < start + size; at++) plain[length++] = plain[at];
		isFirst = false;
		if (count < MOST_CODES) {
			// The next code stands for these bytes, and the first one of those that follow.
			starts[count] = start;
			lengths[count] = size + 1;
			count++;
		}
		if (count - 1 + early >= 2 ** width && width < LONGEST) width++;
	}
	return plain.subarray(0, length);
}
