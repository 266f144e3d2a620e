import type { Box, Point } from '../shared/output/box';
import { boxAround } from '../shared/output/box';
import { printedWidth } from '../shared/output/printedWidth';
import type { TextWord } from '../shared/output/textPage';

/** The columns of words besides their text and position. */
export const WORD_COLUMNS = ['boxFromLine'] as const;

const FROM_LINE = { boxFromLine: true };

export const boxAroundCorners = (corners: Point[]): Box =>
	boxAround(
		corners.map(({ x }) => x),
		corners.map(({ y }) => y),
	);

/**
 * The words of a line that was sent without words, split at white space. Each word gets the share
 * of the line's outline that its characters have in the line. Its position is therefore approximate,
 * and the column `boxFromLine` is true.
 *
 * @param outline the corners of the line, clockwise from the upper left one of the text; without all
 * four, the positions of the words are unknown
 * @param isRectangle whether the outline is an upright rectangle, which does not tell the corners of
 * slanted text: the words then have none
 */
export function wordShares(
	text: string,
	confidence: number | null,
	outline: Point[],
	isRectangle: boolean,
): TextWord[] {
	const line = text.trim();
	const whole = printedWidth(line);
	// The first letter decides, as in Unicode's bidirectional algorithm (UAX 9, P2).
	const [firstLetter = ''] = /\p{L}/u.exec(line) ?? [];
	const isRightToLeft = RIGHT_TO_LEFT.test(firstLetter);
	const words: TextWord[] = [];
	let before = 0;
	let isWord = false;
	// Words alternate with the white space between them.
	for (const part of line.split(/(\s+)/)) {
		isWord = !isWord;
		const start = before / whole;
		before += printedWidth(part);
		if (!isWord) continue;
		const end = before / whole;
		const [from, to] = isRightToLeft ? [1 - end, 1 - start] : [start, end];
		const share = shareOf(outline, from, to);
		const { left, top, right, bottom } = boxAroundCorners(share);
		const corners = isRectangle ? [] : share;
		words.push({ text: part, confidence, left, top, right, bottom, corners, columns: FROM_LINE });
	}
	return words;
}

/** The corners of a part of a line, from `start` to `end` (0..1) along its upper and lower edge. */
function shareOf(outline: Point[], start: number, end: number): Point[] {
	if (outline.length !== 4) return [];
	const [upperLeft, upperRight, lowerRight, lowerLeft] = outline;
	return [
		between(upperLeft, upperRight, start),
		between(upperLeft, upperRight, end),
		between(lowerLeft, lowerRight, end),
		between(lowerLeft, lowerRight, start),
	];
}

const between = (from: Point, to: Point, part: number): Point => ({
	x: Math.round(from.x + (to.x - from.x) * part),
	y: Math.round(from.y + (to.y - from.y) * part),
});

/** Letters of Hebrew, Arabic and their relatives. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
