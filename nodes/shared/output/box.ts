import { numberOf } from './values';

/** A place in a picture, in pixels. */
export interface Point {
	x: number;
	y: number;
}

/** An upright rectangle in pixels; null if the provider sends none. */
export interface Box {
	left: number | null;
	top: number | null;
	right: number | null;
	bottom: number | null;
}

export const NO_BOX: Box = { left: null, top: null, right: null, bottom: null };

/** The upright rectangle around points; missing coordinates are ignored. */
export function boxAround(xs: unknown[], ys: unknown[]): Box {
	const [left, right] = range(xs);
	const [top, bottom] = range(ys);
	return left <= right && top <= bottom ? { left, top, right, bottom } : NO_BOX;
}

/** The upright rectangle around other rectangles. */
export function boxOfBoxes(boxes: Box[]): Box {
	let left = Infinity;
	let top = Infinity;
	let right = -Infinity;
	let bottom = -Infinity;
	for (const box of boxes) {
		if (box.left === null || box.top === null || box.right === null || box.bottom === null)
			continue;
		if (box.left < left) left = box.left;
		if (box.top < top) top = box.top;
		if (box.right > right) right = box.right;
		if (box.bottom > bottom) bottom = box.bottom;
	}
	return left <= right && top <= bottom ? { left, top, right, bottom } : NO_BOX;
}

function range(values: unknown[]): [lowest: number, highest: number] {
	let [lowest, highest] = [Infinity, -Infinity];
	for (const given of values) {
		const value = typeof given === 'number' ? given : numberOf(given);
		if (value === null) continue;
		if (value < lowest) lowest = value;
		if (value > highest) highest = value;
	}
	return [lowest, highest];
}
