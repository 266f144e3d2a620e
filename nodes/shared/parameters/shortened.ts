/** How many characters of a value a message quotes: an expression may return a whole image. */
const LONGEST = 200;

/** A value for a message. */
export const shortened = (text: string): string =>
	text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
