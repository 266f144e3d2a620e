/**
 * The result codes that the sandbox answers with or can be asked for as a fault.
 *
 * The words are those of the tables "Error Codes" of General OCR, Document AI and Document OCR, as
 * far as these have the code. For the others (40005xx, 4010006, 4010007, 4041007, 5000503, 50050xx)
 * only the meaning is known, and the words are the sandbox's own.
 *
 * @see https://docs.nhncloud.com/en/AI%20Service/OCR/en/general-ocr-api-guide-v1.0/
 * @see https://docs.nhncloud.com/en/AI%20Service/OCR/en/document-ocr-error-code/
 */
const messages = {
	'-1': 'Unknown error.',
	'400': 'Bad Request',
	'401': 'Unauthorized',
	'403': 'Forbidden',
	'404': 'Not Found',
	'405': 'Method Not Allowed',
	'415': 'Unsupported Media Type',
	'4000001': 'Invalid parameter.',
	'4000002': 'Invalid file.',
	'4000003': 'Invalid file type.',
	'4000004': 'Uploaded file is empty.',
	'4000005': 'Required headers is missing.',
	'4000006':
		'Api call limit exceeded, If you need to adjust the limit, please contact customer service.',
	'4000101': 'Invalid business registration format.',
	'4000102': 'Business number that does not exist.',
	'4000103': 'PDF file is password protected.',
	'4000111': 'Credit card info not found.',
	'4000121': 'Id card info not found.',
	'4000122': 'Request Key is invalid or expired.',
	'4000123': 'Registration card authentication is locked.',
	'4000301': 'Invalid key version.',
	'4000302': 'Invalid symmetric key.',
	'4000303': 'Invalid encrypted data.',
	'4000401': 'Service not enabled. Please submit service use request.',
	'4000402': 'Service use request already in progress.',
	'4000403': 'Service use request not in progress.',
	'4000404': 'Service already enabled.',
	'4000501': 'No text is found in the image.',
	'4000502': 'The image of the URL is larger than permissible limit.',
	'4000503': 'The download of the image took longer than 20 seconds.',
	'4000504': 'The download of the image failed.',
	'4000505': 'The aspect ratio of the image is not supported.',
	'4000601': 'Document AI not found in the image.',
	'4000602': 'Image has no character.',
	'4010001': 'Invalid appKey or secretKey.',
	'4010002': 'Invalid uuid.',
	'4010003': 'Not allowed user.',
	'4010004': 'Invalid project.',
	'4010005': 'Unauthorized role.',
	'4010006': 'Invalid token.',
	'4010007': 'Expired token.',
	'4041007': 'The image of the URL is not found.',
	'4131000': 'Request size is larger than permissible limit. the permissible limit is 20mb.',
	'5000001': 'Internal Api fail.',
	'5000002': 'Error parsing fail.',
	'5000003': 'Database server error.',
	'5000004': 'All or some resource delete fail.',
	'5000005': 'File read fail.',
	'5000006': 'Decrypt fail.',
	'5000007': 'Encrypt fail.',
	'5000503': 'Service is temporarily unavailable.',
	'5003001': 'Document(business) OCR Api fail.',
	'5003002': 'Document(business) OCR Api returned empty body.',
	'5003003': 'Document(business) OCR failed to recognize the document.',
	'5003004': 'Document(business) Status Api fail.',
	'5003011': 'Document(credit card) OCR Api fail.',
	'5003012': 'Document(credit card) OCR Api returned empty body.',
	'5003013': 'Document(credit card) OCR failed to recognize the document.',
	'5003021': 'Document(id card) OCR Api fail.',
	'5003022': 'Document(id card) OCR Api returned empty body.',
	'5003023': 'Document(id card) OCR failed to recognize the document.',
	'5005001': 'General OCR Api fail.',
	'5005002': 'General OCR Api response is invalid.',
	'5005003': 'General OCR Api timeout.',
	'5006001': 'Document Ai Api fail.',
	'5006002': 'Document AI Api returned empty body.',
	'5006003': 'Document AI Api failed to recognize the image.',
};

export type ErrorCode = keyof typeof messages;

export const errorCodes = Object.keys(messages) as ErrorCode[];

/** An error answer: NHN Cloud sends it in the body of an HTTP 200. */
export class NhnError extends Error {
	constructor(readonly code: ErrorCode) {
		super(messages[code]);
	}
}

export function fail(code: ErrorCode): never {
	throw new NhnError(code);
}
