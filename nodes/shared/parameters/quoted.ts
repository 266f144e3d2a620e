/** How many characters of a value a message quotes: an expression may return a whole image. */
const LONGEST = 50;

/** The value of an expression, for a message. */
export const quoted = (value: unknown): string =>
	(JSON.stringify(value) ?? 'empty').slice(0, LONGEST);
