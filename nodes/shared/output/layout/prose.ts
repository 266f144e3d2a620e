import { EAST_ASIAN, printedWidth } from '../printedWidth';

/** Shorter lines are cells of a table or headings, in Latin characters. */
const SHORTEST = 20;
/** Words of a language that has blanks. */
const FEWEST_WORDS = 3;

/** So many rows of prose side by side may be columns. */
export const COLUMN_ROWS = 3;
/** Of prose, so many lines begin within a sentence, and so few of a list do. */
const WITHIN_SENTENCE = 1 / 3;
/** Of a list of labels, so many lines end with a colon. */
const LABELS = 1 / 4;
/** Lines that fill so much of a column are full, and most of so many lines are, or they tell nothing. */
const FULL = 0.9;
const FEWEST_FULL = 5;
const STARTS_WITHIN = /^[\p{P}\p{Zs}]*\p{Ll}/u;
const HAS_CASE = /\p{Ll}|\p{Lu}/u;
const ENDS_AS_LABEL = /[:：]\s*$/;

const LETTERS = /\p{L}/gu;
const HAS_DIGIT = /\d/;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g;

/** Whether a line is long enough for a line of a column of text. */
export const isProse = (text: string): boolean =>
	printedWidth(text) >= SHORTEST &&
	(text.split(/\s+/).length >= FEWEST_WORDS ||
		(text.match(EAST_ASIAN)?.length ?? 0) >= SHORTEST / 4);

/**
 * Whether lines are prose that runs on from one to the next: some begin in the middle of a sentence.
 * Where the script doesn't show that, most fill their column.
 *
 * @param lines with the part of the column's width that they fill, 0..1
 */
export function runsOn(lines: Array<{ text: string; width: number }>): boolean {
	const count = (isKind: (line: { text: string; width: number }) => boolean) =>
		lines.filter(isKind).length;
	if (count(({ text }) => ENDS_AS_LABEL.test(text)) >= LABELS * lines.length) return false;
	return isMostly(lines, ({ text }) => HAS_CASE.test(text))
		? count(({ text }) => STARTS_WITHIN.test(text)) >= WITHIN_SENTENCE * lines.length
		: lines.length >= FEWEST_FULL && 3 * count(({ width }) => width >= FULL) >= 2 * lines.length;
}

/** Whether most of a page's letters run from right to left, as in Arabic and Hebrew. */
export function isRightToLeft(lines: Array<{ text: string }>): boolean {
	const some = lines.filter(({ text }) => text.search(RIGHT_TO_LEFT) >= 0);
	const count = (pattern: RegExp, texts: Array<{ text: string }>) =>
		texts.reduce((sum, { text }) => sum + (text.match(pattern)?.length ?? 0), 0);
	return some.length > 0 && 2 * count(RIGHT_TO_LEFT, some) > count(LETTERS, lines);
}

/** Whether a text is a number, such as a price or a date: mostly digits and their signs. */
export function isNumber(text: string): boolean {
	const letters = text.match(LETTERS)?.length ?? 0;
	if (letters <= 3) return HAS_DIGIT.test(text);
	return 2 * letters <= (text.match(/\d/g)?.length ?? 0);
}

/** Whether more than half of something is of a kind. */
export const isMostly = <T>(all: T[], isKind: (one: T) => boolean): boolean =>
	2 * all.filter(isKind).length > all.length;
