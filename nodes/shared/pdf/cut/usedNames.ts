import { inflate } from '../syntax/inflate';
import { unlessOdd } from '../syntax/oddity';
import { decodeName, entryOf } from '../syntax/values';
import type { Budget } from '../syntax/budget';
import type { PdfObject } from '../structure/objectAt';

/** Larger contents are drawings, which are not worth the time. */
const MOST_INFLATED = 8 * 1024 * 1024;
/** How many bytes are searched at a time. */
const WINDOW = 64 * 1024;
/** No name of a producer is longer. */
const LONGEST = 256;
const NAME = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/g;

/**
 * All names in a page's content, and perhaps a few that only look like names, in a picture for
 * example. Undefined if the content is too long or has a filter that is not read.
 *
 * Source: ISO 32000-1, 7.8.2 "Content Streams", 7.8.3 "Resource Dictionaries".
 */
export async function usedNames(
	contents: PdfObject[],
	budget: Budget,
): Promise<Set<string> | undefined> {
	const names = new Set<string>();
	const length = { left: MOST_INFLATED };
	for (const content of contents) {
		const pieces = plainPieces(content, budget);
		const isRead = pieces && (await unlessOdd(readNames(pieces, names, length), () => false));
		if (!isRead) return undefined;
	}
	return names;
}

/** Adds the names in a content, and returns whether it could be read. */
async function readNames(
	pieces: AsyncIterable<Buffer>,
	names: Set<string>,
	length: { left: number },
): Promise<boolean> {
	let rest = '';
	for await (const piece of pieces) {
		length.left -= piece.length;
		if (length.left < 0) return false;
		rest = addNames(names, rest + piece.toString('latin1'));
		if (rest.length > LONGEST) return false;
	}
	addNames(names, `${rest} `);
	return true;
}

/** Adds the names that end within a text, and returns the beginning of a last one that may not. */
function addNames(names: Set<string>, text: string): string {
	for (const { 1: name, 0: match, index } of text.matchAll(NAME)) {
		if (index + match.length === text.length) return match;
		names.add(decodeName(name));
	}
	return '';
}

function plainPieces({ value, data }: PdfObject, budget: Budget) {
	let filter = entryOf(value, 'Filter');
	if (filter?.kind === 'array' && filter.items.length <= 1) filter = filter.items[0];
	if (!data || entryOf(value, 'DecodeParms') || entryOf(value, 'F')) return undefined;
	if (filter === undefined) return windows(data, budget);
	return filter.kind === 'name' && filter.name === 'FlateDecode'
		? inflate(data, budget)
		: undefined;
}

async function* windows(data: Buffer, budget: Budget): AsyncGenerator<Buffer, void> {
	for (let start = 0; start < data.length; start += WINDOW) {
		if (budget.spend(WINDOW)) await budget.rest();
		yield data.subarray(start, start + WINDOW);
	}
}
