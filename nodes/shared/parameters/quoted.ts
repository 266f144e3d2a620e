/** Characters of a value that a message repeats: an expression may give a whole image. */
const LONGEST = 50;

/** What an expression gave, for a message. */
export const quoted = (value: unknown): string =>
	(JSON.stringify(value) ?? 'empty').slice(0, LONGEST);
