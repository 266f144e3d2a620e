import { isSpace } from '../syntax/lexer';
import { Oddity } from '../syntax/oddity';

const [FIRST, LAST, ZEROS, END] = [0x21, 0x75, 0x7a, 0x7e];
const GROUP = 5;

/**
 * The bytes that five characters each stand for.
 *
 * Source: ISO 32000-1, 7.4.3 "ASCII85Decode Filter".
 *
 * @throws Oddity
 */
export function decodeAscii85(text: Buffer): Buffer {
	const bytes = Buffer.allocUnsafe(text.length * 4);
	let [length, digits, number] = [0, 0, 0];
	for (let position = 0; position < text.length; position++) {
		const character = text[position];
		if (isSpace(character)) continue;
		if (character === END) break;
		if (character === ZEROS && digits === 0) {
			length = bytes.writeUInt32BE(0, length);
			continue;
		}
		if (character < FIRST || character > LAST) throw new Oddity('a stream is damaged');
		number = number * 85 + character - FIRST;
		if (++digits < GROUP) continue;
		length = bytes.writeUInt32BE(number % 2 ** 32, length);
		[digits, number] = [0, 0];
	}
	if (digits > 1) {
		// The last group stands for one byte less than it has characters.
		for (let missing = digits; missing < GROUP; missing++) number = number * 85 + 84;
		bytes.writeUInt32BE(number % 2 ** 32, length);
		length += digits - 1;
	}
	return bytes.subarray(0, length);
}
