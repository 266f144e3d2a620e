import type { Piece, Place } from './pieces';
import { median } from './pieces';

/** How high a row or a piece stands. */
type Level = Pick<Place, 'middle' | 'height'>;

/** The blank between two rows or pieces, in pixels; undefined where a place is unknown. */
export const blankBetween = (upper?: Level, lower?: Level): number | undefined =>
	upper && lower && lower.middle - upper.middle - (lower.height + upper.height) / 2;

/** The blank above each of some rows. */
export function blanksAbove(rows: Piece[][]): Array<number | undefined> {
	const levels = rows.map(levelOf);
	return levels.map((level, index) => blankBetween(levels[index - 1], level));
}

/**
 * The blank between rows of one paragraph: of a letter, most rows may be paragraphs of their own.
 * Where the next column begins, there is none.
 */
export function usualBlank(blanks: Array<number | undefined>, size: number): number {
	const known = blanks.filter((blank) => blank !== undefined).filter((blank) => blank > -size / 2);
	return Math.max(0, median(known, 0.25));
}

/** The mean of a row; pieces without a place are rows of their own. */
function levelOf(row: Piece[]): Level | undefined {
	if (row.length === 1) return row[0].place;
	let [middle, height] = [0, 0];
	for (const { place } of row) {
		middle += place!.middle / row.length;
		height += place!.height / row.length;
	}
	return { middle, height };
}
