/** The "Error code table" of most pages of the documentation. */
export const messages = {
	'0': 'Success',
	'1': 'The photo does not contain content',
	'2': 'Url is unavailable',
	'3': 'Incorrect image format',
	'4': 'Out of requests',
	'5': 'Incorrect api_key or api_secret',
	'6': 'Incorrect format type',
};

export type ErrorCode = Exclude<keyof typeof messages, '0'>;

export const errorCodes = Object.keys(messages).filter((code) => code !== '0') as ErrorCode[];

/** An error answer: the provider sends it in the body of an HTTP 200. */
export class VisionError extends Error {
	constructor(readonly code: ErrorCode) {
		super(messages[code]);
	}
}

export function fail(code: ErrorCode): never {
	throw new VisionError(code);
}

/** Pages that number their errors in another way; what they call by no name is an error of processing. */
const otherwise: Record<
	string,
	Partial<Record<ErrorCode, [code: string, message: string]>>
> = Object.fromEntries(
	[
		'ocr/claims',
		'ocr/document/invoice_vehicle',
		'ocr/document/price_quotation',
		'ocr/employee_profile',
	].map((path) => [
		path,
		{
			// The page on employee profiles has no code for a picture without content.
			1: path === 'ocr/employee_profile' ? ['1', messages[3]] : ['3', messages[1]],
			3: ['1', messages[3]],
			4: ['5', messages[4]],
			5: ['4', messages[5]],
			6: ['6', 'Error when processing the request'],
		},
	]),
);

/** An error as the page of an operation numbers it. */
export function numbered(code: ErrorCode, path: string) {
	const [errorCode, errorMessage] = otherwise[path]?.[code] ?? [code, messages[code]];
	return { errorCode, errorMessage };
}
