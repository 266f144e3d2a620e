import type { INodeExecutionData } from 'n8n-workflow';

import { boxOfBoxes, NO_BOX } from '../box';
import { meanConfidence } from '../meanConfidence';
import type { TextPage } from '../textPage';
import { cellsOf, separatorsOf, textsByColumn } from './columns';
import { levelPage } from './levelPage';
import type { Piece } from './pieces';
import { isUsable } from './pieces';

/** A printed row: its pieces from left to right, and their texts by the page's columns. */
export interface Row {
	pieces: Piece[];
	columns: string[];
}

/** The printed rows of a page, from top to bottom; each has all columns of the page. */
export function rowsOf({ lines }: TextPage): Row[] {
	const { rows } = levelPage(lines, true);
	const cells = rows.map(cellsOf);
	const separators = separatorsOf(cells);
	return rows.map((pieces, index) => ({
		pieces,
		columns: textsByColumn(cells[index], separators),
	}));
}

/**
 * An item per printed row; each has all columns of the document.
 *
 * @param pageCount how many pages the document has, read or not; null if that is not known
 */
export function rowItems(
	pages: TextPage[],
	pageCount: number | null = pages.length,
): INodeExecutionData[] {
	const rowsOfPages = pages.map((page) => ({ page: page.page, rows: rowsOf(page) }));
	const count = rowsOfPages.reduce(
		(most, { rows }) => Math.max(most, rows[0]?.columns.length ?? 1),
		1,
	);
	const columnsOf = (texts: string[]) =>
		Object.fromEntries(
			Array.from({ length: count }, (_, at) => [`column${at + 1}`, texts[at] ?? '']),
		);
	return rowsOfPages.flatMap(({ page, rows }): INodeExecutionData[] => {
		const place = { page, pages: pageCount };
		const nothing = { row: null, text: '', confidence: null, ...NO_BOX, ...columnsOf([]) };
		if (rows.length === 0) return [{ json: { ...place, ...nothing } }];
		return rows.map(({ pieces, columns }, index) => {
			const text = pieces.map((piece) => piece.text).join(' ');
			const confidence = meanConfidence(pieces);
			const box = boxOfBoxes(pieces.filter(isUsable));
			const row = { ...place, row: index + 1, text, confidence };
			return { json: { ...row, ...box, ...columnsOf(columns) } };
		});
	});
}
