import type { Piece, PlacedPiece } from './pieces';
import { isPlaced, sortedBy } from './pieces';

/** Pieces of a row that stand closer than this are one cell, in heights of the higher one. */
const BLANK = 0.7;
/** So many letters that stand apart are a title. */
const SPACED = 4;
const LETTER = /^\p{L}$/u;
/** A sheet with more has no columns. */
const MOST_COLUMNS = 40;

/** What stands together in a row. */
export interface Cell {
	text: string;
	pieces: Piece[];
	/** On the levelled page; 0 where that is unknown. */
	left: number;
	right: number;
	/** Where it starts in a layout, in characters. */
	start: number;
}

/** A blank between two neighbours in a row. */
interface Gap {
	from: number;
	to: number;
}

/** The cells of a row, from left to right. */
export function cellsOf(row: Piece[]): Cell[] {
	const isTitle = row.length >= SPACED && row.every(({ text }) => LETTER.test(text));
	const cells: Cell[] = [];
	let last: PlacedPiece | undefined;
	for (const piece of row) {
		const left = piece.place?.left ?? 0;
		const right = piece.place?.right ?? 0;
		const cell = cells[cells.length - 1];
		if (last && isPlaced(piece) && (isTitle || isClose(last, piece))) {
			cell.text += ` ${piece.text}`;
			cell.pieces.push(piece);
			cell.right = Math.max(cell.right, right);
		} else cells.push({ text: piece.text, pieces: [piece], left, right, start: 0 });
		last = isPlaced(piece) ? piece : undefined;
	}
	return cells;
}

const isClose = ({ place: last }: PlacedPiece, { place }: PlacedPiece): boolean =>
	place.left - last.right < BLANK * Math.max(last.height, place.height);

/**
 * Where the columns of some rows begin, but for the first one: the fewest upright lines that part
 * every two neighbours in a row. Rows that have nothing in a column don't matter, nor does what
 * spans several of them.
 */
export function separatorsOf(rows: Cell[][]): number[] {
	const found: Gap[] = [];
	for (const row of rows) {
		for (let index = 1; index < row.length; index++) {
			const gap = { from: row[index - 1].right, to: row[index].left };
			if (gap.from < gap.to) found.push(gap);
		}
	}
	const gaps = sortedBy(found, ({ to }) => to);
	const shared: Array<Gap & { rows: number }> = [];
	for (const { from, to } of gaps) {
		const last = shared.at(-1);
		if (last && from < last.to) {
			last.from = Math.max(last.from, from);
			last.rows++;
		} else shared.push({ from, to, rows: 1 });
	}
	const separators = shared
		.sort((one, other) => other.rows - one.rows)
		.slice(0, MOST_COLUMNS - 1)
		// What begins in the blank of another row is right of it.
		.map(({ from }) => (from + gaps.find(({ to }) => to > from)!.to) / 2)
		.sort((one, other) => one - other);
	return withoutOdd(separators, gaps, rows);
}

/**
 * Leaves out what few rows need, but cuts the cells of others: a row with the date, the time and the
 * number of a receipt makes no columns of its goods, nor do signs in front of some prices.
 */
function withoutOdd(separators: number[], gaps: Gap[], rows: Cell[][]): number[] {
	const needs = separators.map(() => 0);
	for (const { from, to } of gaps) {
		const only = separators.findIndex((at) => from < at);
		if (separators[only] < to && !(separators[only + 1] < to)) needs[only]++;
	}
	const isCut = (row: Cell[], at: number) =>
		row.length > 1 && row.some(({ left, right }) => left < at && at < right);
	return separators.filter((at, index) => {
		const cuts = rows.filter((row) => isCut(row, at)).length;
		return cuts < 2 || needs[index] > Math.max(1, cuts / 2);
	});
}

/** The column in which a cell begins, from 0. */
export function columnOf({ left }: Cell, separators: number[]): number {
	const column = separators.findIndex((separator) => left < separator);
	return column === -1 ? separators.length : column;
}

/** A row's texts by column; what shares a column is parted by a blank. */
export function textsByColumn(row: Cell[], separators: number[]): string[] {
	const texts = new Array<string>(separators.length + 1).fill('');
	for (const cell of row) {
		const column = columnOf(cell, separators);
		texts[column] += texts[column] === '' ? cell.text : ` ${cell.text}`;
	}
	return texts;
}
