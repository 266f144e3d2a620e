import type { Piece } from './pieces';
import { isPlaced, median } from './pieces';

/** The blank between two rows or pieces, in pixels; undefined where a place is unknown. */
export function blankAbove(row: Piece[], above: Piece[] = []): number | undefined {
	const [upper, lower] = [middlesOf(above), middlesOf(row)];
	return upper && lower && lower.middle - upper.middle - (lower.height + upper.height) / 2;
}

/** The blank above each of some rows. */
export const blanksAbove = (rows: Piece[][]): Array<number | undefined> =>
	rows.map((row, index) => blankAbove(row, rows[index - 1]));

/**
 * The blank between rows of one paragraph: of a letter, most rows may be paragraphs of their own.
 * Where the next column begins, there is none.
 */
export function usualBlank(blanks: Array<number | undefined>, size: number): number {
	const known = blanks.filter((blank) => blank !== undefined).filter((blank) => blank > -size / 2);
	return Math.max(0, median(known, 0.25));
}

function middlesOf(row: Piece[]): { middle: number; height: number } | undefined {
	if (row.length === 1) return row[0].place;
	const places = row.filter(isPlaced).map(({ place }) => place);
	if (places.length === 0) return undefined;
	return {
		middle: median(places.map(({ middle }) => middle)),
		height: median(places.map(({ height }) => height)),
	};
}
