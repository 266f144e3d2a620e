import { Failure } from '../engine/errors/failure';

/** It keeps a slip of the finger, or a false page count, from becoming a billion requests. */
const MOST_PAGES = 10_000;

/** Pages from one to another; without `last` to the end of the document. */
interface PageRange {
	first: number;
	last?: number;
}

/**
 * The pages that a selection such as `1-3,5` or `4-` names, in its order, each once.
 *
 * @param selection empty or `all` for all pages
 * @param countPages is called only where the selection goes to the end of the document
 * @throws Failure when the selection is none, or its end is not known
 */
export async function selectPages(
	selection: string,
	countPages: () => Promise<number | undefined>,
): Promise<number[]> {
	const ranges = rangesOf(selection);
	const isOpen = ranges.some(({ last }) => last === undefined);
	const count = isOpen ? await countPages() : 0;
	if (count === undefined) {
		throw new Failure(
			'rejected',
			'The pages of this PDF cannot be counted, because it is encrypted, damaged or too complex. Name them in PDF Pages, for example 1-3.',
		);
	}

	const pages: number[] = [];
	for (const { first, last = count } of ranges) {
		if (first > last) {
			throw new Failure(
				'rejected',
				`The PDF has no page ${first}: its last page is ${last}, and PDF Pages is "${selection}".`,
			);
		}
		if (last > MOST_PAGES || pages.length > MOST_PAGES) {
			throw new Failure(
				'rejected',
				`PDF Pages "${selection}" goes beyond ${MOST_PAGES} pages, which is the most for an item. Split the PDF first.`,
			);
		}
		for (let page = first; page <= last; page++) pages.push(page);
	}
	return [...new Set(pages)];
}

/**
 * Whether a selection has the first page in it, which is the only one of a picture.
 *
 * @throws Failure when the selection is none
 */
export const hasFirstPage = (selection: string): boolean =>
	rangesOf(selection).some(({ first }) => first === 1);

function rangesOf(selection: string): PageRange[] {
	const text = selection.trim().toLowerCase();
	if (text === '' || text === 'all') return [{ first: 1 }];
	return text.split(',').map((range) => rangeOf(range, selection));
}

function rangeOf(range: string, selection: string): PageRange {
	const [from, to = from, ...more] = range.split('-').map((part) => part.trim());
	const isRange = /^\d+$/.test(from) && /^\d*$/.test(to) && more.length === 0;
	if (!isRange) {
		throw new Failure(
			'rejected',
			`PDF Pages "${selection}" is not a selection of pages. Write for example all, 2, 1-3,5 or 4-.`,
		);
	}
	const first = Number(from);
	if (first < 1) {
		throw new Failure(
			'rejected',
			`PDF Pages "${selection}" names page 0, but the first page is 1.`,
		);
	}
	if (to === '') return { first };
	const last = Number(to);
	if (last < first) {
		throw new Failure(
			'rejected',
			`PDF Pages "${selection}" goes backwards. Write ${last}-${first}.`,
		);
	}
	return { first, last };
}
