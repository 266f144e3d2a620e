import type { Piece, PlacedPiece } from './pieces';
import { isPlaced, sortedBy } from './pieces';

/** How far neighbours in a row may stand from each other's middle, in heights of the lower one. */
const NEAR = 0.5;
/** Dots and dashes are low, but their row is not. */
const LOWEST = 0.7;
/** So many rows at one height are looked at: only print that lies upon itself has more. */
const MOST_ROWS = 12;

/**
 * Finds the printed rows of a page. From left to right, each piece continues the row that ends nearest
 * to its height, so that a row may bend; two pieces in one place are never in one row.
 *
 * @returns the rows from top to bottom; pieces without a place are rows after their predecessor's
 */
export function inRows(pieces: Piece[], size: number): Piece[][] {
	const found: PlacedPiece[][] = [];
	// By the height at which they end.
	const ends = new Map<number, PlacedPiece[][]>();
	for (const piece of sortedBy(pieces.filter(isPlaced), ({ place }) => place.left)) {
		const height = Math.floor(piece.place.middle / size);
		let row: PlacedPiece[] | undefined;
		let nearest = Infinity;
		for (let near = height - 1; near <= height + 1; near++) {
			const candidates = ends.get(near);
			if (!candidates) continue;
			for (let at = Math.max(0, candidates.length - MOST_ROWS); at < candidates.length; at++) {
				const distance = distanceTo(lastOf(candidates[at]), piece, size);
				if (distance >= nearest) continue;
				nearest = distance;
				row = candidates[at];
			}
		}
		if (row) {
			const before = Math.floor(lastOf(row).place.middle / size);
			row.push(piece);
			if (before === height) continue;
			const left = ends.get(before)!;
			left.splice(left.lastIndexOf(row), 1);
		} else {
			row = [piece];
			found.push(row);
		}
		const there = ends.get(height);
		if (there) there.push(row);
		else ends.set(height, [row]);
	}
	const rows = sortedBy(
		found,
		(row) => row.reduce((sum, { place }) => sum + place.middle, 0) / row.length,
	);
	for (let at = 0; at < rows.length; at++) for (const { place } of rows[at]) place.row = at;
	return withStrays(rows, pieces);
}

const lastOf = (row: PlacedPiece[]): PlacedPiece => row[row.length - 1];

/** How much higher or lower a piece is than the last one of a row; Infinity where it is none of it. */
function distanceTo({ place: last }: PlacedPiece, { place }: PlacedPiece, size: number): number {
	const lower = Math.min(last.height, place.height);
	const distance = Math.abs(last.middle - place.middle);
	const isNear = distance <= NEAR * Math.min(2 * size, Math.max(LOWEST * size, lower));
	const overlap = last.right - place.left;
	const narrower = Math.min(last.right - last.left, place.right - place.left);
	return isNear && overlap <= Math.min(lower, narrower) / 2 ? distance : Infinity;
}

function withStrays(rows: PlacedPiece[][], pieces: Piece[]): Piece[][] {
	const strays = new Map<number, Piece[][]>();
	let before = -1;
	for (const piece of pieces) {
		if (isPlaced(piece)) before = piece.place.row;
		else if (strays.has(before)) strays.get(before)!.push([piece]);
		else strays.set(before, [[piece]]);
	}
	if (strays.size === 0) return rows;
	const after = (at: number) => strays.get(at) ?? [];
	return [...after(-1), ...rows.flatMap((row, at) => [row, ...after(at)])];
}
