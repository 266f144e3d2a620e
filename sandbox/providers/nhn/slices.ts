/** A rectangle of an image, pixels. */
export interface Slice {
	left: number;
	top: number;
	width: number;
	height: number;
}

/** Longest slice, as a multiple of its short side: from here on NHN Cloud advises to cut. */
const longest = 2.5;
/** How far slices overlap, in the same measure: two rows of a till receipt. */
const overlap = 0.2;

/**
 * Cuts a long or wide image into slices of one size, which overlap.
 *
 * @returns from the top down or from left to right; the whole image if it is neither long nor wide
 */
export function slicesOf(width: number, height: number): Slice[] {
	const [short, long] = [Math.min(width, height), Math.max(width, height)];
	const shared = Math.round(short * overlap);
	const count =
		long > short * longest ? Math.ceil((long - shared) / (short * longest - shared)) : 1;
	const size = Math.ceil((long + (count - 1) * shared) / count);
	return Array.from({ length: count }, (_, index) => {
		const start = Math.min(index * (size - shared), long - size);
		return height > width
			? { left: 0, top: start, width, height: size }
			: { left: start, top: 0, width: size, height };
	});
}
