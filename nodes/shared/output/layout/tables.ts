import type { Cell } from './columns';
import { columnOf, separatorsOf, textsByColumn } from './columns';
import { isMostly, isNumber, isProse } from './prose';

/** Fewer rows with several cells are no table. */
const FEWEST_ROWS = 3;
/** Rows with one cell may stand between them, such as the second line of a cell. */
const MOST_SINGLES = 2;
const MOST_COLUMNS = 12;
/** A table has so many of its cells filled. */
const FILLED = 0.5;
const MOST_ADDRESS_LINES = 7;
/** Its lines without a number, so that a table of pieces is none. */
const FEWEST_NAMES = 2;
/** A number with a word before or after it. */
const HAS_NUMBER = /\d.*\p{L}{3}|\p{L}{3}.*\d/u;
/** Edges that are no farther apart stand below each other, in heights of print. */
const ALIGNED = 0.5;

/** Some rows of a page that are a table or not. */
export interface Part {
	rows: Cell[][];
	/** The texts of a table's cells. */
	table?: string[][];
}

/** Parts the rows of a page into tables and what stands between them. */
export function partsOf(rows: Cell[][], size: number): Part[] {
	const parts: Part[] = [];
	let text: Cell[][] = [];
	for (let first = 0; first < rows.length;) {
		const run = rows.slice(first, endOfRun(rows, first, size));
		const table = tableOf(run);
		if (table) {
			if (text.length > 0) parts.push({ rows: text });
			if (areAddresses(table)) parts.push(...columnsOf(run));
			else parts.push({ rows: run, table });
			text = [];
		} else text.push(...run);
		first += run.length;
	}
	if (text.length > 0) parts.push({ rows: text });
	return parts;
}

/** Where the rows that may be one table end; after the first row at least. */
function endOfRun(rows: Cell[][], first: number, size: number): number {
	let last = first;
	for (let index = first + 1; index < rows.length && index - last <= MOST_SINGLES + 1; index++) {
		if (rows[last].length < 2) break;
		if (rows[index].length > 1) last = index;
		else if (!fits(rows[index][0], rows[last], size)) break;
	}
	return last + 1;
}

/** Whether a cell stands below one of a row, and not below two. */
const fits = (cell: Cell, row: Cell[], size: number): boolean =>
	row.some(({ left, right }, index) => {
		const isAligned = [cell.left - left, cell.right - right].some(
			(distance) => Math.abs(distance) < ALIGNED * size,
		);
		const isInside =
			cell.left > (row[index - 1]?.right ?? -Infinity) &&
			cell.right < (row[index + 1]?.left ?? Infinity);
		return isAligned && isInside;
	});

/** The cells of rows that are a table; nothing where they are columns of text. */
function tableOf(rows: Cell[][]): string[][] | undefined {
	const several = rows.filter((row) => row.length > 1);
	if (several.length < FEWEST_ROWS) return undefined;
	const separators = separatorsOf(several);
	const count = separators.length + 1;
	const cells = several.flat();
	if (count > MOST_COLUMNS || cells.length < FILLED * count * several.length) return undefined;
	const columns = Array.from({ length: count }, (_, column) =>
		cells.filter((cell) => columnOf(cell, separators) === column),
	);
	if (columns.filter((column) => isMostly(column, ({ text }) => isProse(text))).length > 1)
		return undefined;
	if (
		!columns.slice(1).some((column) => isMostly(column, ({ text }) => isNumber(text))) &&
		areBlocks(columns, rows)
	)
		return undefined;
	return rows.map((row) => textsByColumn(row, separators));
}

/** Whether each column has names, and a street or a town with its number. */
const areAddresses = (table: string[][]): boolean =>
	table.length <= MOST_ADDRESS_LINES &&
	table[0].every((_, column) => {
		const texts = table.map((row) => row[column]).filter((text) => text !== '');
		const names = texts.filter((text) => !/\d/.test(text));
		return names.length >= FEWEST_NAMES && texts.some((text) => HAS_NUMBER.test(text));
	});

/** The columns of some rows, as parts without a table. */
function columnsOf(rows: Cell[][]): Part[] {
	const separators = separatorsOf(rows);
	return [...separators, Infinity].map((_, column) => ({
		rows: rows
			.map((row) => row.filter((cell) => columnOf(cell, separators) === column))
			.filter((row) => row.length > 0),
	}));
}

/** Whether each column has blocks of its own, of several rows: it is no column of a table. */
function areBlocks(columns: Cell[][], rows: Cell[][]): boolean {
	const blocksIn = (cells: Cell[]) =>
		new Set(cells.flatMap(({ pieces }) => pieces.map(({ block }) => block)));
	const blocks = columns.map(blocksIn);
	const all = blocksIn(rows.flat());
	const isOwn = blocks.reduce((sum, { size }) => sum + size, 0) === all.size;
	return isOwn && columns.every((column, index) => column.length >= 2 * blocks[index].size);
}
