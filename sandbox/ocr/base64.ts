/**
 * Decodes base64, with or without line breaks.
 *
 * @returns undefined if the text is not base64, such as a data URI
 */
export function decodeBase64(text: string): Buffer | undefined {
	if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text)) return undefined;
	return Buffer.from(text, 'base64');
}
