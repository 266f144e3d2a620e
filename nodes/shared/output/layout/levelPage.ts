import type { Point } from '../box';
import type { TextLine } from '../textPage';
import type { FullBox, Piece, Place, PlacedPiece } from './pieces';
import { centreOf, isOnPage, isPlaced, isUsable, median, piecesOf, wholeLine } from './pieces';
import { isMostly, isRightToLeft } from './prose';
import { markRows } from './rows';
import type { Skew } from './skew';
import { fitSkew, levelOf } from './skew';

/** 15 degrees. */
const STEEPEST = 0.27;
/** A fan of 0.08 makes one edge 16 % shorter than the other. */
const ROWS = { fan: 0.08, doubt: 0.08 };
/** Margins stand upright on the rows, but for the camera. */
const MARGINS = { flat: -0.1, steep: 0.1, fan: 0.1, doubt: 0.1 };
/** The slope of a page is that near to the slope of its lines. */
const NEAR = 0.04;
/** Lines that are longer than this know their slope, in heights of print. */
const LONG = 1.5;
/** So many boxes tell the height of print. */
const MOST_BOXES = 500;
/** Heights of print that differ by so much more than at another slope speak against this one. */
const SPREAD = 0.1;

/** A page whose rows run along x. */
export interface LevelPage {
	/** In the provider's order. */
	pieces: Piece[];
	/** The height of most print; 1 where nothing has a place. */
	size: number;
}

/**
 * Finds the places of a page's print. There are none on a page whose lines run downwards, such as
 * vertical Chinese: the provider knows their order.
 *
 * @param isCut whether wide gaps part lines
 */
export function levelPage(lines: TextLine[], isCut: boolean): LevelPage {
	const pieces = isCut ? lines.flatMap(piecesOf) : lines.map(wholeLine);
	const boxed = pieces.filter((piece) => isUsable(piece));
	if (boxed.length === 0 || isVertical(boxed)) return { pieces, size: 1 };
	const { height, steepest } = printIn(boxed);
	const runs = lines.map(runOf).filter(({ x }) => Math.abs(x) > LONG * height);
	const { x, y } = middleOf(boxed.map(centreOf));
	const [across, down] = directionOf(lines, runs);
	const around = (point: Point): Point => ({
		x: across * (point.x - x),
		y: down * (point.y - y),
	});
	const slope = slopeOf(runs.map((run) => (run.y * down) / (run.x * across)));
	const [flat, steep] = slope === null ? [-steepest, steepest] : [slope - NEAR, slope + NEAR];
	const rows = fitSkew(lines.flatMap(evidence).map(around), height, { ...ROWS, flat, steep });
	for (const piece of boxed) piece.place = placeOf(piece, around(centreOf(piece)), rows);
	const placed = pieces.filter(isPlaced);
	const size = median(placed.map(({ place }) => place.height));
	straighten(placed, size);
	markRows(placed, size);
	return { pieces, size };
}

/** Where a row surely runs: along the middle of a line, or through its words. */
function evidence(line: TextLine): Point[] {
	const ends = endsOf(line);
	if (ends) return ends;
	const words = line.words.filter((word) => isUsable(word));
	return (words.length > 1 ? words : [line].filter((box) => isUsable(box))).map(centreOf);
}

/** The middles of a line's edges, if it has corners. */
function endsOf({ corners = [] }: TextLine): [start: Point, end: Point] | undefined {
	if (corners.length !== 4 || !corners.every(isOnPage)) return undefined;
	const [upperLeft, upperRight, lowerRight, lowerLeft] = corners;
	return [between(upperLeft, lowerLeft), between(upperRight, lowerRight)];
}

/** From the start of a line's text to its end; nothing where that is unknown. */
export function runOf(line: TextLine): Point {
	const [first, last] = [line.words[0], line.words.at(-1)];
	const isKnown = first && last && isUsable(first) && isUsable(last);
	const ends = endsOf(line) ?? (isKnown ? [centreOf(first), centreOf(last)] : undefined);
	return ends ? { x: ends[1].x - ends[0].x, y: ends[1].y - ends[0].y } : { x: 0, y: 0 };
}

