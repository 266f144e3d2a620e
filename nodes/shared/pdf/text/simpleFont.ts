import { entryOf, integerOf, nameAt, textOf, type Dictionary, type Value } from '../syntax/values';
import type { PdfObject } from '../structure/objectAt';
import type { Objects } from '../structure/objects';
import { readCffEncoding } from './cffEncoding';
import { BLANK, noCodes, READABLE, UNKNOWN, type Codes } from './codes';
import { kindOfGlyph } from './glyphNames';
import type { PlainStreams } from './plainStreams';
import { readType1Encoding } from './type1Encoding';

const ENCODINGS = ['StandardEncoding', 'WinAnsiEncoding', 'MacRomanEncoding'];
/** Fonts of signs, whose glyphs say nothing that people read. */
const SIGNS = /dingbats|symbol|wingdings|webdings/i;
const NONSYMBOLIC = 32;

/**
 * What the codes of a font with codes of one byte stand for, without its ToUnicode map.
 *
 * Source: ISO 32000-1, 9.6.6 "Character Encoding".
 *
 * @throws Oddity
 */
export async function readSimpleFont(
	objects: Objects,
	streams: PlainStreams,
	font: Dictionary,
): Promise<Codes> {
	const codes = noCodes(1);
	const encoding = await objects.resolve(entryOf(font, 'Encoding'));
	const base = encoding?.kind === 'name' ? encoding.name : nameAt(encoding, 'BaseEncoding');
	if (base === undefined) await readOwnEncoding(objects, streams, font, codes);
	else if (ENCODINGS.includes(base)) setStandard(codes);
	const differences = await objects.resolve(entryOf(encoding, 'Differences'));
	if (differences?.kind === 'array') setDifferences(differences.items, codes);
	return codes;
}

/** The encoding of a font that names none. */
async function readOwnEncoding(
	objects: Objects,
	streams: PlainStreams,
	font: Dictionary,
	codes: Codes,
): Promise<void> {
	const descriptor = await objects.dictionary(entryOf(font, 'FontDescriptor'));
	const flags = integerOf(entryOf(descriptor, 'Flags')) ?? 0;
	const program = entryOf(descriptor, 'FontFile') ?? entryOf(descriptor, 'FontFile3');
	if (program?.kind === 'reference') {
		const stream = await objects.load(program);
		const kinds = stream && (await readOwnKinds(stream, streams));
		if (kinds === 'standard') setStandard(codes);
		else for (const [code, kind] of kinds ?? []) codes.kinds[code] = kind;
		return;
	}
	const isEmbedded = entryOf(descriptor, 'FontFile2');
	if (SIGNS.test(nameAt(font, 'BaseFont') ?? '')) codes.kinds.fill(BLANK);
	else if (!isEmbedded || flags & NONSYMBOLIC) setStandard(codes);
}

/** What a font program says about its codes. */
async function readOwnKinds(program: PdfObject, streams: PlainStreams) {
	const subtype = nameAt(program.value, 'Subtype');
	if (subtype === undefined) return await readType1Encoding(program, streams);
	return subtype === 'Type1C' ? readCffEncoding(await streams.read(program)) : undefined;
}

/** All characters of the standard's encodings can be read. */
function setStandard({ kinds }: Codes): void {
	kinds.fill(READABLE, 0x21).fill(UNKNOWN, 0x7f, 0x80);
	kinds[0x20] = kinds[0xa0] = BLANK;
}

/** Names of glyphs, each run behind its first code. */
function setDifferences(items: Value[], { kinds }: Codes): void {
	let code = 0;
	for (const item of items) {
		if (item.kind === 'number') code = Number(textOf(item));
		else if (item.kind === 'name') {
			if (code in kinds) kinds[code] = kindOfGlyph(item.name);
			code++;
		}
	}
}
