import type { FailureKind } from '../shared/engine/errors/failure';

const INTERNAL = 'NHN Cloud has an internal error: try this image again later';
const PERMISSION =
	'NHN Cloud does not let this account use the service: check that the app key belongs to its project, and that its role may use OCR';

/**
 * Result codes of NHN Cloud OCR: what each means for the run, and a sentence that says what to do.
 *
 * Source: NHN Cloud, "General OCR API", error codes of v1.0 and v1.1.
 */
export const errors: Record<string, [FailureKind, string]> = {
	'-1': ['rejected', 'NHN Cloud failed for a reason it does not name: try this image again later'],
	400: ['rejected', 'NHN Cloud does not understand the request: check the image'],
	401: ['unauthenticated', 'NHN Cloud refused the sign-in: check the keys in the credential'],
	403: ['fatal', PERMISSION],
	404: [
		'fatal',
		'The endpoint does not offer text recognition: check the app key and the endpoint in the credential',
	],
	405: [
		'fatal',
		'The endpoint does not offer text recognition: check the endpoint in the credential',
	],
	415: ['rejected', 'NHN Cloud does not take the image in this form: choose another Input Type'],
	4000001: ['rejected', 'NHN Cloud does not accept a parameter: check the image URL'],
	4000002: [
		'rejected',
		'NHN Cloud could not read the file: check that it opens elsewhere, and save it anew as PNG or JPG',
	],
	4000003: ['rejected', 'NHN Cloud reads JPG and PNG files only: convert the file first'],
	4000004: ['rejected', 'The file is empty: check the node that it comes from'],
	4000005: [
		'fatal',
		'NHN Cloud misses the key: fill in the credential, and check any proxy on the way',
	],
	4000006: [
		'throttled',
		'NHN Cloud refuses requests, because the limit of calls is reached: set a lower Requests per Second, or ask NHN Cloud for a higher limit',
	],
	4000501: [
		'noText',
		'The image has no text: check the image, or switch off Error If No Text Is Found',
	],
	4000502: ['rejected', 'The image at the URL is too large for NHN Cloud: make it smaller'],
	4000503: [
		'rejected',
		'NHN Cloud could not download the image within 20 seconds: put it on a faster server, or send the file itself',
	],
	4000504: [
		'rejected',
		'NHN Cloud could not download the image: check that the URL opens without a login, or send the file itself',
	],
	4000505: [
		'rejected',
		'The image is too long or too wide for NHN Cloud: use the operation Extract Segmented, or cut the image',
	],
	4010001: [
		'fatal',
		'The app key or the secret key is wrong: copy both from URL & Appkey in the console of NHN Cloud into the credential',
	],
	4010002: ['unauthenticated', PERMISSION],
	4010003: ['unauthenticated', PERMISSION],
	4010004: ['unauthenticated', PERMISSION],
	4010005: ['unauthenticated', PERMISSION],
	4010006: [
		'unauthenticated',
		'NHN Cloud refused the token: check the user access key in the credential',
	],
	4010007: [
		'unauthenticated',
		'NHN Cloud refused the token: check the user access key in the credential',
	],
	4041007: ['rejected', 'There is no image at the URL: check the address'],
	4131000: ['rejected', 'The image is too large for NHN Cloud: make it smaller'],
	5000001: ['rejected', INTERNAL],
	5000002: ['rejected', INTERNAL],
	5000003: ['rejected', INTERNAL],
	5000004: ['rejected', INTERNAL],
	5000005: ['rejected', INTERNAL],
	5000503: ['transient', 'NHN Cloud is not available: try again later'],
	5005001: ['rejected', INTERNAL],
	5005002: ['rejected', INTERNAL],
	5005003: ['rejected', INTERNAL],
};

/** What a code means besides for the operation Extract Segmented. */
const segmentedErrors: typeof errors = {
	4000505: [
		'rejected',
		'The image is too long or too wide for NHN Cloud, even in segments. Cut it into shorter images',
	],
};

/** What is known of a result code of an operation, if anything. */
export function knownError(code: string, operation: unknown): [FailureKind, string] | undefined {
	const all = operation === 'extractSegmented' ? { ...errors, ...segmentedErrors } : errors;
	return Object.hasOwn(all, code) ? all[code] : undefined;
}
