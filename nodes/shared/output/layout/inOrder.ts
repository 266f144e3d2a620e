import type { TextLine } from '../textPage';
import { runOf } from './levelPage';
import type { FullBox } from './pieces';
import { isUsable } from './pieces';
import { COLUMN_ROWS, isProse } from './prose';

/** A line may overlap the row above by so much of the lower one of both. */
const OVERLAP = 0.5;
/** By so much if it stands aside of it: it may be in a column that is set off by half a line. */
const OVERLAP_ASIDE = 0.25;

/**
 * Whether a provider reads a page as it stands: each line is below the one before, or right of it in
 * the same row, and blocks are in one piece. It is left to a closer look whether rows of prose side
 * by side are columns, and how the rows of a slanted page run.
 */
export function isInOrder(lines: TextLine[]): boolean {
	const blocks = new Set<number>();
	let last: TextLine | undefined;
	let row: FullBox | undefined;
	let isStack = true;
	let prose = 0;
	for (const line of lines) {
		if (!isUsable(line)) return false;
		if (line.block !== last?.block) {
			if (blocks.has(line.block)) return false;
			blocks.add(line.block);
		}
		const { left, top, right, bottom } = line;
		const box = { left, top, right, bottom };
		if (row) {
			const lower = Math.min(row.bottom - row.top, bottom - top);
			const shared = Math.min(row.bottom - top, bottom - row.top);
			const isAside = left >= row.right || right <= row.left;
			const isBelow = row.bottom - top <= (isAside ? OVERLAP_ASIDE : OVERLAP) * lower;
			const isBeside = shared > OVERLAP * lower && left >= row.right - OVERLAP * lower;
			if (!isBelow && !isBeside) return false;
			if (!isBelow && isProse(last!.text) && isProse(line.text)) prose++;
			if (isAside || isBeside) isStack = false;
			row = isBelow ? box : aroundBoth(row, box);
		} else row = box;
		last = line;
	}
	return prose < COLUMN_ROWS && isUpright(lines as Array<TextLine & FullBox>, isStack);
}

const aroundBoth = (one: FullBox, other: FullBox): FullBox => ({
	left: Math.min(one.left, other.left),
	top: Math.min(one.top, other.top),
	right: Math.max(one.right, other.right),
	bottom: Math.max(one.bottom, other.bottom),
});

/**
 * Whether nothing in the lines says that the page is upside down or, unless they stand below each
 * other, that its rows are not level from one edge to the other.
 */
function isUpright(lines: Array<TextLine & FullBox>, isStack: boolean): boolean {
	let [left, right, heights] = [Infinity, -Infinity, 0];
	let [along, down] = [0, 0];
	for (const line of lines) {
		const run = runOf(line);
		along += run.x;
		down += run.y;
		left = Math.min(left, line.left);
		right = Math.max(right, line.right);
		heights += line.bottom - line.top;
	}
	const height = heights / lines.length;
	return along >= 0 && (isStack || Math.abs(down) * (right - left) <= OVERLAP * height * along);
}
