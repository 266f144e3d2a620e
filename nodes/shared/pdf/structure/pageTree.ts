import { Oddity } from '../syntax/oddity';
import {
	entryOf,
	integerOf,
	nameAt,
	type Dictionary,
	type Reference,
	type Value,
} from '../syntax/values';
import type { Objects } from './objects';

/** The entries that a page has from the nodes above it, where it has none of its own. */
export const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;

/** A page, as the page tree tells. */
export interface PagePlace {
	reference: Reference;
	inherited: Inherited;
}

type Inherited = Map<string, Value>;

/** Trees of producers are balanced, or have one level. */
const MOST_DEPTH = 50;

/**
 * The pages of a file, in order.
 *
 * Source: ISO 32000-1, 7.7.3 "Page Tree".
 *
 * @throws Oddity where it is not a tree, has a hole, or counts its pages wrong
 */
export async function readPageTree(objects: Objects, root: Reference): Promise<PagePlace[]> {
	const pages: PagePlace[] = [];
	const seen = new Set<number>();

	const visit = async (reference: Value, inherited: Inherited, depth: number): Promise<void> => {
		if (reference.kind !== 'reference') throw new Oddity('a page is not an object of its own');
		if (seen.has(reference.number) || depth > MOST_DEPTH) {
			throw new Oddity('a page stands twice in the page tree');
		}
		seen.add(reference.number);
		const node = await objects.dictionary(reference);
		if (!node) throw new Oddity('the page tree has a hole');
		const type = nameAt(node, 'Type');
		if (type === 'Page' && depth > 0) {
			objects.budget.keep();
			pages.push({ reference, inherited });
			return;
		}
		const kids = await objects.resolve(entryOf(node, 'Kids'));
		const count = integerOf(await objects.resolve(entryOf(node, 'Count')));
		if (type !== 'Pages' || kids?.kind !== 'array' || count === undefined) {
			throw new Oddity('a node of the page tree is not readable');
		}
		const before = pages.length;
		const passedOn = withOwn(inherited, node);
		for (const kid of kids.items) await visit(kid, passedOn, depth + 1);
		if (pages.length - before !== count) throw new Oddity('the page tree counts its pages wrong');
	};

	await visit(root, new Map(), 0);
	return pages;
}

/** What the nodes above passed on, with what a node has itself. */
function withOwn(inherited: Inherited, node: Dictionary): Inherited {
	const own = INHERITED.flatMap((key): Array<[string, Value]> => {
		const value = entryOf(node, key);
		return value ? [[key, value]] : [];
	});
	return own.length > 0 ? new Map([...inherited, ...own]) : inherited;
}
