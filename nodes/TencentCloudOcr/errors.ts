import { findError, type ErrorTable, type KnownError } from '../shared/engine/errors/errorTable';

const PERMISSION =
	'The user of these keys has no permission for text recognition. Attach the policy QcloudOCRFullAccess in Access Management.';
const DECODE =
	'Tencent Cloud could not decode the image. Check that the file opens in another program, then save it again as PNG, JPG or PDF.';
const TOO_LARGE = 'The image is too large for Tencent Cloud. Resize or split it first.';
const THROTTLED =
	'Tencent Cloud received too many requests per second. Set a lower Requests per Second, or ask Tencent Cloud for a higher limit.';

const ARREARS =
	'The Tencent Cloud account has an overdue balance. Top it up in the Billing Center.';

const DOWNLOAD =
	'Tencent Cloud could not download the image. Check that the URL opens without a login, or send the file itself.';

/** The error code for a page that the PDF does not have, and for some invalid option values. */
export const NO_SUCH_PAGE = 'InvalidParameterValue.InvalidParameterValueLimit';

/** The error code for an image without text. */
const NO_TEXT = 'FailedOperation.ImageNoText';

/**
 * Error codes of Tencent Cloud: what each means for the run, and a message that says what happened
 * and what to do. A code that is not listed uses the entry of its first part (`AuthFailure` for
 * `AuthFailure.X`).
 *
 * Source: the error codes of text recognition in the SDKs of both sites, for its actions here, and
 * Tencent Cloud's Common Error Codes.
 */
