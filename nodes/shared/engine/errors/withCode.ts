/**
 * A message with the code of the error behind its first sentence, which says what happened. The
 * next one says what to do, so that a code there would read as part of the advice.
 */
export const withCode = (message: string, code: string): string =>
	message.replace(/\.(?=\s|$)/, () => ` (${code}).`);
