/** The "Error code table" that every page of the documentation has. */
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
