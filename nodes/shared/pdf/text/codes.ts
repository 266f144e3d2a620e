/** What the codes of a font stand for. */
export const [UNKNOWN, READABLE, BLANK] = [0, 1, 2];

/** How a font's strings are read. */
export interface Codes {
	/** How many bytes a code has. */
	width: 1 | 2;
	/** What each code stands for. */
	kinds: Uint8Array;
}

export const noCodes = (width: 1 | 2): Codes => ({ width, kinds: new Uint8Array(256 ** width) });

/** Whether a character is one that people read, a blank, or one that says nothing. */
export function kindOf(unicode: number): number {
	if (unicode === 0x20 || unicode === 0xa0 || unicode === 0xad || unicode === 0x3000) return BLANK;
	if (unicode >= 0x2000 && unicode <= 0x200f) return BLANK;
	if ((unicode >= 0x2028 && unicode <= 0x202f) || unicode === 0xfeff) return BLANK;
	if (unicode === 0x09 || unicode === 0x0a || unicode === 0x0d) return BLANK;
	if (unicode < 0x20 || (unicode >= 0x7f && unicode < 0xa0)) return UNKNOWN;
	// The range for private use means nothing without the font.
	if ((unicode >= 0xe000 && unicode <= 0xf8ff) || unicode >= 0xfff0) return UNKNOWN;
	return READABLE;
}
