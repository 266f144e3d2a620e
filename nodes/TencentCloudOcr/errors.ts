import type { FailureKind } from '../shared/engine/errors/failure';

const PERMISSION =
	'The user of these keys has no permission for text recognition: attach the policy QcloudOCRFullAccess in Access Management';
const DECODE =
	'Tencent Cloud could not decode the image: check that the file opens elsewhere, and save it anew as PNG, JPG or PDF';
const TOO_LARGE =
	'The image is too large for Tencent Cloud: at most 10 MB as base64, about 7.5 MB as a file. Make it smaller, or split it';
const THROTTLED =
	'Tencent Cloud refuses requests, because there were too many in a second: set a lower Requests per Second, or ask Tencent Cloud for a higher limit';

const DOWNLOAD =
	'Tencent Cloud could not download the image: check that the URL opens without a login, or send the file itself';

/** Its answer to a page that the PDF does not have, and to some values of options. */
export const NO_SUCH_PAGE = 'InvalidParameterValue.InvalidParameterValueLimit';

/**
 * Error codes of Tencent Cloud: what each means for the run, and a sentence that says what to do.
 * A code that is missing here stands under its first part (`AuthFailure` for `AuthFailure.X`).
 *
 * Source: the error codes of GeneralAccurateOCR, and Tencent Cloud's Common Error Codes.
 */
