import type { Point } from '../box';
import type { TextLine } from '../textPage';
import type { FullBox, Piece, Place, PlacedPiece } from './pieces';
import {
	centreOf,
	isOnPage,
	isPlaced,
	isUsable,
	median,
	piecesOf,
	someOf,
	wholeLine,
} from './pieces';
import { isMostly, isRightToLeft } from './prose';
import { inRows } from './rows';
import type { Skew } from './skew';
import { fitSkew, inSomeRows, levelOf } from './skew';

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
/** So many boxes tell the height of print, and where the margins are. */
const MOST_BOXES = 500;
/** Heights of print that differ by so much more than at another slope speak against this one. */
const SPREAD = 0.1;

/** A page whose rows run along x. */
export interface LevelPage {
	/** In the provider's order. */
	pieces: Piece[];
	/** From top to bottom. */
	rows: Piece[][];
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
	const pieces = isCut ? lines.map(piecesOf).flat() : lines.map(wholeLine);
	const boxed = pieces.filter((piece) => isUsable(piece));
	if (boxed.length === 0 || isVertical(boxed)) return { pieces, rows: inRows(pieces, 1), size: 1 };
	const some = inSomeRows(boxed, ({ top, bottom }) => top + bottom);
	const someLines = [...new Set(some.map(({ line }) => lines[line]))];
	const { height, steepest } = printIn(some);
	const runs = someLines.map(runOf).filter(({ x }) => Math.abs(x) > LONG * height);
	const { x, y } = middleOf(some.map(centreOf));
	const [across, down] = directionOf(someLines, runs);
	const around = (point: Point): Point => ({
		x: across * (point.x - x),
		y: down * (point.y - y),
	});
	const slope = slopeOf(runs.map((run) => (run.y * down) / (run.x * across)));
	const [flat, steep] = slope === null ? [-steepest, steepest] : [slope - NEAR, slope + NEAR];
	const rows = fitSkew(someLines.flatMap(evidence).map(around), height, { ...ROWS, flat, steep });
	for (const piece of boxed) piece.place = placeOf(piece, around(centreOf(piece)), rows);
	const placed = pieces.filter(isPlaced);
	const size = median(placed.map(({ place }) => place.height));
	straighten(placed, size);
	return { pieces, rows: inRows(pieces, size), size };
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
	const some = someOf(boxes, MOST_BOXES);
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
	const boxWidth = right - left;
	const boxHeight = bottom - top;
	const cosine = 1 / Math.sqrt(1 + slope ** 2);
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
	const edges = someOf(pieces, MOST_BOXES).flatMap(({ place }): Point[] => [
		{ x: place.middle, y: place.left },
		{ x: place.middle, y: place.right },
	]);
	const margins = fitSkew(edges, size / 2, MARGINS);
	for (const { place } of pieces) {
		place.left = levelOf(margins, { x: place.middle, y: place.left });
		place.right = levelOf(margins, { x: place.middle, y: place.right });
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
