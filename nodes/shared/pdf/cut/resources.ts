import { entryOf, nameAt, type Dictionary } from '../syntax/values';
import type { PdfObject } from '../structure/objectAt';
import type { Objects } from '../structure/objects';
import { rewrite, type Changes } from './rewrite';

/** The kinds of resources that are large: pictures and fonts. */
const PRUNED = ['XObject', 'Font'];

/**
 * The text of a page's resources without the pictures and fonts that its content does not name. Some
 * producers list those of all pages for each page.
 *
 * Source: ISO 32000-1, 7.8.3 "Resource Dictionaries".
 */
export async function prunedResources(
	objects: Objects,
	resources: Dictionary,
	names: Set<string>,
): Promise<string> {
	const changes: Changes = new Map();
	for (const kind of PRUNED) {
		const dictionary = await objects.dictionary(entryOf(resources, kind));
		if (!dictionary) continue;
		const unused = [...dictionary.entries.keys()].filter((name) => !names.has(name));
		if (unused.length === 0) continue;
		changes.set(kind, rewrite(dictionary, new Map(unused.map((name) => [name, undefined]))));
	}
	return rewrite(resources, changes);
}

/** How many pictures and fonts a page's resources have. */
export async function countPrunable(objects: Objects, resources: Dictionary): Promise<number> {
	let count = 0;
	for (const kind of PRUNED) {
		count += (await objects.dictionary(entryOf(resources, kind)))?.entries.size ?? 0;
	}
	return count;
}

/**
 * Whether an object draws without resources of its own, so that it takes those of its page. The
 * standard allows it for files of PDF 1.1.
 *
 * Source: ISO 32000-1, 8.7.3 "Tiling Patterns", 8.10 "Form XObjects", 9.6.5 "Type 3 Fonts".
 */
export function usesPageResources({ value }: PdfObject): boolean {
	if (entryOf(value, 'Resources')) return false;
	const subtype = nameAt(value, 'Subtype');
	return subtype === 'Form' || subtype === 'Type3' || entryOf(value, 'PatternType') !== undefined;
}
