import type { Box, Matrix } from './matrix';

/** In cells, each side of the raster. */
const SIDE = 100;

/**
 * How much of a page images cover together. The page is a raster of 100 x 100 cells, and a cell is
 * covered if an image covers its center. Strips, tiles and overlaps add up as they should. Clipping
 * and transparency are not considered.
 *
 * Source: ISO 32000-1, 8.9.5 "Image Dictionaries": an image fills the unit square.
 */
export class CoveredArea {
	private readonly cells = new Uint8Array(SIDE * SIDE);
	private covered = 0;

	constructor(private readonly page: Box) {}

	/** From 0 to 1. */
	get share(): number {
		return this.covered / this.cells.length;
	}

	/**
	 * Adds an image, which a matrix maps from the unit square to the page.
	 *
	 * @returns how many cells it looked at
	 */
	add([a, b, c, d, e, f]: Matrix): number {
		const { left, bottom, right, top } = this.page;
		const determinant = a * d - b * c;
		const [width, height] = [(right - left) / SIDE, (top - bottom) / SIDE];
		const [firstColumn, lastColumn] = cellsBetween([e, e + a, e + c, e + a + c], left, width);
		const [firstRow, lastRow] = cellsBetween([f, f + b, f + d, f + b + d], bottom, height);
		let looked = 0;
		for (let row = firstRow; row <= lastRow; row++) {
			const y = bottom + (row + 0.5) * height - f;
			for (let column = firstColumn; column <= lastColumn; column++) {
				looked++;
				const x = left + (column + 0.5) * width - e;
				const [u, v] = [(d * x - c * y) / determinant, (a * y - b * x) / determinant];
				if (u >= 0 && u <= 1 && v >= 0 && v <= 1) this.cover(row * SIDE + column);
			}
		}
		return looked;
	}

	private cover(cell: number): void {
		this.covered += 1 - this.cells[cell];
		this.cells[cell] = 1;
	}
}

/** The first and the last cell that some coordinates can reach. */
function cellsBetween(coordinates: number[], start: number, size: number): [number, number] {
	const first = Math.floor((Math.min(...coordinates) - start) / size);
	const last = Math.floor((Math.max(...coordinates) - start) / size);
	return [Math.max(0, first), Math.min(SIDE - 1, last)];
}
