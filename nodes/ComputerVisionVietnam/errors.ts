import type { ErrorTable } from '../shared/engine/errors/errorTable';

/**
 * Error codes of Computer Vision Vietnam: what each means for the run, and a message that says what
 * happened and what to do. Only code 0 is billed.
 *
 * Source: the "Error code table" of each API.
 */
const errors: ErrorTable = {
	2: [
		'rejected',
		'Computer Vision Vietnam could not download the image. Check that the URL opens without a login, or send the file itself.',
	],
	3: [
		'rejected',
		'Computer Vision Vietnam cannot read this image format. Save the image as JPG or PNG. For a PDF, use Text > Extract, Card > Extract or Card > Verify.',
	],
	4: [
		'fatal',
		'The account is out of requests. Buy more from Computer Vision Vietnam, then run the remaining items.',
	],
	5: [
		'fatal',
		'The API key or the API secret is wrong. Copy both again from your Computer Vision Vietnam account into the credential.',
	],
	6: [
		'rejected',
		'Computer Vision Vietnam does not accept the image in this form. Choose another Input Type.',
	],
};

export const textErrors: ErrorTable = {
	1: [
		'noText',
		'The image contains no text. Check the image, or turn off Error If No Text Is Found.',
	],
	...errors,
};

export const documentErrors: ErrorTable = {
	1: [
		'rejected',
		'The image shows no document that Computer Vision Vietnam recognizes. Take a sharp, upright picture of the whole document.',
	],
	...errors,
};
