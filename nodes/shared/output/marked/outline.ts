import type { ImageSize } from '../../input/imageSize';
import type { Point } from '../box';
import { isOnPage } from '../layout/pieces';
import type { TextLine } from '../textPage';

/** The four corners of a text in pixels, clockwise from its upper left one. */
export type Outline = [Point, Point, Point, Point];

/** An upright rectangle in pixels. */
export interface Extent {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** So much of a picture's side may a box stand out of it, as a rough one does. */
const SLACK = 0.02;

/** The outline of a line: its corners, or else its box; undefined if neither can be drawn. */
export function outlineOf({ corners, left, top, right, bottom }: TextLine): Outline | undefined {
	if (corners?.length === 4 && corners.every(isOnPage)) return corners as Outline;
	if (left === null || top === null || right === null || bottom === null) return undefined;
	const [start, end] = [Math.min(left, right), Math.max(left, right)];
	const [high, low] = [Math.min(top, bottom), Math.max(top, bottom)];
	const outline: Outline = [
		{ x: start, y: high },
		{ x: end, y: high },
		{ x: end, y: low },
		{ x: start, y: low },
	];
	return outline.every(isOnPage) ? outline : undefined;
}

/** The rectangle around outlines; undefined for none. */
export function extentOf(outlines: Outline[]): Extent | undefined {
	if (outlines.length === 0) return undefined;
	const extent = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
	for (const outline of outlines) {
		for (const { x, y } of outline) {
			extent.left = Math.min(extent.left, x);
			extent.top = Math.min(extent.top, y);
			extent.right = Math.max(extent.right, x);
			extent.bottom = Math.max(extent.bottom, y);
		}
	}
	return extent;
}

/** The length of a text, and the height of its print. */
export const measure = ([upperLeft, upperRight, , lowerLeft]: Outline): [
	length: number,
	height: number,
] => [distance(upperLeft, upperRight), distance(upperLeft, lowerLeft)];

const distance = (from: Point, to: Point): number => Math.hypot(to.x - from.x, to.y - from.y);

/** The width and height of an image as browsers show it: turned as its file says. */
export const sizeSeen = ({ width, height, orientation }: ImageSize): [number, number] =>
	orientation >= 5 ? [height, width] : [width, height];

/**
 * Outlines in the pixels of an image as browsers show it. No provider documents whether it turns a
 * photo as its file says before it reads it. So outlines stay as they are if the image is not lying on
 * its side, or if they fit in it as it is seen. If they only fit in it as it is stored, the provider
 * has not turned it, and they are turned here.
 */
export function asSeen(outlines: Outline[], { width, height, orientation }: ImageSize): Outline[] {
	const extent = extentOf(outlines);
	const isWithin = (right: number, bottom: number) =>
		!extent || (extent.right <= right * (1 + SLACK) && extent.bottom <= bottom * (1 + SLACK));
	if (orientation < 5 || isWithin(height, width) || !isWithin(width, height)) return outlines;
	const turn = ({ x, y }: Point): Point => ({
		x: orientation === 6 || orientation === 7 ? height - y : y,
		y: orientation === 7 || orientation === 8 ? width - x : x,
	});
	return outlines.map((outline) => outline.map(turn) as Outline);
}
