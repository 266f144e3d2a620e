import { entryOf, textOf, type Dictionary } from '../syntax/values';
import type { Objects } from '../structure/objects';
import { noCodes, READABLE, type Codes } from './codes';

/** The collections of characters that the standard lists, whose characters are known. */
const COLLECTIONS = ['GB1', 'CNS1', 'Japan1', 'Korea1'];

/**
 * What the codes of a composite font stand for, without its ToUnicode map. Codes have two bytes: in
 * encodings that mix one and two, this counts too few.
 *
 * Source: ISO 32000-1, 9.7 "Composite Fonts".
 *
 * @throws Oddity
 */
export async function readCompositeFont(objects: Objects, font: Dictionary): Promise<Codes> {
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
