import { Oddity } from '../syntax/oddity';
import { entryOf, nameAt, textOf, type Dictionary, type Value } from '../syntax/values';
import type { Objects } from '../structure/objects';
import { rewrite, type Changes } from './rewrite';

/** What leads to other pages or does something, and what is no look: sounds, films, attachments. */
const CUT = [
	'3DD',
	'A',
	'AA',
	'Dest',
	'FS',
	'IRT',
	'Kids',
	'Lock',
	'Movie',
	'P',
	'PA',
	'Parent',
	'Popup',
	'RichMediaContent',
	'RichMediaSettings',
	'SV',
	'Sound',
	'StructParent',
];
/** What a field has from the fields above it. */
const INHERITED = ['DA', 'DV', 'Ff', 'FT', 'I', 'MaxLen', 'Opt', 'Q', 'TI', 'V'];
/** Names of fields have few parts. */
const MOST_LEVELS = 32;

/**
 * The text of an annotation that keeps its look. A field of a form gets what it has from the fields
 * above it, and a name of its own.
 *
 * Source: ISO 32000-1, 12.5.2 "Annotation Dictionaries", 12.7.3 "Field Dictionaries".
 *
 * @param number of the annotation's object
 */
export async function annotationText(
	objects: Objects,
	annotation: Dictionary,
	number?: number,
): Promise<string> {
	const changes: Changes = new Map(CUT.map((key) => [key, undefined]));
	if (isField(annotation)) await addField(objects, annotation, number, changes);
	return rewrite(annotation, changes);
}

export const isField = (annotation: Dictionary): boolean =>
	nameAt(annotation, 'Subtype') === 'Widget';

async function addField(
	objects: Objects,
	annotation: Dictionary,
	number: number | undefined,
	changes: Changes,
): Promise<void> {
	let field: Value | undefined = annotation;
	let fieldNumber = number;
	let nameNumber: number | undefined;
	const values = new Map<string, Value>();
	for (let level = 0; field?.kind === 'dictionary'; level++) {
		if (level > MOST_LEVELS) throw new Oddity('fields of a form are a loop');
		for (const key of INHERITED) {
			const value = entryOf(field, key);
			if (value && !values.has(key)) values.set(key, value);
		}
		// Annotations of one field, such as the buttons of a choice, have the name in the field above.
		if (entryOf(field, 'T')) nameNumber ??= fieldNumber;
		const parent: Value | undefined = entryOf(field, 'Parent');
		fieldNumber = parent?.kind === 'reference' ? parent.number : undefined;
		field = await objects.resolve(parent);
	}
	for (const [key, value] of values) changes.set(key, textOf(value));
	if (nameNumber !== undefined) changes.set('T', `(${nameNumber})`);
	const type = values.get('FT');
	// A signature's value is not drawn, and it is large.
	if (type?.kind === 'name' && type.name === 'Sig') changes.set('V', undefined);
}