/**
 * How the page is turned, so that its text runs along x: by the signs of x and y. A page upside down
 * is turned around, and one from right to left is mirrored.
 */
function directionOf(lines: TextLine[], runs: Point[]): [across: 1 | -1, down: 1 | -1] {
	if (isRightToLeft(lines)) return [-1, 1];
	return isMostly(runs, ({ x }) => x < 0) ? [-1, -1] : [1, 1];
}

/** The slope of most print, as the lines themselves say; null where they are too short to say. */
function slopeOf(slopes: number[]): number | null {
	const slope = median(slopes);
	return slopes.length > 0 && Math.abs(slope) <= STEEPEST ? slope : null;
}

const between = (one: Point, other: Point): Point => ({
	x: (one.x + other.x) / 2,
	y: (one.y + other.y) / 2,
});

/**
 * What boxes alone tell of the print in them: at the right slope it is of one height, as wide boxes
 * are higher than narrow ones by what their print falls.
 */
function printIn(boxes: FullBox[]): { height: number; steepest: number } {
	const some = boxes.filter((_, index) => index % Math.ceil(boxes.length / MOST_BOXES) === 0);
	const tries = Array.from({ length: 16 }, (_, index) => {
		const slope = (index * STEEPEST) / 15;
		const heights = some.map((box) => sizeIn(box, slope).height);
		const height = median(heights);
		return {
			slope,
			height,
			spread: median(heights.map((other) => Math.abs(other - height))) / height,
		};
	}).filter(({ height }) => height > 0);
	const least = Math.min(...tries.map(({ spread }) => spread));
	const possible = tries.filter(({ spread }) => spread <= least + SPREAD);
	const { slope } = possible.at(-1)!;
	return {
		height: tries.find(({ spread }) => spread === least)!.height,
		steepest: Math.min(STEEPEST, slope + 0.04),
	};
}

/** The print in an upright box: width and height follow from those of the box and the slope. */
function sizeIn({ left, top, right, bottom }: FullBox, slope: number) {
	const [boxWidth, boxHeight] = [right - left, bottom - top];
	const cosine = 1 / Math.hypot(1, slope);
	const sine = Math.abs(slope) * cosine;
	const ratio = cosine ** 2 - sine ** 2;
	return {
		width: (boxWidth * cosine - boxHeight * sine) / ratio,
		height: (boxHeight * cosine - boxWidth * sine) / ratio,
	};
}

function placeOf(box: FullBox, { x, y }: Point, rows: Skew): Place {
	const middle = levelOf(rows, { x, y });
	const size = sizeIn(box, rows.slope + rows.fan * middle);
	// The slope of one box may be another one.
	const width = Math.max(size.width, (box.right - box.left) / 4);
	const height = Math.max(size.height, (box.bottom - box.top) / 4);
	const along = x + middle * rows.slope;
	return { left: along - width / 2, right: along + width / 2, middle, height, row: 0 };
}

/** Makes margins upright: left edges that stand below each other, and right ones. */
function straighten(pieces: PlacedPiece[], size: number): void {
	const lefts = pieces.map(({ place }): Point => ({ x: place.middle, y: place.left }));
	const rights = pieces.map(({ place }): Point => ({ x: place.middle, y: place.right }));
	const margins = fitSkew([...lefts, ...rights], size / 2, MARGINS);
	for (const [index, { place }] of pieces.entries()) {
		place.left = levelOf(margins, lefts[index]);
		place.right = levelOf(margins, rights[index]);
	}
}

/** The middle of a page, but for what stands far from all the rest. */
const middleOf = (points: Point[]): Point => ({
	x: halfway(points.map(({ x }) => x)),
	y: halfway(points.map(({ y }) => y)),
});

function halfway(values: number[]): number {
	const sorted = new Float64Array(values).sort();
	const at = (part: number) => sorted[Math.floor(sorted.length * part)];
	return (at(0.02) + at(0.98)) / 2;
}

/** Whether most lines run downwards. */
function isVertical(boxes: Array<Piece & FullBox>): boolean {
	const long = boxes.filter(({ text }) => text.length > 1);
	const tall = long.filter((box) => box.bottom - box.top > 1.5 * (box.right - box.left));
	return tall.length > long.length / 2;
}
