import { Failure } from '../engine/errors/failure';

/** Keeps a typing error, or a false page count, from becoming a billion requests. */
const MOST_PAGES = 10_000;

/** A range of pages; without `last`, up to the end of the document. */
interface PageRange {
	first: number;
	last?: number;
}

/**
 * The pages that a selection such as `1-3,5` or `4-` names, in its order, each once.
 *
 * @param selection empty or `all` for all pages
 * @param countPages is called only where the selection goes to the end of the document
 * @throws Failure when the text is not a selection, or its last page is not known
 */
export async function selectPages(
	selection: string,
	countPages: () => Promise<number | null>,
): Promise<number[]> {
	const ranges = rangesOf(selection);
	const isOpen = ranges.some(({ last }) => last === undefined);
	const count = isOpen ? await countPages() : 0;
	if (count === null) {
		throw new Failure(
			'rejected',
			'The pages of this PDF cannot be counted, because it is encrypted, damaged or too complex. Enter the pages in PDF Pages, for example 1-3.',
		);
	}

	const pages: number[] = [];
	for (const { first, last = count } of ranges) {
		if (first > last) {
			throw new Failure(
				'rejected',
				`PDF Pages is "${selection}", but the last page of the PDF is ${last}. Select pages up to ${last}.`,
			);
		}
		if (last > MOST_PAGES || pages.length > MOST_PAGES) {
			throw new Failure(
				'rejected',
				`PDF Pages is "${selection}", but an item can have at most ${MOST_PAGES.toLocaleString('en')} pages. Split the PDF first.`,
			);
		}
		for (let page = first; page <= last; page++) pages.push(page);
	}
	return [...new Set(pages)];
}

/**
 * Whether a selection includes the first page, which is the only page of a picture.
 *
 * @throws Failure when the text is not a selection
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
			`PDF Pages is "${selection}", which is not a selection of pages. Enter for example all, 2, 1-3,5 or 4-.`,
		);
	}
	const first = Number(from);
	if (first < 1) {
		throw new Failure(
			'rejected',
			`PDF Pages is "${selection}", but the first page is page 1. Start at 1.`,
		);
	}
	if (to === '') return { first };
	const last = Number(to);
	if (last < first) {
		throw new Failure(
			'rejected',
			`PDF Pages is "${selection}", which goes backwards. Enter ${last}-${first}.`,
		);
	}
	return { first, last };
}
