import type { TextLine } from '../textItems';
import type { FullBox, Piece, Place, PlacedPiece } from './pieces';
import { centreOf, isPlaced, isUsable, median, piecesOf, wholeLine } from './pieces';
import { markRows } from './rows';
import type { Point, Skew } from './skew';
import { fitSkew, levelOf } from './skew';

/** Slope 0.27 is 15 degrees; a fan of 0.08 makes one edge 16 % shorter than the other. */
const ROWS = { slope: 0.27, fan: 0.08, doubt: 0.02 };
/** Margins stand upright on the rows, but for the camera. */
const MARGINS = { slope: 0.1, fan: 0.1, doubt: 0.1 };
/** Shorter print tells nothing of its slope. */
const LONG = 3;

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
	const { x, y } = middleOf(boxed.map(centreOf));
	const around = (point: Point): Point => ({ x: point.x - x, y: point.y - y });
	const steepest = Math.min(ROWS.slope, steepestOf(boxed));
	const points = lines.flatMap(evidence).map(around);
	const upright = median(boxed.map((box) => box.bottom - box.top));
	const rows = fitSkew(points, upright, { ...ROWS, slope: steepest });
	for (const piece of boxed) piece.place = placeOf(piece, around(centreOf(piece)), rows);
	const placed = pieces.filter(isPlaced);
	const size = median(placed.map(({ place }) => place.height));
	straighten(placed, size);
	markRows(placed, size);
	return { pieces, size };
}

/** Where a row surely runs: through the words of a line. */
function evidence(line: TextLine): Point[] {
	const words = line.words.filter((word) => isUsable(word));
	return (words.length > 1 ? words : [line].filter((box) => isUsable(box))).map(centreOf);
}

/** An upright box is at least as high as its print falls from one end to the other. */
function steepestOf(boxes: Array<Piece & FullBox>): number {
	const long = boxes.filter(({ text }) => text.length >= LONG);
	const slopes = long.map(({ left, top, right, bottom }) => (bottom - top) / (right - left + 1));
	return slopes.length < 8 ? ROWS.slope : 1.5 * median(slopes, 0.1) + 0.02;
}

/** The print in an upright box: width and height follow from those of the box and the slope. */
function placeOf(piece: FullBox, { x, y }: Point, rows: Skew): Place {
	const middle = levelOf(rows, { x, y });
	const slope = Math.abs(rows.slope + rows.fan * middle);
	const [boxWidth, boxHeight] = [piece.right - piece.left, piece.bottom - piece.top];
	const cosine = 1 / Math.hypot(1, slope);
	const sine = slope * cosine;
	const ratio = cosine ** 2 - sine ** 2;
	const height = Math.max((boxHeight * cosine - boxWidth * sine) / ratio, boxHeight / 4);
	const width = Math.max((boxWidth * cosine - boxHeight * sine) / ratio, boxWidth / 4);
	const along = x + middle * rows.slope;
	return { left: along - width / 2, right: along + width / 2, middle, height, row: 0 };
}

/** Makes margins upright: left edges that stand below each other, and right ones. */
function straighten(pieces: PlacedPiece[], size: number): void {
	const edge = ({ place }: PlacedPiece, side: 'left' | 'right'): Point => ({
		x: place.middle,
		y: place[side],
	});
	const edges = pieces.flatMap((piece) => [edge(piece, 'left'), edge(piece, 'right')]);
	const margins = fitSkew(edges, size / 2, MARGINS);
	for (const piece of pieces) {
		const [left, right] = [edge(piece, 'left'), edge(piece, 'right')];
		piece.place.left = levelOf(margins, left);
		piece.place.right = levelOf(margins, right);
	}
}

const middleOf = (points: Point[]): Point => ({
	x:
		(median(
			points.map(({ x }) => x),
			0.02,
		) +
			median(
				points.map(({ x }) => x),
				0.98,
			)) /
		2,
	y:
		(median(
			points.map(({ y }) => y),
			0.02,
		) +
			median(
				points.map(({ y }) => y),
				0.98,
			)) /
		2,
});

/** Whether most lines run downwards. */
function isVertical(boxes: Array<Piece & FullBox>): boolean {
	const long = boxes.filter(({ text }) => text.length > 1);
	const tall = long.filter((box) => box.bottom - box.top > 1.5 * (box.right - box.left));
	return tall.length > long.length / 2;
}
