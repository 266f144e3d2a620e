import type { TextPage } from '../textPage';
import type { Cell } from './columns';
import { cellsOf, columnOf, separatorsOf } from './columns';
import { levelPage } from './levelPage';
import type { PlacedPiece } from './pieces';
import { isPlaced, median } from './pieces';
import { printedWidth } from '../printedWidth';
import { isNumber } from './prose';
import { inRows } from './rows';
import { blanksAbove, usualBlank } from './spacing';

/** Between two pages. */
export const FORM_FEED = '\f';
/** Characters of the widest page. */
const WIDEST = 240;
/** Between what stands apart. */
const APART = 2;
/** Cells that start so near to each other start in one place, in characters. */
const ALMOST = 0.6;
/** A blank that is larger than the usual one by this is an empty line, in heights of print. */
const EMPTY_LINE = 0.5;

/** The text of pages as it stands on them, for a font whose characters have one width. */
export const layoutText = (pages: TextPage[]): string =>
	pages.every(({ lines }) => lines.length === 0) ? '' : pages.map(pageText).join(`\n${FORM_FEED}`);

function pageText({ lines }: TextPage): string {
	const { pieces, size } = levelPage(lines, true);
	const placed = pieces.filter(isPlaced);
	const start = placed.reduce((least, { place }) => Math.min(least, place.left), Infinity);
	const character = characterWidth(placed, start);
	const columnAt = (x: number) => Math.round((x - start) / character);

	const rows = inRows(pieces);
	const cells = rows.map(cellsOf);
	const separators = separatorsOf(cells);
	const isAmount = (cell: Cell) =>
		separators.length > 0 &&
		columnOf(cell, separators) === separators.length &&
		isNumber(cell.text);
	const amounts = new Set(cells.flat().filter(isAmount));
	const edge = columnAt([...amounts].reduce((most, { right }) => Math.max(most, right), start));

	const starts = startsOf(cells.flat(), character);
	const startOf = (cell: Cell) => {
		if (!isPlaced(cell.pieces[0])) return 0;
		return amounts.has(cell) ? edge - printedWidth(cell.text) : columnAt(starts.get(cell)!);
	};
	const blanks = blanksAbove(rows);
	const usual = usualBlank(blanks, size) + EMPTY_LINE * size;
	const isApart = (index: number) => (blanks[index] ?? 0) > usual;
	const rowText = (row: Cell[], index: number) =>
		(isApart(index) ? '\n' : '') + spread(row, startOf);
	return cells.map(rowText).join('\n');
}

/** Where cells start: those that start almost below each other, do. */
function startsOf(cells: Cell[], character: number): Map<Cell, number> {
	const starts = new Map<Cell, number>();
	let start = -Infinity;
	for (const cell of cells.toSorted((one, other) => one.left - other.left)) {
		if (cell.left - start > ALMOST * character) start = cell.left;
		starts.set(cell, start);
	}
	return starts;
}

/** Puts cells into one line, each where it starts or after the one before. */
function spread(row: Cell[], startOf: (cell: Cell) => number): string {
	let text = '';
	let width = 0;
	for (const cell of row) {
		const start = Math.max(startOf(cell), text === '' ? 0 : width + APART);
		text += ' '.repeat(start - width) + cell.text;
		width = start + printedWidth(cell.text);
	}
	return text;
}

/** How wide a Latin character of most print is, so that the page is no wider than it may be. */
function characterWidth(pieces: PlacedPiece[], start: number): number {
	const widths = pieces.map(({ text, place }) => (place.right - place.left) / printedWidth(text));
	const end = pieces.reduce((most, { place }) => Math.max(most, place.right), start);
	return Math.max(median(widths), (end - start) / WIDEST) || 1;
}
