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

const INTERNAL_OF_ITEM = 'NHN Cloud reported an internal error. Run this item again later.';
const NOT_READ =
	'NHN Cloud failed to read the document. Take a sharp, upright picture of all of it.';
const NO_ADDRESS =
	'The endpoint does not offer this operation. Check the app key and the endpoint in the credential.';

/**
 * Result codes of Document OCR and Document AI. Those that these share with General OCR name no image
 * where an operation has none.
 *
 * Source: NHN Cloud, "Document OCR" and "Document AI", error codes.
 */
export const documentErrors: ErrorTable = {
	...errors,
	'-1': ['rejected', 'NHN Cloud failed without giving a reason. Run this item again later.'],
	400: [
		'rejected',
		'NHN Cloud does not understand the request. Check the file, and the fields of the node.',
	],
	404: ['fatal', NO_ADDRESS],
	405: ['fatal', NO_ADDRESS],
	415: [
		'rejected',
		'NHN Cloud does not accept the request in this form. Check any proxy in between.',
	],
	4000001: ['rejected', 'NHN Cloud does not accept a parameter. Check the fields of the node.'],
	4000003: ['rejected', 'NHN Cloud does not read this kind of file. Convert it to JPG or PNG.'],
	4000101: [
		'rejected',
		'The file shows no Korean business registration certificate. Take a sharp, upright picture of the whole certificate.',
	],
	4000102: ['rejected', 'There is no business with this number. Check Business Number.'],
	4000103: ['rejected', 'The PDF has a password. Remove it, and run this item again.'],
	4000111: [
		'rejected',
		'The picture shows no credit card that NHN Cloud can read. Take a sharp, upright picture of the side with the number.',
	],
	4000121: [
		'rejected',
		'The picture shows no identity card that NHN Cloud can read. Take a sharp, upright picture of the whole card.',
	],
	4000122: [
		'rejected',
		'The Request Key was used before, or is older than an hour. Run Extract again for this card, without Reuse Answers.',
	],
	4000123: [
		'rejected',
		'The authorities have locked this card, as after five verifications with a wrong issue date. Its holder has to have it unlocked, so do not verify it again.',
	],
	4000301: [
		'unauthenticated',
		'NHN Cloud does not accept its public key any more, although the node has fetched it again. Run this item again later.',
	],
	4000302: [
		'fatal',
		'NHN Cloud could not decrypt the key of the request. Check any proxy in between, and report it to the makers of this node.',
	],
	4000303: [
		'rejected',
		'NHN Cloud could not decrypt the request. Check any proxy in between, and report it to the makers of this node.',
	],
	4000401: [
		'fatal',
		'The project may not use this service yet. Apply for it in the OCR console of NHN Cloud.',
	],
	4000402: [
		'fatal',
		'NHN Cloud has not granted the use of this service yet. Wait for its decision, and run the remaining items then.',
	],
	4000403: [
		'fatal',
		'Nobody has applied for the use of this service. Apply for it in the OCR console of NHN Cloud.',
	],
	4000404: [
		'rejected',
		'NHN Cloud says that the service is enabled already, and nothing else. Run this item again.',
	],
	4000601: [
		'rejected',
		'The picture shows no document that NHN Cloud can read. Take a sharp, upright picture of the whole document.',
	],
	4000602: ['rejected', 'The picture contains no text. Check the picture.'],
	4041007: ['fatal', NO_ADDRESS],
	5000001: ['rejected', INTERNAL_OF_ITEM],
	5000002: ['rejected', INTERNAL_OF_ITEM],
	5000003: ['rejected', INTERNAL_OF_ITEM],
	5000004: ['rejected', INTERNAL_OF_ITEM],
	5000005: ['rejected', INTERNAL_OF_ITEM],
	5000006: ['rejected', INTERNAL_OF_ITEM],
	5000007: ['rejected', INTERNAL_OF_ITEM],
	5003001: ['rejected', INTERNAL_OF_ITEM],
	5003002: ['rejected', INTERNAL_OF_ITEM],
	5003003: ['rejected', NOT_READ],
	5003004: ['rejected', INTERNAL_OF_ITEM],
	5003011: ['rejected', INTERNAL_OF_ITEM],
	5003012: ['rejected', INTERNAL_OF_ITEM],
	5003013: ['rejected', NOT_READ],
	5003021: ['rejected', INTERNAL_OF_ITEM],
	5003022: ['rejected', INTERNAL_OF_ITEM],
	5003023: ['rejected', NOT_READ],
	5006001: ['rejected', INTERNAL_OF_ITEM],
	5006002: ['rejected', INTERNAL_OF_ITEM],
	5006003: ['rejected', NOT_READ],
};

/**
 * What a result code of Document OCR or Document AI means; undefined for a code that is not
 * documented.
 *
 * @param authentication the node's parameter
 */
export function documentError(code: string, authentication: unknown): KnownError | undefined {
	const isOwn = authentication === 'userAccessKey' && code === '4010001';
	const all = isOwn ? accessKeyErrors : documentErrors;
	return Object.hasOwn(all, code) ? all[code] : undefined;
}

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
