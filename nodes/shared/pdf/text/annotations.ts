import { entryOf, integerOf, nameAt, textOf, type Dictionary, type Value } from '../syntax/values';
import type { Objects } from '../structure/objects';

/** Annotations whose look is something to read. */
const SHOWING = ['FreeText', 'Stamp'];
/** Flags of an annotation that nobody sees. */
const [HIDDEN, NO_VIEW] = [2, 32];
/** Fields of forms have few levels. */
const MOST_LEVELS = 32;
/** The brackets of a string, and the two bytes that say that it is UTF-16. */
const EMPTY = ['()', '<>', '<FEFF>', '<feff>', '(\xfe\xff)', '(\\376\\377)'];

/**
 * Whether something to read lies over a page: a note, a stamp, or what was entered in a form. It is no
 * part of the page's content, so that nobody finds it there.
 *
 * Source: ISO 32000-1, 12.5.2 "Annotation Dictionaries", 12.7.3.1 "Field Dictionaries".
 *
 * @throws Oddity
 */
export async function hasTextOver(objects: Objects, page: Dictionary): Promise<boolean> {
	const listed = await objects.resolve(entryOf(page, 'Annots'));
	for (const item of listed?.kind === 'array' ? listed.items : []) {
		const annotation = await objects.dictionary(item);
		const flags = integerOf(entryOf(annotation, 'F')) ?? 0;
		const subtype = nameAt(annotation, 'Subtype') ?? '';
		if (flags & (HIDDEN | NO_VIEW)) continue;
		if (SHOWING.includes(subtype)) return true;
		if (subtype === 'Widget' && (await isFilled(objects, annotation))) return true;
	}
	return false;
}

/** Whether a text was entered in a field, which has it from the fields above it. */
async function isFilled(objects: Objects, annotation: Value | undefined): Promise<boolean> {
	let field = annotation;
	for (let level = 0; field && level < MOST_LEVELS; level++) {
		const value = await objects.resolve(entryOf(field, 'V'));
		if (value) return value.kind === 'string' && !EMPTY.includes(textOf(value));
		field = await objects.dictionary(entryOf(field, 'Parent'));
	}
	return false;
}
