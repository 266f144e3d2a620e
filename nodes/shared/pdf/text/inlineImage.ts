import { isSpace } from '../syntax/lexer';
import { Oddity } from '../syntax/oddity';

/** How many bytes after `EI` have to look like a content. */
const LOOKED_AT = 16;
/** Random bytes have one `EI` in 64 KB. */
const MOST_TRIES = 1_000;

/**
 * Where the data of an inline image ends, whose length the standard does not tell: behind an `EI`
 * between spaces that text follows.
 *
 * Source: ISO 32000-1, 8.9.7 "Inline Images".
 *
 * @param start behind `ID`
 * @throws Oddity
 */
export function endOfInlineImage(content: Buffer, start: number): number {
	let at = start;
	for (let tries = 0; tries < MOST_TRIES; tries++) {
		at = content.indexOf('EI', at + 1);
		if (at < 0) break;
		const end = at + 2;
		const isAlone = isSpace(content[at - 1]) && (end === content.length || isSpace(content[end]));
		if (isAlone && content.subarray(end, end + LOOKED_AT).every(isText)) return end;
	}
	throw new Oddity('an inline image has no end');
}

const isText = (byte: number) => isSpace(byte) || (byte >= 0x20 && byte < 0x7f);
