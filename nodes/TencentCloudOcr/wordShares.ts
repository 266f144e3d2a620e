import type { Box } from '../shared/textItems/box';
import { boxAround } from '../shared/textItems/box';
import type { TextWord } from '../shared/textItems/textItems';

/** A corner in pixels. */
export interface Corner {
	x: number;
	y: number;
}

/** What words have besides their text and place. */
export const WORD_COLUMNS = ['boxFromLine'] as const;

export const boxAroundCorners = (corners: Corner[]): Box =>
	boxAround(
		corners.map(({ x }) => x),
		corners.map(({ y }) => y),
	);

/**
 * The words of a line that came without any, parted at white space. Each takes the share of the
 * line's box that its characters have of the line's, so that its place is about right. The column
 * `boxFromLine` says so.
 *
 * @param corners of the line, clockwise from the upper left one of the text; without four of them
 * nothing is known of where a word stands
 */
export function wordShares(text: string, confidence: number | null, corners: Corner[]): TextWord[] {
	const line = text.trim();
	const whole = widthOf(line);
	let before = 0;
	return line.split(/(\s+)/).flatMap((part, index) => {
		const [start, end] = [before / whole, (before += widthOf(part)) / whole];
		const isSpace = index % 2 === 1;
		if (isSpace) return [];
		const box = boxAroundCorners(corners.length === 4 ? share(corners, start, end) : []);
		return [{ text: part, confidence, ...box, columns: { boxFromLine: true } }];
	});
}

/** The corners of a part of a line, which runs along its upper and its lower edge. */
function share(
	[upperLeft, upperRight, lowerRight, lowerLeft]: Corner[],
	start: number,
	end: number,
) {
	const between = (from: Corner, to: Corner, part: number): Corner => ({
		x: Math.round(from.x + (to.x - from.x) * part),
		y: Math.round(from.y + (to.y - from.y) * part),
	});
	return [
		between(upperLeft, upperRight, start),
		between(upperLeft, upperRight, end),
		between(lowerLeft, lowerRight, end),
		between(lowerLeft, lowerRight, start),
	];
}

/** Characters that are printed twice as wide as a Latin one: those of East Asia and its signs. */
const WIDE =
	/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/gu;
/** Marks that stand above or below the character before them. */
const MARKS = /\p{Mn}/gu;

/** How wide a text is, in Latin characters. */
function widthOf(text: string): number {
	// Most text needs no closer look.
	if (/^[\x20-\x7e]*$/.test(text)) return text.length;
	const characters = Array.from(text.replace(MARKS, '')).length;
	return characters + (text.match(WIDE)?.length ?? 0);
}
