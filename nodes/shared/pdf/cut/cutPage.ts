import { Oddity } from '../syntax/oddity';
import { entryOf, textOf, type Dictionary, type Reference, type Value } from '../syntax/values';
import type { PdfObject } from '../structure/objectAt';
import type { Objects } from '../structure/objects';
import { INHERITED, type PagePlace } from '../structure/pageTree';
import { annotationText, isField } from './annotations';
import { Extract } from './extract';
import { countPrunable, prunedResources, usesPageResources } from './resources';
import { dictionaryText, type Changes } from './rewrite';
import { usedNames } from './usedNames';
import { writePdf } from './writePdf';

/** What the pages of a file share. */
export interface FileParts {
	/** Such as `%PDF-1.7`. */
	header: string;
	catalog: Dictionary;
	catalogReference: Reference;
	/** The root of the page tree. */
	rootReference: Reference;
}

/** What a page keeps as it is, besides what it may inherit. */
const KEPT_OF_PAGE = ['BleedBox', 'TrimBox', 'ArtBox', 'UserUnit', 'Group', 'Contents'];
/** Optional content decides what is drawn. */
const KEPT_OF_CATALOG = ['Version', 'OCProperties'];
const KEPT_OF_FORM = ['DA', 'DR', 'NeedAppearances', 'Q'];

/**
 * A page of a file as a file of its own: with all that it draws, and with nothing of other pages.
 *
 * Source: ISO 32000-1, 7.7.2 "Document Catalog", 7.7.3.3 "Page Objects", 12.7.2 "Interactive Form
 * Dictionary".
 *
 * @throws Oddity
 */
export async function cutPage(
	file: FileParts,
	place: PagePlace,
	objects: Objects,
): Promise<Buffer> {
	const page = await objects.dictionary(place.reference);
	if (!page) throw new Oddity('the page is missing');
	const contents = await contentsOf(objects, entryOf(page, 'Contents'));
	const own = entryOf(page, 'Resources') ?? place.inherited.get('Resources');
	const resources = await objects.dictionary(own);
	const pruned = resources && (await pruneFor(objects, resources, contents));

	const withResources = async (text: string | undefined) => {
		const extract = new Extract(objects);
		let isBorrowed = false;
		await putPage(extract, objects, file, place, page, text);
		await extract.follow((object) => (isBorrowed ||= usesPageResources(object)));
		return { objects: [...extract.written.values()], isBorrowed };
	};

	let written = await withResources(pruned ?? (own && textOf(own)));
	// A drawing of the page may use what the page's content itself does not name.
	if (pruned !== undefined && written.isBorrowed) written = await withResources(own && textOf(own));
	return writePdf(file.header, written.objects, textOf(file.catalogReference));
}

/** The text of resources without what the content does not name; undefined if that is all the same. */
async function pruneFor(
	objects: Objects,
	resources: Dictionary,
	contents: PdfObject[],
): Promise<string | undefined> {
	// A single picture is what the page is for.
	if ((await countPrunable(objects, resources)) <= 1) return undefined;
	const names = await usedNames(contents, objects.budget);
	return names && (await prunedResources(objects, resources, names));
}

/** The streams of a page's content. Source: ISO 32000-1, 7.8.2 "Content Streams". */
export async function contentsOf(
	objects: Objects,
	contents: Value | undefined,
): Promise<PdfObject[]> {
	if (contents === undefined) return [];
	const streamOf = async (reference: Value) => {
		const object = reference.kind === 'reference' ? await objects.load(reference) : undefined;
		if (!object?.data) throw new Oddity('a part of the page is missing');
		return object;
	};
	const array = await objects.resolve(contents);
	if (array?.kind !== 'array') return [await streamOf(contents)];
	const streams: PdfObject[] = [];
	for (const item of array.items) streams.push(await streamOf(item));
	return streams;
}

/** Writes the catalog, the page tree, the page and its annotations. */
async function putPage(
	extract: Extract,
	objects: Objects,
	{ catalog, catalogReference, rootReference }: FileParts,
	{ reference, inherited }: PagePlace,
	page: Dictionary,
	resources: string | undefined,
): Promise<void> {
	const annotations: string[] = [];
	const fields: string[] = [];
	const listed = await objects.resolve(entryOf(page, 'Annots'));
	for (const item of listed?.kind === 'array' ? listed.items : []) {
		const annotation = await objects.dictionary(item);
		if (!annotation) continue;
		const isReference = item.kind === 'reference';
		const text = await annotationText(objects, annotation, isReference ? item.number : undefined);
		if (isReference) await extract.put(item, text);
		annotations.push(isReference ? textOf(item) : text);
		if (isReference && isField(annotation)) fields.push(textOf(item));
	}

	const pageEntries: Changes = new Map([
		['Type', '/Page'],
		['Parent', textOf(rootReference)],
	]);
	for (const key of INHERITED) {
		const value = entryOf(page, key) ?? inherited.get(key);
		if (value) pageEntries.set(key, textOf(value));
	}
	if (resources !== undefined) pageEntries.set('Resources', resources);
	keep(pageEntries, page, KEPT_OF_PAGE);
	if (annotations.length > 0) pageEntries.set('Annots', `[ ${annotations.join(' ')} ]`);
	await extract.put(reference, dictionaryText(pageEntries));

	const kids = `[ ${textOf(reference)} ]`;
	await extract.put(
		rootReference,
		dictionaryText(
			new Map([
				['Type', '/Pages'],
				['Kids', kids],
				['Count', '1'],
			]),
		),
	);

	const catalogEntries: Changes = new Map([
		['Type', '/Catalog'],
		['Pages', textOf(rootReference)],
	]);
	keep(catalogEntries, catalog, KEPT_OF_CATALOG);
	const form = fields.length > 0 && (await objects.dictionary(entryOf(catalog, 'AcroForm')));
	if (form) {
		const formEntries: Changes = new Map([['Fields', `[ ${fields.join(' ')} ]`]]);
		keep(formEntries, form, KEPT_OF_FORM);
		catalogEntries.set('AcroForm', dictionaryText(formEntries));
	}
	await extract.put(catalogReference, dictionaryText(catalogEntries));
}

function keep(entries: Changes, dictionary: Dictionary, keys: string[]): void {
	for (const key of keys) {
		const value = entryOf(dictionary, key);
		if (value) entries.set(key, textOf(value));
	}
}
