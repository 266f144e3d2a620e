const [BACKSLASH, OPEN, CR, LF] = [0x5c, 0x28, 0x0d, 0x0a];
const [ZERO, SEVEN] = [0x30, 0x37];
const ESCAPES: Partial<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/**
 * The bytes that a string stands for.
 *
 * Source: ISO 32000-1, 7.3.4 "String Objects".
 *
 * @param token with its brackets
 */
export function stringBytes(token: Buffer): Buffer {
	const inner = token.subarray(1, -1);
	if (token[0] === OPEN) return inner.includes(BACKSLASH) ? unescaped(inner) : inner;
	const digits = inner.toString('latin1').replace(/[^\da-f]/gi, '');
	return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
}

function unescaped(text: Buffer): Buffer {
	const bytes = Buffer.allocUnsafe(text.length);
	let length = 0;
	for (let position = 0; position < text.length; position++) {
		if (text[position] !== BACKSLASH) {
			bytes[length++] = text[position];
			continue;
		}
		const next = text[++position];
		if (isOctal(next)) {
			let code = next - ZERO;
			for (let digits = 1; digits < 3 && isOctal(text[position + 1]); digits++) {
				code = code * 8 + text[++position] - ZERO;
			}
			bytes[length++] = code;
		} else if (next === CR || next === LF) {
			// A line that goes on.
			if (next === CR && text[position + 1] === LF) position++;
		} else if (next !== undefined) bytes[length++] = ESCAPES[String.fromCharCode(next)] ?? next;
	}
	return bytes.subarray(0, length);
}

const isOctal = (byte: number | undefined): byte is number =>
	byte !== undefined && byte >= ZERO && byte <= SEVEN;
