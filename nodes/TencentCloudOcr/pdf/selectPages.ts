import { Failure } from '../../shared/requestEngine/failure';

/** Whether a selection reaches to the last page, so that the page count must be known. */
export const needsPageCount = (selection: string) => /^\s*(all)?\s*$|-\s*(,|$)/i.test(selection);

/** It keeps a slip of the finger, or a false page count, from becoming a billion requests. */
const MOST_PAGES = 10_000;

/**
 * The pages that a selection such as `1-3,5` or `4-` names, in its order, each once.
 *
 * @param selection empty or `all` for all pages
 * @param pageCount asked for only where the selection is open, and to check its numbers
 * @throws Failure when the selection is not one, or the document lacks a page of it
 */
export function selectPages(selection: string, pageCount: number | undefined): number[] {
	const text = selection.trim().toLowerCase();
	const ranges = (text === '' || text === 'all' ? '1-' : text).split(',');
	return [...new Set(ranges.flatMap((range) => pagesOf(range, selection, pageCount)))];
}

function pagesOf(range: string, selection: string, pageCount: number | undefined): number[] {
	const [, from, dash, to] = /^\s*(\d+)\s*(?:(-)\s*(\d*)\s*)?$/.exec(range) ?? [];
	if (from === undefined) {
		throw new Failure(
			'item',
			`PDF Pages "${selection}" is not a selection of pages: write for example all, 2, 1-3,5 or 4-`,
		);
	}
	const first = Number(from);
	const last = dash ? Number(to || pageCount) : first;
	if (Number.isNaN(last)) {
		throw new Failure(
			'item',
			'The number of pages of this PDF cannot be read from the file, which may be encrypted: name them in PDF Pages, for example 1-3',
		);
	}
	if (Math.max(first, last) > MOST_PAGES) {
		throw new Failure(
			'item',
			`PDF Pages "${selection}" reaches to page ${Math.max(first, last)}, but an item can have ${MOST_PAGES} pages: split the PDF first`,
		);
	}
	const missing = first < 1 ? first : Math.max(first, last);
	if (first < 1 || missing > (pageCount ?? Infinity)) {
		throw new Failure(
			'item',
			`The PDF has no page ${missing}: its pages run from 1 to ${pageCount ?? 'its end'}, and PDF Pages is "${selection}"`,
		);
	}
	if (last < first) {
		throw new Failure('item', `PDF Pages "${selection}" goes backwards: write ${last}-${first}`);
	}
	return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
