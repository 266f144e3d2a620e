/** Not longer than this, what is left out would be shorter than what says so. */
const NOTE = 60;

/**
 * The beginning of a text that is too long for a language model, with a note that it continues.
 *
 * @param most characters, without the note
 */
export function beginningOf(text: string, most: number): string {
	const rest = text.length - most;
	if (rest <= NOTE) return text;
	// Not between the two halves of a character.
	const end = /[\uD800-\uDBFF]/.test(text[most - 1]) ? most - 1 : most;
	return `${text.slice(0, end)}\n\n[Continued: ${rest.toLocaleString('en')} more characters]`;
}
