import type { PdfObject } from '../structure/objectAt';
import { kindOfGlyph } from './glyphNames';
import type { PlainStreams } from './plainStreams';

/** The part of a font program that is text is shorter. */
const MOST_BYTES = 16 * 1024;
const NAMED = /\bdup\s+(\d{1,3})\s*\/([^\s()<>[\]{}/%]+)\s+put\b/g;

/**
 * What the codes of an embedded Type 1 font stand for.
 *
 * Source: ISO 32000-1, 9.9 "Embedded Font Programs"; Adobe Type 1 Font Format, 2.2 "Font Dictionary".
 *
 * @returns the kinds by code; 'standard' for the standard encoding
 * @throws Oddity
 */
export async function readType1Encoding(
	program: PdfObject,
	streams: PlainStreams,
): Promise<'standard' | Map<number, number>> {
	const start = await streams.readStart(program, MOST_BYTES);
	const [text] = start.toString('latin1', 0, MOST_BYTES).split('eexec');
	const encoding = text.slice(Math.max(0, text.indexOf('/Encoding')));
	if (/^\/Encoding\s+StandardEncoding\b/.test(encoding)) return 'standard';
	return new Map(
		[...encoding.matchAll(NAMED)].map(([, code, name]) => [Number(code), kindOfGlyph(name)]),
	);
}
