import type { TextPage } from '../textPage';
import type { Cell } from './columns';
import { cellsOf, columnOf, separatorsOf } from './columns';
import { levelPage } from './levelPage';
import { isPlaced, median, sortedBy } from './pieces';
import { printedWidth } from '../printedWidth';
import { isNumber } from './prose';
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
	const { rows, size } = levelPage(lines, true);
	const cells = rows.map(cellsOf);
	const known = cells.filter(([{ pieces }]) => isPlaced(pieces[0])).flat();
	const start = known.reduce((least, { left }) => Math.min(least, left), Infinity);
	const character = characterWidth(known, start);
	const columnAt = (x: number) => Math.round((x - start) / character);

	const separators = separatorsOf(cells);
	const isAmount = (cell: Cell) =>
		separators.length > 0 &&
		columnOf(cell, separators) === separators.length &&
		isNumber(cell.text);
	const amounts = known.filter(isAmount);
	const edge = columnAt(amounts.reduce((most, { right }) => Math.max(most, right), start));
	alignLefts(known, ALMOST * character);
	for (const cell of known) cell.start = columnAt(cell.left);
	for (const amount of amounts) amount.start = edge - printedWidth(amount.text);

	const blanks = blanksAbove(rows);
	const usual = usualBlank(blanks, size) + EMPTY_LINE * size;
	const isApart = (index: number) => (blanks[index] ?? 0) > usual;
	const rowText = (row: Cell[], index: number) => (isApart(index) ? '\n' : '') + spread(row);
	return cells.map(rowText).join('\n');
}

/** Moves cells that begin almost below each other to where the first of them does. */
function alignLefts(cells: Cell[], almost: number): void {
	let start = -Infinity;
	for (const cell of sortedBy(cells, ({ left }) => left)) {
		if (cell.left - start > almost) start = cell.left;
		cell.left = start;
	}
}

/** Puts cells into one line, each where it starts or after the one before. */
function spread(row: Cell[]): string {
	let text = '';
	let width = 0;
	for (const cell of row) {
		const start = Math.max(cell.start, text === '' ? 0 : width + APART);
		text += ' '.repeat(start - width) + cell.text;
		width = start + printedWidth(cell.text);
	}
	return text;
}

/** How wide a Latin character of most print is, so that the page is no wider than it may be. */
function characterWidth(cells: Cell[], start: number): number {
	const widths = cells.map(({ text, left, right }) => (right - left) / (printedWidth(text) || 1));
	const end = cells.reduce((most, { right }) => Math.max(most, right), start);
	return Math.max(median(widths), (end - start) / WIDEST) || 1;
}
