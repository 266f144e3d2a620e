import type { Piece, PlacedPiece } from './pieces';
import { isPlaced } from './pieces';

/** How far neighbours in a row may stand from each other's middle, in heights of the lower one. */
const NEAR = 0.5;
/** Dots and dashes are low, but their row is not. */
const LOWEST = 0.7;
/** So many rows at one height are looked at: only print that lies upon itself has more. */
const MOST_ROWS = 12;

/**
 * Numbers the printed rows of a page. From left to right, each piece continues the row that ends
 * nearest to its height, so that a row may bend; two pieces in one place are never in one row.
 */
export function markRows(pieces: PlacedPiece[], size: number): void {
	const rows: PlacedPiece[][] = [];
	// By the height at which they end.
	const ends = new Map<number, PlacedPiece[][]>();
	for (const piece of pieces.toSorted((one, other) => one.place.left - other.place.left)) {
		const height = Math.floor(piece.place.middle / size);
		let row: PlacedPiece[] | undefined;
		let nearest = Infinity;
		for (const near of [height - 1, height, height + 1]) {
			const candidates = ends.get(near) ?? [];
			for (let at = Math.max(0, candidates.length - MOST_ROWS); at < candidates.length; at++) {
				const distance = distanceTo(candidates[at].at(-1)!, piece, size);
				if (distance < nearest) [nearest, row] = [distance, candidates[at]];
			}
		}
		if (row) {
			const before = Math.floor(row.at(-1)!.place.middle / size);
			row.push(piece);
			if (before === height) continue;
			const left = ends.get(before)!;
			left.splice(left.lastIndexOf(row), 1);
		} else {
			row = [piece];
			rows.push(row);
		}
		const there = ends.get(height);
		if (there) there.push(row);
		else ends.set(height, [row]);
	}
	const sorted = rows
		.map((row) => ({
			row,
			middle: row.reduce((sum, { place }) => sum + place.middle, 0) / row.length,
		}))
		.sort((one, other) => one.middle - other.middle);
	for (const [index, { row }] of sorted.entries()) for (const { place } of row) place.row = index;
}

/** How much higher or lower a piece is than the last one of a row; Infinity where it is none of it. */
function distanceTo({ place: last }: PlacedPiece, { place }: PlacedPiece, size: number): number {
	const lower = Math.min(last.height, place.height);
	const distance = Math.abs(last.middle - place.middle);
	const isNear = distance <= NEAR * Math.min(2 * size, Math.max(LOWEST * size, lower));
	const overlap = last.right - place.left;
	const narrower = Math.min(last.right - last.left, place.right - place.left);
	return isNear && overlap <= Math.min(lower, narrower) / 2 ? distance : Infinity;
}

/** The rows of a page from top to bottom. Pieces without a place are rows after their predecessor's. */
export function inRows(pieces: Piece[]): Piece[][] {
	const rows: Piece[][] = [];
	const strays = new Map<number, Piece[][]>();
	let before = -1;
	for (const piece of pieces) {
		if (isPlaced(piece)) (rows[(before = piece.place.row)] ??= []).push(piece);
		else if (strays.has(before)) strays.get(before)!.push([piece]);
		else strays.set(before, [[piece]]);
	}
	const byLeft = (row: Piece[]) => row.sort((one, other) => one.place!.left - other.place!.left);
	return [
		...(strays.get(-1) ?? []),
		...rows.flatMap((row, at) => [byLeft(row), ...(strays.get(at) ?? [])]),
	];
}
