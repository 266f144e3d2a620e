import type { Piece } from './pieces';
import { isPlaced, median } from './pieces';

/** The blank between two rows or pieces, in pixels; undefined where a place is unknown. */
export function blankAbove(row: Piece[], above: Piece[] = []): number | undefined {
	const [upper, lower] = [middlesOf(above), middlesOf(row)];
	return upper && lower && lower.middle - upper.middle - (lower.height + upper.height) / 2;
}

/** The blank between most rows. */
export const usualBlank = (rows: Piece[][]): number =>
	median(rows.flatMap((row, index) => blankAbove(row, rows[index - 1]) ?? []));

function middlesOf(row: Piece[]): { middle: number; height: number } | undefined {
	const places = row.filter(isPlaced).map(({ place }) => place);
	return places.length === 0
		? undefined
		: {
				middle: median(places.map(({ middle }) => middle)),
				height: median(places.map(({ height }) => height)),
			};
}
