import type { FailureKind } from '../shared/engine/errors/failure';

type Errors = Record<string, [FailureKind, string]>;

/**
 * Error codes of Computer Vision Vietnam: what each means for the run, and a sentence that says what
 * to do. Only code 0 is billed.
 *
 * Source: the "Error code table" of each API.
 */
const errors: Errors = {
	2: [
		'rejected',
		'Computer Vision Vietnam could not download the image: check that the URL opens without a login, or send the file itself',
	],
	3: [
		'rejected',
		'Computer Vision Vietnam cannot read this image format: save it anew as JPG or PNG. A PDF is read by Extract Text, and by Extract and Verify of a card',
	],
	4: [
		'fatal',
		'The account is out of requests: buy more from Computer Vision Vietnam, then run the rest again',
	],
	5: [
		'fatal',
		'The API key or the API secret is wrong: copy both from your account at Computer Vision Vietnam into the credential again',
	],
	6: [
		'rejected',
		'Computer Vision Vietnam does not take the image in this form: choose another Input Type',
	],
};

export const textErrors: Errors = {
	1: ['noText', 'The image has no text: check the image, or switch off Error If No Text Is Found'],
	...errors,
};

export const documentErrors: Errors = {
	1: [
		'rejected',
		'The image shows no document that Computer Vision Vietnam knows: take a sharp, upright picture of the whole document',
	],
	...errors,
};
