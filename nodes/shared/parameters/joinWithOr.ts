/** Two or more choices as a phrase for a message, such as "PNG, JPEG or PDF". */
export const joinWithOr = (choices: readonly string[]): string =>
	`${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