export const errors: Record<string, [FailureKind, string]> = {
	AuthFailure: ['fatal', 'Tencent Cloud refused the credential: check its keys'],
	'AuthFailure.InvalidAuthorization': [
		'fatal',
		'The endpoint does not understand the signature: check that the endpoint in the credential is one of Tencent Cloud API 3.0',
	],
	'AuthFailure.InvalidSecretId': [
		'fatal',
		'The Secret ID is not one of the Tencent Cloud API: copy it from Access Management > API Keys, where it begins with AKID',
	],
	'AuthFailure.MFAFailure': [
		'fatal',
		'The account asks for multi-factor authentication (MFA): use the keys of a user without it',
	],
	'AuthFailure.SecretIdNotFound': [
		'fatal',
		'Tencent Cloud does not know this Secret ID: copy it again from Access Management > API Keys, and check that the key is enabled',
	],
	'AuthFailure.SignatureExpire': [
		'fatal',
		"The clock of this n8n server is more than five minutes off Tencent Cloud's: set the server's time",
	],
	'AuthFailure.SignatureFailure': [
		'fatal',
		'The signature is wrong, because the Secret Key does not belong to this Secret ID: copy it again',
	],
	'AuthFailure.TokenFailure': [
		'fatal',
		'The Session Token is wrong or expired: temporary keys need the token that came with them, permanent keys need none',
	],
	'AuthFailure.UnauthorizedOperation': ['fatal', PERMISSION],
	FailedOperation: [
		'rejected',
		'Tencent Cloud could not read the image: try it again, or another image',
	],
	'FailedOperation.CardSideError': [
		'rejected',
		'The picture shows the other side of the card: take the side that is asked for',
	],
	'FailedOperation.DownLoadError': ['rejected', DOWNLOAD],
	'FailedOperation.EmptyImageError': [
		'rejected',
		'The image is empty: check the node that it comes from',
	],
	'FailedOperation.EngineRecognizeTimeout': [
		'transient',
		'The recognition took too long: try again later, or with a smaller image',
	],
	'FailedOperation.FieldException': [
		'rejected',
		'Tencent Cloud read a field of the document that cannot be right: take a sharper picture of the whole document',
	],
	'FailedOperation.IdCardInfoIllegal': [
		'rejected',
		'The number or the name on the ID card cannot be right: check the card, and take a sharper picture of it',
	],
	'FailedOperation.IdCardTooSmall': [
		'rejected',
		'The ID card is too small in the picture: take one that it fills, with a higher resolution',
	],
	'FailedOperation.ImageBlur': [
		'rejected',
		'The image is too blurry: take a sharper picture or scan',
	],
	'FailedOperation.ImageDecodeFailed': ['rejected', DECODE],
	'FailedOperation.ImageNoIdCard': [
		'rejected',
		'The picture has no ID card in it: check that this is the right file',
	],
	'FailedOperation.ImageNoSpecifiedCard': [
		'rejected',
		'The picture shows another kind of card: check the file, or read it with the operation for its kind',
	],
	'FailedOperation.ImageNoText': [
		'noText',
		'The image has no text: check the image, or switch off Error If No Text Is Found',
	],
	'FailedOperation.ImageSizeTooLarge': ['rejected', TOO_LARGE],
	'FailedOperation.InconsistencyBetweenMRZAndVRZ': [
		'rejected',
		'The machine-readable lines of the document contradict what is printed above them: take a sharper picture, and check whether the document is genuine',
	],
	'FailedOperation.InvalidPostalCodeLength': [
		'rejected',
		'The postal code on the Malaysian ID card was read with a wrong length: take a sharper picture of it',
	],
	'FailedOperation.LLMServiceFailed': [
		'transient',
		'The language model of Tencent Cloud failed: try again later',
	],
	'FailedOperation.LanguageNotSupport': [
		'rejected',
		'Tencent Cloud does not read this language: set Recognition Model to Multilingual, or use another provider',
	],
	'FailedOperation.MultiCardError': [
		'rejected',
		'The picture shows several cards: cut it into one picture for each',
	],
	'FailedOperation.NoHKIDCard': [
		'rejected',
		'The picture shows no Hong Kong identity card: check that this is the right file',
	],
	'FailedOperation.NoMASIDCard': [
		'rejected',
		'The picture shows no Malaysian identity card: check that this is the right file',
	],
	'FailedOperation.NoPassport': [
		'rejected',
		'The picture shows no passport: check that this is the right file',
	],
	'FailedOperation.OcrFailed': [
		'rejected',
		'The recognition failed: try this image again later, or save it anew as PNG or JPG',
	],
	'FailedOperation.UnKnowError': [
		'rejected',
		'Tencent Cloud failed for a reason it does not name: try this image again later',
	],
	'FailedOperation.UnKnowFileTypeError': [
		'rejected',
		'Tencent Cloud does not know this kind of file: convert it to PNG, JPG, BMP or PDF',
	],
	'FailedOperation.UnOpenError': [
		'fatal',
		'Text recognition (OCR) is not activated in this account: activate it in the Tencent Cloud console',
	],
	'FailedOperation.WarningServiceFailed': [
		'transient',
		'The check for forged documents failed at Tencent Cloud: try again later',
	],
	InternalError: ['transient', 'Tencent Cloud has an internal error: try again later'],
	InvalidAction: [
		'fatal',
		'The endpoint does not offer text recognition: choose an OCR endpoint in the credential',
	],
	InvalidParameter: ['rejected', 'Tencent Cloud does not accept a parameter: check the options'],
	'InvalidParameter.ConfigFormatError': [
		'rejected',
		'Tencent Cloud does not understand the configuration: check that it is valid JSON',
	],
	'InvalidParameter.EngineImageDecodeFailed': ['rejected', DECODE],
	InvalidParameterValue: ['rejected', 'Tencent Cloud does not accept a value: check the options'],
	'InvalidParameterValue.InvalidFileContentSize': [
		'rejected',
		'The size of the file is outside of what Tencent Cloud accepts: make it smaller, or check that it is whole',
	],
	[NO_SUCH_PAGE]: [
		'rejected',
		'Tencent Cloud does not accept a value: check that the PDF has the page, and check the options',
	],
	IpInBlacklist: [
		'fatal',
		'Tencent Cloud blocks the IP address of this n8n server: unblock it in the console',
	],
	IpNotInWhitelist: [
		'fatal',
		'The IP address of this n8n server is not on the list of allowed ones: add it in the console',
	],
	LimitExceeded: ['rejected', TOO_LARGE],
	'LimitExceeded.TooLargeFileError': ['rejected', TOO_LARGE],
	MissingParameter: [
		'rejected',
		'Tencent Cloud misses a parameter: check the image and the options',
	],
	NoSuchVersion: [
		'fatal',
		'The endpoint does not offer text recognition: choose an OCR endpoint in the credential',
	],
	RequestLimitExceeded: ['throttled', THROTTLED],
	RequestSizeLimitExceeded: ['rejected', TOO_LARGE],
	'ResourceUnavailable.ImageDownloadError': ['rejected', DOWNLOAD],
	'ResourceUnavailable.InArrears': [
		'fatal',
		'The Tencent Cloud account is in arrears: top it up in the Billing Center',
	],
	'ResourceUnavailable.ResourcePackageRunOut': [
		'fatal',
		'The resource package of the account is used up: buy another one, or switch to postpaid billing',
	],
	'ResourcesSoldOut.ChargeStatusException': [
		'fatal',
		'The billing status of the account is abnormal: check the Billing Center of the Tencent Cloud console',
	],
	ServiceUnavailable: ['transient', 'Tencent Cloud is not available: try again later'],
	UnauthorizedOperation: ['fatal', PERMISSION],
	UnknownParameter: [
		'rejected',
		'The endpoint does not know a parameter: remove options that it does not offer',
	],
	UnsupportedRegion: [
		'fatal',
		'The Region is not one of text recognition: leave it empty in the credential, or take one that the endpoint offers',
	],
};

/** What is known of an error code. */
export function knownError(code: string): [FailureKind, string] {
	const name = [code, code.split('.')[0]].find((part) => Object.hasOwn(errors, part));
	return name === undefined ? ['rejected', 'Tencent Cloud refused the request'] : errors[name];
}
