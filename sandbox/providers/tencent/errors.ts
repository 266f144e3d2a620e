/** The documented error codes that the sandbox answers with or can be asked for as a fault. */
const messages = {
	'AuthFailure.InvalidAuthorization': 'The request header `Authorization` has a wrong format.',
	'AuthFailure.InvalidSecretId': 'The SecretId is not a TencentCloud API key.',
	'AuthFailure.MFAFailure': 'MFA failed.',
	'AuthFailure.SecretIdNotFound':
		'The SecretId is not found, please ensure that your SecretId is correct.',
	'AuthFailure.SignatureExpire':
		'Signature expired: X-TC-Timestamp is more than five minutes off the server time.',
	'AuthFailure.SignatureFailure':
		'The provided credentials could not be validated. Please check your signature is correct.',
	'AuthFailure.TokenFailure': 'The X-TC-Token does not belong to this SecretId.',
	'AuthFailure.UnauthorizedOperation':
		'You are not authorized to perform this operation. Check your CAM policies.',
	'FailedOperation.DownLoadError': 'File download failed.',
	'FailedOperation.EmptyImageError': 'The image is empty.',
	'FailedOperation.EngineRecognizeTimeout': 'Recognition by the engine timed out.',
	'FailedOperation.ImageBlur': 'The image is blurry.',
	'FailedOperation.ImageDecodeFailed': 'Image decoding failed.',
	'FailedOperation.ImageNoIdCard': 'No ID card is detected in the image.',
	'FailedOperation.ImageNoText': 'No text is detected in the image.',
	'FailedOperation.ImageSizeTooLarge': 'The image size is too large.',
	'FailedOperation.LanguageNotSupport': 'The input language is not supported.',
	'FailedOperation.NoBankCardError': 'No bank card found.',
	'FailedOperation.OcrFailed': 'OCR failed.',
	'FailedOperation.UnKnowError': 'Unknown error.',
	'FailedOperation.UnKnowFileTypeError': 'The file type is unknown.',
	'FailedOperation.UnOpenError': 'The service is not activated.',
	InternalError: 'An internal error has occurred.',
	InvalidAction: 'The action is invalid or not found.',
	InvalidParameter: 'The request has a wrong parameter.',
	'InvalidParameter.ConfigFormatError': 'Config is not in valid JSON format.',
	'InvalidParameter.EngineImageDecodeFailed': 'Image decoding failed.',
	'InvalidParameterValue.InvalidParameterValueLimit': 'Incorrect parameter value.',
	IpInBlacklist: 'Your IP is in the IP blacklist.',
	'LimitExceeded.TooLargeFileError': 'The file is too large.',
	MissingParameter: 'The request lacks a required parameter.',
	NoSuchVersion: 'The API version does not exist.',
	RequestLimitExceeded:
		'Your current request times equals to `11` in a second, which exceeds the frequency limit ' +
		'`10` for a second. Please reduce the frequency of calls.',
	'RequestLimitExceeded.GlobalRegionUinLimitExceeded':
		'The number of requests of the account exceeds the frequency limit.',
	'RequestLimitExceeded.IPLimitExceeded':
		'The number of requests of the IP exceeds the frequency limit.',
	'RequestLimitExceeded.UinLimitExceeded':
		'The number of requests of the root account exceeds the frequency limit.',
	RequestSizeLimitExceeded: 'The request size exceeds the upper limit of 10 MB.',
	'ResourceUnavailable.InArrears': 'The account is in arrears.',
	'ResourceUnavailable.ResourcePackageRunOut': 'The account resource package is exhausted.',
	'ResourcesSoldOut.ChargeStatusException': 'Exceptional billing status.',
	ServiceUnavailable: 'The service is temporarily unavailable.',
	UnknownParameter: 'The request has an unknown parameter.',
	UnsupportedRegion: 'The region is not supported.',
};

export type ErrorCode = keyof typeof messages;

export const errorCodes = Object.keys(messages) as ErrorCode[];

/** An error answer: Tencent Cloud sends it in the body of an HTTP 200. */
export class TencentError extends Error {
	/** @param message default the code's usual one; must hold nothing secret */
	constructor(
		readonly code: ErrorCode,
		message: string = messages[code],
	) {
		super(message);
	}
}

/** @throws TencentError always */
export function fail(code: ErrorCode): never {
	throw new TencentError(code);
}