export const errors: ErrorTable = {
	AuthFailure: ['fatal', 'Tencent Cloud rejected the credential. Check its keys.'],
	'AuthFailure.InvalidAuthorization': [
		'fatal',
		'The endpoint does not understand the signature. Check that the endpoint in the credential belongs to Tencent Cloud API 3.0.',
	],
	'AuthFailure.InvalidSecretId': [
		'fatal',
		'The Secret ID is not a Tencent Cloud API key. Copy the one that begins with AKID from Access Management > API Keys.',
	],
	'AuthFailure.MFAFailure': [
		'fatal',
		'The account requires multi-factor authentication (MFA). Use the keys of a user without it.',
	],
	'AuthFailure.SecretIdNotFound': [
		'fatal',
		'Tencent Cloud does not know this Secret ID. Copy it again from Access Management > API Keys, and check that the key is enabled.',
	],
	'AuthFailure.SignatureExpire': [
		'fatal',
		'The clock of this n8n server differs from that of Tencent Cloud by more than five minutes. Correct the time of the server.',
	],
	'AuthFailure.SignatureFailure': [
		'fatal',
		'The signature is wrong, because the Secret Key does not belong to this Secret ID. Copy both again.',
	],
	'AuthFailure.TokenFailure': [
		'fatal',
		'The Session Token is wrong or expired. Enter the token that was issued with the temporary keys, or leave it empty for permanent keys.',
	],
	'AuthFailure.UnauthorizedOperation': ['fatal', PERMISSION],
	FailedOperation: [
		'rejected',
		'Tencent Cloud could not read the image. Try again, or use another image.',
	],
	'FailedOperation.ArrearsError': ['fatal', ARREARS],
	'FailedOperation.CardSideError': [
		'rejected',
		'The image shows the wrong side of the card. Send the other side.',
	],
	'FailedOperation.CountLimitError': [
		'fatal',
		'The account has reached the number of requests that it may send a day. Try again tomorrow, or ask Tencent Cloud for a higher limit.',
	],
	'FailedOperation.DbError': ['transient', 'A database of Tencent Cloud failed. Try again later.'],
	'FailedOperation.DetectFailed': [
		'rejected',
		'Tencent Cloud found nothing that it could read. Check the image, and take a sharper picture.',
	],
	'FailedOperation.DownLoadError': ['rejected', DOWNLOAD],
	'FailedOperation.EmptyImageError': [
		'rejected',
		'The image is empty. Check the node that produces it.',
	],
	'FailedOperation.EngineRecognizeTimeout': [
		'transient',
		'The recognition took too long. Try again later, or use a smaller image.',
	],
	'FailedOperation.FieldException': [
		'rejected',
		'Tencent Cloud read an impossible value in a field of the document. Take a sharper picture of the whole document.',
	],
	'FailedOperation.IdCardInfoIllegal': [
		'rejected',
		'The number or the name on the ID card is not valid. Check the card, and take a sharper picture of it.',
	],
	'FailedOperation.IdCardTooSmall': [
		'rejected',
		'The ID card is too small in the image. Take a picture that the card fills, with a higher resolution.',
	],
	'FailedOperation.IllegalBankCardError': [
		'rejected',
		'The number of the bank card is not valid. Check the card, and take a sharper picture of it.',
	],
	'FailedOperation.ImageBlur': [
		'rejected',
		'The image is too blurry. Take a sharper picture or scan.',
	],
	'FailedOperation.ImageDecodeFailed': ['rejected', DECODE],
	'FailedOperation.ImageNoIdCard': [
		'rejected',
		'The image shows no ID card. Check that this is the right file.',
	],
	'FailedOperation.ImageNoSpecifiedCard': [
		'rejected',
		'The image shows another kind of card. Check the file, or use the operation for this kind of card.',
	],
	[NO_TEXT]: [
		'noText',
		'The image contains no text. Check the image, or turn off Error If No Text Is Found.',
	],
	'FailedOperation.ImageSizeTooLarge': ['rejected', TOO_LARGE],
	'FailedOperation.InconsistencyBetweenMRZAndVRZ': [
		'rejected',
		'The machine-readable lines of the document contradict its printed text. Take a sharper picture, and check whether the document is genuine.',
	],
	'FailedOperation.InvoiceMismatch': [
		'rejected',
		'The data of the invoice contradict each other. Take a sharper picture, and check whether the invoice is genuine.',
	],
	'FailedOperation.InvalidPostalCodeLength': [
		'rejected',
		'The postal code that was read from the Malaysian ID card has a wrong length. Take a sharper picture of the card.',
	],
	'FailedOperation.LLMServiceFailed': [
		'transient',
		'The language model of Tencent Cloud failed. Try again later.',
	],
	'FailedOperation.LanguageNotSupport': [
		'rejected',
		'Tencent Cloud does not support this language. Change the option Language or Recognition Model, or use another provider.',
	],
	'FailedOperation.MultiCardError': [
		'rejected',
		'The image shows several cards. Crop it into one image per card.',
	],
	'FailedOperation.NoBankCardError': [
		'rejected',
		'The image shows no bank card. Check that this is the right file.',
	],
	'FailedOperation.NoHKIDCard': [
		'rejected',
		'The image shows no Hong Kong identity card. Check that this is the right file.',
	],
	'FailedOperation.NoMASIDCard': [
		'rejected',
		'The image shows no Malaysian identity card. Check that this is the right file.',
	],
	'FailedOperation.NoPassport': [
		'rejected',
		'The image shows no passport. Check that this is the right file.',
	],
	'FailedOperation.OcrFailed': [
		'rejected',
		'The recognition failed. Try this image again later, or save it again as PNG or JPG.',
	],
	'FailedOperation.UnKnowError': [
		'rejected',
		'Tencent Cloud failed without giving a reason. Try this image again later.',
	],
	'FailedOperation.UnKnowFileTypeError': [
		'rejected',
		'Tencent Cloud does not support this file type. Convert the file to PNG, JPG, BMP or PDF.',
	],
	'FailedOperation.UnOpenError': [
		'fatal',
		'Text recognition (OCR) is not activated in this account. Activate it in the Tencent Cloud console.',
	],
	'FailedOperation.UnsupportedInvoice': [
		'rejected',
		'Tencent Cloud does not read this kind of invoice. Use Document > Extract Fields.',
	],
	'FailedOperation.UserQuotaError': [
		'fatal',
		'The account has no requests left. Check its resource packages, and buy another one.',
	],
	'FailedOperation.WarningServiceFailed': [
		'transient',
		'The check for forged documents failed at Tencent Cloud. Try again later.',
	],
	InternalError: ['transient', 'Tencent Cloud reported an internal error. Try again later.'],
	InvalidAction: [
		'fatal',
		'The endpoint does not offer this operation. Choose another OCR endpoint in the credential: International or China.',
	],
	InvalidParameter: ['rejected', 'Tencent Cloud does not accept a parameter. Check the options.'],
	'InvalidParameter.ConfigFormatError': [
		'rejected',
		'Tencent Cloud does not understand the configuration. Check that it is valid JSON.',
	],
	'InvalidParameter.EngineImageDecodeFailed': ['rejected', DECODE],
	InvalidParameterValue: ['rejected', 'Tencent Cloud does not accept a value. Check the options.'],
	'InvalidParameterValue.InvalidFileContentSize': [
		'rejected',
		'The file is too large or too small for Tencent Cloud. Resize it, or check that it is complete.',
	],
	[NO_SUCH_PAGE]: [
		'rejected',
		'Tencent Cloud does not accept a value. Check that the PDF has this page, and check the options.',
	],
	IpInBlacklist: [
		'fatal',
		'Tencent Cloud blocks the IP address of this n8n server. Unblock it in the Tencent Cloud console.',
	],
	IpNotInWhitelist: [
		'fatal',
		'The IP address of this n8n server is not on the list of allowed addresses. Add it in the Tencent Cloud console.',
	],
	LimitExceeded: ['rejected', TOO_LARGE],
	'LimitExceeded.TooLargeFileError': ['rejected', TOO_LARGE],
	MissingParameter: [
		'rejected',
		'A required parameter is missing. Check the image and the options.',
	],
	NoSuchVersion: [
		'fatal',
		'The endpoint does not offer text recognition. Choose an OCR endpoint in the credential.',
	],
	RequestLimitExceeded: ['throttled', THROTTLED],
	RequestSizeLimitExceeded: ['rejected', TOO_LARGE],
	'ResourceUnavailable.ImageDownloadError': ['rejected', DOWNLOAD],
	'ResourceUnavailable.InArrears': ['fatal', ARREARS],
	'ResourceUnavailable.ResourcePackageRunOut': [
		'fatal',
		'The resource package of the account is used up. Buy another one, or switch to postpaid billing.',
	],
	'ResourcesSoldOut.ChargeStatusException': [
		'fatal',
		'The billing status of the account is abnormal. Check the Billing Center in the Tencent Cloud console.',
	],
	ServiceUnavailable: ['transient', 'Tencent Cloud is not available. Try again later.'],
	UnauthorizedOperation: ['fatal', PERMISSION],
	UnknownParameter: [
		'rejected',
		'The endpoint rejected an unknown parameter. Remove the options that it does not support.',
	],
	UnsupportedRegion: [
		'fatal',
		'The Region does not offer text recognition. Leave it empty in the credential, or enter one that the endpoint supports.',
	],
};

/** What an error code means; an unknown code counts as a rejection of the image. */
export const knownError = (code: string): KnownError =>
	findError(errors, code) ?? [
		'rejected',
		'Tencent Cloud rejected the request. Check the image and the options.',
	];

/** What an error code means for an action that reads the fields of one document. */
export const documentError = (code: string): KnownError =>
	code === NO_TEXT
		? ['rejected', 'The image shows no document that Tencent Cloud can read. Check the image.']
		: knownError(code);
