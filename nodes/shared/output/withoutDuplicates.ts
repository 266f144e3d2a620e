import type { Box, Point } from './box';
import { boxAround } from './box';
import type { TextLine, TextPage } from './textPage';

/** Of the smaller one of two boxes. */
const MOST_SHARED = 0.7;

type FullBox = Record<keyof Box, number>;
type BoxedLine = TextLine & FullBox;

/**
 * The page without the lines that repeat an earlier one, for providers that read an image in segments
 * that overlap. A line repeats another one if it has exactly the same text, and if their boxes share
 * more than 70 % of the smaller one. The smaller one counts because the edge of a segment may cut
 * through a line, which then has a lower box.
 *
 * - The boxes are those along the text, if it has corners. Upright boxes of long slanted lines overlap
 *   even if one line is printed below the other.
 * - A line without a box repeats none, and the same text at another place is another line.
 * - Only whole lines count. A row that an edge cuts into two different texts stays as it was read: a
 *   word that comes twice does less harm than one that is lost.
 */
export function withoutDuplicates(page: TextPage): TextPage {
	const byText = new Map<string, BoxedLine[]>();
	for (const line of page.lines) {
		if (!isBoxed(line)) continue;
		const same = byText.get(line.text);
		if (same) same.push(line);
		else byText.set(line.text, [line]);
	}
	const duplicates = new Set<TextLine>([...byText.values()].flatMap(duplicatesIn));
	return { ...page, lines: page.lines.filter((line) => !duplicates.has(line)) };
}

const isBoxed = (line: TextLine): line is BoxedLine =>
	line.left !== null && line.top !== null && line.right !== null && line.bottom !== null;

/**
 * The lines of one text that repeat an earlier one. No line is higher than a band, so lines that
 * overlap begin in the same band or in two that are neighbours: a text that a long image has 10,000
 * times is not compared with all the others.
 */
function duplicatesIn(lines: BoxedLine[]): BoxedLine[] {
	if (lines.length < 2) return [];
	const height = lines.reduce((most, { top, bottom }) => Math.max(most, bottom - top), 1);
	const bands = new Map<number, BoxedLine[]>();
	return lines.filter((line) => {
		const band = Math.floor(line.top / height);
		const isDuplicate = [band - 1, band, band + 1].some((near) =>
			bands.get(near)?.some((earlier) => isSamePlace(earlier, line)),
		);
		if (isDuplicate) return true;
		const first = bands.get(band);
		if (first) first.push(line);
		else bands.set(band, [line]);
		return false;
	});
}

function isSamePlace(one: BoxedLine, other: BoxedLine): boolean {
	if (sharedArea(one, other) === 0) return false;
	const direction = directionOf(one);
	const [box, otherBox] = [boxAlong(one, direction), boxAlong(other, direction)];
	const smaller = Math.min(sharedArea(box, box), sharedArea(otherBox, otherBox));
	return sharedArea(box, otherBox) > MOST_SHARED * smaller;
}

function sharedArea(one: FullBox, other: FullBox): number {
	const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
	const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
	return width > 0 && height > 0 ? width * height : 0;
}

const cornersOf = ({ corners, left, top, right, bottom }: BoxedLine): Point[] =>
	corners?.length === 4
		? corners
		: [
				{ x: left, y: top },
				{ x: right, y: top },
				{ x: right, y: bottom },
				{ x: left, y: bottom },
			];

/** The direction in which a line runs, as a vector of length 1. */
function directionOf(line: BoxedLine): Point {
	const [upperLeft, upperRight, lowerRight, lowerLeft] = cornersOf(line);
	const x = upperRight.x + lowerRight.x - upperLeft.x - lowerLeft.x;
	const y = upperRight.y + lowerRight.y - upperLeft.y - lowerLeft.y;
	const length = Math.hypot(x, y);
	return length > 0 ? { x: x / length, y: y / length } : { x: 1, y: 0 };
}

/** The box around a line whose sides run along a direction and across it. */
function boxAlong(line: BoxedLine, direction: Point): FullBox {
	const corners = cornersOf(line);
	return boxAround(
		corners.map(({ x, y }) => x * direction.x + y * direction.y),
		corners.map(({ x, y }) => y * direction.x - x * direction.y),
	) as FullBox;
}
