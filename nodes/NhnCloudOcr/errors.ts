import type { ErrorTable, KnownError } from '../shared/engine/errors/errorTable';

const INTERNAL = 'NHN Cloud reported an internal error. Try this image again later.';
const PERMISSION =
	'NHN Cloud does not permit this account to use OCR. Check that the app key belongs to the project, and that the role of the account may use OCR.';

/**
 * Result codes of NHN Cloud OCR: what each means for the run, and a message that says what
 * happened and what to do.
 *
 * Source: NHN Cloud, "General OCR API", error codes of v1.0 and v1.1.
 */
export const errors: ErrorTable = {
	'-1': ['rejected', 'NHN Cloud failed without giving a reason. Try this image again later.'],
	400: ['rejected', 'NHN Cloud does not understand the request. Check the image.'],
	401: ['unauthenticated', 'NHN Cloud rejected the sign-in. Check the keys in the credential.'],
	403: ['fatal', PERMISSION],
	404: [
		'fatal',
		'The endpoint does not offer text recognition. Check the app key and the endpoint in the credential.',
	],
	405: [
		'fatal',
		'The endpoint does not offer text recognition. Check the endpoint in the credential.',
	],
	415: ['rejected', 'NHN Cloud does not accept the image in this form. Choose another Input Type.'],
	4000001: ['rejected', 'NHN Cloud does not accept a parameter. Check the image URL.'],
	4000002: [
		'rejected',
		'NHN Cloud could not read the file. Check that it opens in another program, then save it again as PNG or JPG.',
	],
	4000003: ['rejected', 'NHN Cloud reads only JPG and PNG files. Convert the file first.'],
	4000004: ['rejected', 'The file is empty. Check the node that produces it.'],
	4000005: [
		'fatal',
		'The key is missing from the request. Check the credential, and any proxy in between.',
	],
	4000006: [
		'throttled',
		'The account has reached its limit of calls to NHN Cloud. Set a lower Requests per Second, or ask NHN Cloud for a higher limit.',
	],
	4000501: [
		'noText',
		'The image contains no text. Check the image, or turn off Error If No Text Is Found.',
	],
	4000502: ['rejected', 'The image at the URL is too large for NHN Cloud. Resize it first.'],
	4000503: [
		'rejected',
		'NHN Cloud could not download the image within 20 seconds. Put it on a faster server, or send the file itself.',
	],
	4000504: [
		'rejected',
		'NHN Cloud could not download the image. Check that the URL opens without a login, or send the file itself.',
	],
	4000505: [
		'rejected',
		'The image is too long or too wide for NHN Cloud. Use the operation Extract Segmented, or split the image.',
	],
	4010001: [
		'fatal',
		'The app key or the secret key is wrong. Copy both again from URL & Appkey in the NHN Cloud console into the credential.',
	],
	4010002: ['unauthenticated', PERMISSION],
	4010003: ['unauthenticated', PERMISSION],
	4010004: ['unauthenticated', PERMISSION],
	4010005: ['unauthenticated', PERMISSION],
	4010006: [
		'unauthenticated',
		'NHN Cloud rejected the access token. Check the user access key in the credential.',
	],
	4010007: [
		'unauthenticated',
		'NHN Cloud rejected the access token. Check the user access key in the credential.',
	],
	4041007: ['rejected', 'There is no image at the URL. Check the address.'],
	4131000: ['rejected', 'The image is too large for NHN Cloud. Resize it first.'],
	5000001: ['rejected', INTERNAL],
	5000002: ['rejected', INTERNAL],
	5000003: ['rejected', INTERNAL],
	5000004: ['rejected', INTERNAL],
	5000005: ['rejected', INTERNAL],
	5000503: ['transient', 'NHN Cloud is not available. Try again later.'],
	5005001: ['rejected', INTERNAL],
	5005002: ['rejected', INTERNAL],
	5005003: ['rejected', INTERNAL],
};

/** Codes that mean something else for the operation Extract Segmented. */
const segmentedErrors: ErrorTable = {
	4000505: [
		'rejected',
		'The image is too long or too wide for NHN Cloud, even in segments. Split it into smaller images.',
	],
};

/** Codes that mean something else with a user access key, which comes without a secret key. */
export const accessKeyErrors: ErrorTable = {
	...errors,
	4010001: [
		'fatal',
		'The app key is wrong. Copy it again from URL & Appkey in the NHN Cloud console into the credential.',
	],
};

/**
 * What a result code means; undefined for a code that is not documented.
 *
 * @param operation the node's parameter
 * @param authentication the node's parameter
 */
export function knownError(
	code: string,
	operation: unknown,
	authentication?: unknown,
): KnownError | undefined {
	const all = {
		...(authentication === 'userAccessKey' ? accessKeyErrors : errors),
		...(operation === 'extractSegmented' && segmentedErrors),
	};
	return Object.hasOwn(all, code) ? all[code] : undefined;
}
