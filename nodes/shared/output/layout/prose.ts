import { EAST_ASIAN, printedWidth } from '../printedWidth';

/** Shorter lines are cells of a table or headings, in Latin characters. */
const SHORTEST = 20;
/** Words of a language that has blanks. */
const FEWEST_WORDS = 3;

/** Whether a line is long enough for a line of a column of text. */
export const isProse = (text: string): boolean =>
	printedWidth(text) >= SHORTEST &&
	(text.split(/\s+/).length >= FEWEST_WORDS ||
		(text.match(EAST_ASIAN)?.length ?? 0) >= SHORTEST / 4);

/** Whether a text is a number, such as a price or a date: mostly digits and their signs. */
export function isNumber(text: string): boolean {
	const digits = text.match(/\d/g)?.length ?? 0;
	const letters = text.match(/\p{L}/gu)?.length ?? 0;
	return digits > 0 && letters <= Math.max(3, digits / 2);
}

/** Whether more than half of something is of a kind. */
export const isMostly = <T>(all: T[], isKind: (one: T) => boolean): boolean =>
	2 * all.filter(isKind).length > all.length;
