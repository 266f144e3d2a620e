import type { Bbox, Line } from 'tesseract.js';

/** How much a line of text falls per pixel to the right. */
export function slope({ baseline: { x0, y0, x1, y1 } }: Line): number {
	return x1 > x0 ? (y1 - y0) / (x1 - x0) : 0;
}

/**
 * The slanted box of a text whose upright box is known.
 *
 * @param fall of its line
 * @returns [x, y] of its corners, clockwise from the upper left one
 */
export function corners({ x0, y0, x1, y1 }: Bbox, fall: number): Array<[x: number, y: number]> {
	const drift = Math.round(Math.min(Math.abs(fall) * (x1 - x0), (y1 - y0) / 2));
	const [left, right] = fall > 0 ? [0, drift] : [drift, 0];
	return [
		[x0, y0 + left],
		[x1, y0 + right],
		[x1, y1 - left],
		[x0, y1 - right],
	];
}

/** The upright box around two others. */
export const around = (one: Bbox, other: Bbox): Bbox => ({
	x0: Math.min(one.x0, other.x0),
	y0: Math.min(one.y0, other.y0),
	x1: Math.max(one.x1, other.x1),
	y1: Math.max(one.y1, other.y1),
});
