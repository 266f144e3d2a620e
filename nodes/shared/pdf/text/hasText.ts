import { Oddity } from '../syntax/oddity';
import { entryOf, type Dictionary } from '../syntax/values';
import { contentsOf } from '../cut/cutPage';
import type { Objects } from '../structure/objects';
import type { PagePlace } from '../structure/pageTree';
import { hasTextOver } from './annotations';
import { numbersOf, type Box } from './matrix';
import { readHiddenLayers } from './optionalContent';
import { PageReader } from './pageReader';

/** A page with fewer characters has a number, or a stamp, over what it shows. */
const FEWEST = 10;
/** Of the characters: what is lost where nobody can tell them. */
const MOST_UNKNOWN = 0.1;

/**
 * Whether a page shows text that can be copied, no image over most of the page, and no text in notes
 * or fields of a form, so that its text can be read without OCR.
 *
 * Source: ISO 32000-1, 7.7.3.3 "Page Objects", 14.11.2 "Page Boundaries".
 *
 * @throws Oddity when in doubt
 */
export async function hasText(
	objects: Objects,
	catalog: Dictionary,
	place: PagePlace,
): Promise<boolean> {
	const page = await objects.dictionary(place.reference);
	if (!page) throw new Oddity('the page is missing');
	const valueOf = async (key: 'Resources' | 'MediaBox' | 'CropBox') =>
		await objects.resolve(entryOf(page, key) ?? place.inherited.get(key));
	const paper = boxOf(numbersOf(await valueOf('MediaBox')));
	if (!paper) throw new Oddity('the page has no size');
	const box = common(paper, boxOf(numbersOf(await valueOf('CropBox'))) ?? paper) ?? paper;

	if (await hasTextOver(objects, page)) return false;
	const reader = new PageReader(objects, box, await readHiddenLayers(objects, catalog));
	const contents = await contentsOf(objects, entryOf(page, 'Contents'));
	await reader.read(contents, await objects.dictionary(await valueOf('Resources')));
	const { readable, unknown } = reader;
	return readable >= FEWEST && unknown <= (readable + unknown) * MOST_UNKNOWN;
}

/** A rectangle of any two corners; undefined if it has no area. */
function boxOf([x1, y1, x2, y2, ...more]: number[] = []): Box | undefined {
	const box = {
		left: Math.min(x1, x2),
		bottom: Math.min(y1, y2),
		right: Math.max(x1, x2),
		top: Math.max(y1, y2),
	};
	return more.length === 0 && hasArea(box) ? box : undefined;
}

function common(one: Box, other: Box): Box | undefined {
	const box = {
		left: Math.max(one.left, other.left),
		bottom: Math.max(one.bottom, other.bottom),
		right: Math.min(one.right, other.right),
		top: Math.min(one.top, other.top),
	};
	return hasArea(box) ? box : undefined;
}

const hasArea = ({ left, bottom, right, top }: Box) => right > left && top > bottom;
