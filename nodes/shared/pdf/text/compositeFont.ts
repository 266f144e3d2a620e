import { entryOf, textOf, type Dictionary } from '../syntax/values';
import type { Objects } from '../structure/objects';
import { noCodes, READABLE, type Codes } from './codes';
import type { PlainStreams } from './plainStreams';

/** The collections of characters that the standard lists, whose characters are known. */
const COLLECTIONS = ['GB1', 'CNS1', 'Japan1', 'Korea1'];

/** The ranges of codes stand at the beginning of a map. */
const MOST_BYTES = 16 * 1024;

/**
 * What the codes of a composite font stand for, without its ToUnicode map. Codes have two bytes: in
 * encodings that mix one and two, this counts too few.
 *
 * Source: ISO 32000-1, 9.7 "Composite Fonts".
 *
 * @throws Oddity
 */
export async function readCompositeFont(
	objects: Objects,
	streams: PlainStreams,
	font: Dictionary,
): Promise<Codes> {
	const encoding = entryOf(font, 'Encoding');
	const map = encoding?.kind === 'reference' ? await objects.load(encoding) : undefined;
	// A map of the file's own may name its codes as it likes.
	if (map?.data) return noCodes(isOfBytes(await streams.read(map)) ? 1 : 2);
	const codes = noCodes(2);
	const descendants = await objects.resolve(entryOf(font, 'DescendantFonts'));
	const first = descendants?.kind === 'array' ? descendants.items[0] : undefined;
	const descendant = await objects.dictionary(first);
	const system = await objects.dictionary(entryOf(descendant, 'CIDSystemInfo'));
	const ordering = await objects.resolve(entryOf(system, 'Ordering'));
	const isKnown = ordering && COLLECTIONS.includes(textOf(ordering).slice(1, -1));
	if (isKnown) codes.kinds.fill(READABLE);
	return codes;
}

/** Whether all codes of a map have one byte. Source: ISO 32000-1, 9.7.6.2 "CMap Mapping". */
function isOfBytes(map: Buffer): boolean {
	const [, ranges = ''] =
		/begincodespacerange([^]*?)endcodespacerange/.exec(map.toString('latin1', 0, MOST_BYTES)) ?? [];
	return /^(?:\s*<[\da-f]{2}>)+\s*$/i.test(ranges);
}
