import type { Box, Point } from '../shared/output/box';
import { boxAround, NO_BOX } from '../shared/output/box';
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
 * of the line's box that its characters have in the line. Its position is therefore approximate,
 * and the column `boxFromLine` is true.
 *
 * @param corners of the line, clockwise from the upper left one of the text; without all four, the
 * positions of the words are unknown
 */
export function wordShares(text: string, confidence: number | null, corners: Point[]): TextWord[] {
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
		const { left, top, right, bottom } = shareOf(corners, from, to);
		words.push({ text: part, confidence, left, top, right, bottom, columns: FROM_LINE });
	}
	return words;
}

/**
 * The upright box of a part of a line, from `start` to `end` (0..1) along its upper and lower edge.
 */
function shareOf(corners: Point[], start: number, end: number): Box {
	if (corners.length !== 4) return NO_BOX;
	const [upperLeft, upperRight, lowerRight, lowerLeft] = corners;
	const along = (axis: 'x' | 'y') => [
		between(upperLeft[axis], upperRight[axis], start),
		between(upperLeft[axis], upperRight[axis], end),
		between(lowerLeft[axis], lowerRight[axis], start),
		between(lowerLeft[axis], lowerRight[axis], end),
	];
	return boxAround(along('x'), along('y'));
}

const between = (from: number, to: number, part: number) => Math.round(from + (to - from) * part);

/** Letters of Hebrew, Arabic and their relatives. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
