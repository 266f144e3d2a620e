import { BLANK, kindOf, READABLE, UNKNOWN } from './codes';

/** Names with digits that mean a character, as the Adobe Glyph List has them. */
const HEXADECIMAL = /^(?:uni|u)([\dA-F]{4,6})/;
const CYRILLIC_AND_MORE = /^afii\d{4,5}$/;
/** Names such as `a`, `comma`, `f_i` and `one.oldstyle`; not `g12`, `c0041` or `.notdef`. */
const WORDS = /^[A-Za-z]+(?:_[A-Za-z]+)*(?:\.[\w.]+)?$/;
const BLANKS = ['space', 'nbspace', 'nonbreakingspace', 'hyphen.soft', 'softhyphen'];

/**
 * Whether the name of a glyph tells its character. The list of all names is long, so that this goes
 * by their form.
 *
 * Source: ISO 32000-1, 9.10.2 "Mapping Character Codes to Unicode Values".
 */
export function kindOfGlyph(name: string): number {
	if (BLANKS.includes(name)) return BLANK;
	const [, digits] = HEXADECIMAL.exec(name) ?? [];
	if (digits !== undefined) return kindOf(parseInt(digits.slice(0, 4), 16));
	return WORDS.test(name) || CYRILLIC_AND_MORE.test(name) ? READABLE : UNKNOWN;
}
