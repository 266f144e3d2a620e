import type { FailureKind } from '../shared/requestEngine/failure';

const PERMISSION =
	'The user of these keys has no permission for text recognition: attach the policy QcloudOCRFullAccess in Access Management';
const DECODE =
	'Tencent Cloud could not decode the image: check that the file opens elsewhere, and save it anew as PNG, JPG or PDF';
const TOO_LARGE =
	'The image is too large for Tencent Cloud: at most 10 MB as base64, about 7.5 MB as a file. Make it smaller, or split it';
const THROTTLED =
	'Tencent Cloud refuses requests, because there were too many in a second: lower Max Concurrent, or ask Tencent Cloud for a higher limit';

/**
 * Error codes of Tencent Cloud: what each means for the run, and a sentence that says what to do.
 * A code that is missing here stands under its first part (`AuthFailure` for `AuthFailure.X`).
 *
 * Source: the error codes of GeneralAccurateOCR, and Tencent Cloud's Common Error Codes.
 */
export const errors: Record<string, [FailureKind, string]> = {
	AuthFailure: ['run', 'Tencent Cloud refused the credential: check its keys'],
	'AuthFailure.InvalidAuthorization': [
		'run',
		'The endpoint does not understand the signature: check that the endpoint in the credential is one of Tencent Cloud API 3.0',
	],
	'AuthFailure.InvalidSecretId': [
		'run',
		'The Secret ID is not one of the Tencent Cloud API: copy it from Access Management > API Keys, where it begins with AKID',
	],
	'AuthFailure.MFAFailure': [
		'run',
		'The account asks for multi-factor authentication (MFA): use the keys of a user without it',
	],
	'AuthFailure.SecretIdNotFound': [
		'run',
		'Tencent Cloud does not know this Secret ID: copy it again from Access Management > API Keys, and check that the key is enabled',
	],
	'AuthFailure.SignatureExpire': [
		'run',
		"The clock of this n8n server is more than five minutes off Tencent Cloud's: set the server's time",
	],
	'AuthFailure.SignatureFailure': [
		'run',
		'The signature is wrong, because the Secret Key does not belong to this Secret ID: copy it again',
	],
	'AuthFailure.TokenFailure': [
		'run',
		'The Session Token is wrong or expired: temporary keys need the token that came with them, permanent keys need none',
	],
	'AuthFailure.UnauthorizedOperation': ['run', PERMISSION],
	FailedOperation: [
		'item',
		'Tencent Cloud could not read the image: try it again, or another image',
	],
	'FailedOperation.DownLoadError': [
		'item',
		'Tencent Cloud could not download the image: check that the URL opens without a login, or send the file itself',
	],
	'FailedOperation.EmptyImageError': [
		'item',
		'The image is empty: check the node that it comes from',
	],
	'FailedOperation.EngineRecognizeTimeout': [
		'transient',
		'The recognition took too long: try again later, or with a smaller image',
	],
	'FailedOperation.ImageBlur': ['item', 'The image is too blurry: take a sharper picture or scan'],
	'FailedOperation.ImageDecodeFailed': ['item', DECODE],
	'FailedOperation.ImageNoText': [
		'noText',
		'The image has no text: check the image, or switch off Fail If No Text',
	],
	'FailedOperation.ImageSizeTooLarge': ['item', TOO_LARGE],
	'FailedOperation.OcrFailed': [
		'item',
		'The recognition failed: try this image again later, or save it anew as PNG or JPG',
	],
	'FailedOperation.UnKnowError': [
		'item',
		'Tencent Cloud failed for a reason it does not name: try this image again later',
	],
	'FailedOperation.UnOpenError': [
		'run',
		'Text recognition (OCR) is not activated in this account: activate it in the Tencent Cloud console',
	],
	InternalError: ['transient', 'Tencent Cloud has an internal error: try again later'],
	InvalidAction: [
		'run',
		'The endpoint does not offer text recognition: choose an OCR endpoint in the credential',
	],
	InvalidParameter: ['item', 'Tencent Cloud does not accept a parameter: check the options'],
	'InvalidParameter.EngineImageDecodeFailed': ['item', DECODE],
	InvalidParameterValue: ['item', 'Tencent Cloud does not accept a value: check the options'],
	'InvalidParameterValue.InvalidParameterValueLimit': [
		'item',
		'Tencent Cloud does not accept a value: check that the PDF has the page, and that Detect Split is used with the common scenario only',
	],
	IpInBlacklist: [
		'run',
		'Tencent Cloud blocks the IP address of this n8n server: unblock it in the console',
	],
	IpNotInWhitelist: [
		'run',
		'The IP address of this n8n server is not on the list of allowed ones: add it in the console',
	],
	LimitExceeded: ['item', TOO_LARGE],
	'LimitExceeded.TooLargeFileError': ['item', TOO_LARGE],
	MissingParameter: ['item', 'Tencent Cloud misses a parameter: check the image and the options'],
	NoSuchVersion: [
		'run',
		'The endpoint does not offer text recognition: choose an OCR endpoint in the credential',
	],
	RequestLimitExceeded: ['throttled', THROTTLED],
	RequestSizeLimitExceeded: ['item', TOO_LARGE],
	'ResourceUnavailable.InArrears': [
		'run',
		'The Tencent Cloud account is in arrears: top it up in the Billing Center',
	],
	'ResourceUnavailable.ResourcePackageRunOut': [
		'run',
		'The resource package of the account is used up: buy another one, or switch to postpaid billing',
	],
	'ResourcesSoldOut.ChargeStatusException': [
		'run',
		'The billing status of the account is abnormal: check the Billing Center of the Tencent Cloud console',
	],
	ServiceUnavailable: ['transient', 'Tencent Cloud is not available: try again later'],
	UnauthorizedOperation: ['run', PERMISSION],
	UnknownParameter: [
		'item',
		'The endpoint does not know a parameter: remove options that it does not offer',
	],
	UnsupportedRegion: [
		'run',
		'The Region is not one of text recognition: leave it empty in the credential, or take one that the endpoint offers',
	],
};

/** What is known of an error code. */
export function knownError(code: string): [FailureKind, string] {
	const name = [code, code.split('.')[0]].find((part) => Object.hasOwn(errors, part));
	return name === undefined ? ['item', 'Tencent Cloud refused the request'] : errors[name];
}
