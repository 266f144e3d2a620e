import { Oddity } from '../syntax/oddity';
import { BLANK, READABLE, UNKNOWN } from './codes';
import { kindOfGlyph } from './glyphNames';

/** The operators of a Top DICT that lead to the names of the glyphs. */
const [CHARSET, ENCODING] = [15, 16];
/** The encodings and character sets below are the format's own. */
const [FIRST_ENCODING, FIRST_CHARSET] = [2, 3];
/** The strings that the format has itself: `.notdef`, `space`, 377 characters, and other names. */
const [NOTDEF, SPACE, LAST_CHARACTER, OWN_STRINGS] = [0, 1, 378, 391];
const [WITH_SUPPLEMENT, CODES, WIDE_RANGES] = [0x80, 0, 2];

/**
 * What the codes of an embedded font of the Compact Font Format stand for.
 *
 * Source: Adobe Technical Note 5176 "The Compact Font Format Specification", 5 to 13.
 *
 * @returns the kinds by code; 'standard' for the standard encoding
 * @throws Oddity
 */
export function readCffEncoding(font: Buffer): 'standard' | Map<number, number> {
	const cff = new Cff(font);
	const names = cff.index(cff.number(2, 1));
	const tops = cff.index(names.end);
	const strings = cff.index(tops.end);
	const top = cff.dictionary(tops.items[0] ?? Buffer.alloc(0));
	const encoding = top.get(ENCODING) ?? 0;
	if (encoding < FIRST_ENCODING) return 'standard';
	const codes = codesAt(cff, encoding);
	const ids = namesAt(cff, top.get(CHARSET) ?? 0, codes.length);
	return new Map(codes.map((code, glyph) => [code, kindOfName(ids[glyph], strings.items)]));
}

function kindOfName(id: number | undefined, strings: Buffer[]): number {
	if (id === undefined || id === NOTDEF) return UNKNOWN;
	if (id === SPACE) return BLANK;
	if (id < OWN_STRINGS) return id <= LAST_CHARACTER ? READABLE : UNKNOWN;
	return kindOfGlyph(strings[id - OWN_STRINGS]?.toString('latin1') ?? '');
}

/** The codes of the glyphs, without the first glyph, which has none. */
function codesAt(cff: Cff, offset: number): number[] {
	const format = cff.number(offset, 1) & ~WITH_SUPPLEMENT;
	const count = cff.number(offset + 1, 1);
	const codes: number[] = [];
	for (let index = 0; index < count; index++) {
		if (format === CODES) codes.push(cff.number(offset + 2 + index, 1));
		else {
			const first = cff.number(offset + 2 + index * 2, 1);
			const more = cff.number(offset + 3 + index * 2, 1);
			for (let code = first; code <= first + more; code++) codes.push(code);
		}
	}
	return codes;
}

/** The names of the first glyphs, as numbers of strings, without the first glyph. */
function namesAt(cff: Cff, offset: number, count: number): number[] {
	// In the character set of Adobe, a glyph's number is that of its name.
	if (offset < FIRST_CHARSET) return Array.from({ length: count }, (_, index) => index + 1);
	const format = cff.number(offset, 1);
	const size = format === WIDE_RANGES ? 4 : 3;
	const ids: number[] = [];
	for (let at = offset + 1; ids.length < count; at += format === CODES ? 2 : size) {
		const first = cff.number(at, 2);
		const more = format === CODES ? 0 : cff.number(at + 2, size - 2);
		for (let id = first; id <= first + more && ids.length < count; id++) ids.push(id);
	}
	return ids;
}

/** Reads the parts of a font. */
class Cff {
	constructor(private readonly bytes: Buffer) {}

	number(offset: number, size: number): number {
		if (offset + size > this.bytes.length || size < 1 || size > 4) {
			throw new Oddity('a font is not readable');
		}
		return this.bytes.readUIntBE(offset, size);
	}

	/** An INDEX: pieces of bytes. */
	index(offset: number): { items: Buffer[]; end: number } {
		const count = this.number(offset, 2);
		if (count === 0) return { items: [], end: offset + 2 };
		const size = this.number(offset + 2, 1);
		const place = (index: number) => this.number(offset + 3 + index * size, size);
		// Places count from the byte before the first item.
		const start = offset + 2 + (count + 1) * size;
		const items = Array.from({ length: count }, (_, index) =>
			this.bytes.subarray(start + place(index), start + place(index + 1)),
		);
		return { items, end: start + place(count) };
	}

	/** The last operand of each operator of one byte, in a DICT. */
	dictionary(bytes: Buffer): Map<number, number> {
		const entries = new Map<number, number>();
		let operand = 0;
		let position = 0;
		while (position < bytes.length) {
			const first = bytes[position++];
			if (first <= 21) {
				// Operators of two bytes begin with 12.
				if (first === 12) position++;
				else entries.set(first, operand);
			} else if (first >= 32 && first <= 246) operand = first - 139;
			else if (first >= 247 && first <= 250)
				operand = (first - 247) * 256 + bytes[position++] + 108;
			else if (first >= 251 && first <= 254)
				operand = -(first - 251) * 256 - bytes[position++] - 108;
			else if (first === 28) {
				operand = new Cff(bytes).number(position, 2);
				position += 2;
			} else if (first === 29) {
				operand = new Cff(bytes).number(position, 4);
				position += 4;
			} else if (first === 30) while (position < bytes.length && (bytes[position++] & 0xf) !== 0xf);
		}
		return entries;
	}
}
