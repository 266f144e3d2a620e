import { Failure } from '../engine/errors/failure';

/**
 * The bytes of base64 text, with or without a data URI prefix and line breaks, in the standard
 * or the URL-safe alphabet (RFC 4648).
 *
 * @param subject the name of the image in messages, such as "The image"
 * @throws Failure when the text is empty or not base64
 */
export function decodeBase64(text: string, subject: string): Buffer {
	const base64 = text.replace(/^\s*data:[^,]*,/i, '').replace(/\s+/g, '');
	if (base64 === '')
		throw new Failure('rejected', `${subject} base64 is empty. Map a value to the field.`);
	const [stranger] = /[^A-Za-z0-9+/_=-]|=(?=[^=])/.exec(base64) ?? [];
	if (stranger) {
		throw new Failure(
			'rejected',
			`${subject} base64 contains the character "${stranger}", which is not valid in base64. To send a file from a previous node, set Input Type to File.`,
		);
	}
	if (base64.replace(/=+$/, '').length % 4 === 1) {
		throw new Failure('rejected', `${subject} base64 is cut off. Map the whole text to the field.`);
	}
	return Buffer.from(base64, 'base64');
}
