import type { ErrorTable, KnownError } from '../shared/engine/errors/errorTable';

/**
 * Error codes of Computer Vision Vietnam: what each means for the run, and a message that says what
 * happened and what to do. Only code 0 is billed.
 *
 * Source: the "Error code table" of each API.
 */
const errors: ErrorTable = {
	2: [
		'rejected',
		'Computer Vision Vietnam could not download the image. Check that the URL opens without a login, or send the file itself.',
	],
	3: [
		'rejected',
		'Computer Vision Vietnam cannot read this image format. Save the image as JPG or PNG. For a PDF, use Text > Extract, Card > Extract or Card > Verify.',
	],
	4: [
		'fatal',
		'The account is out of requests. Buy more from Computer Vision Vietnam, then run the remaining items.',
	],
	5: [
		'fatal',
		'The API key or the API secret is wrong. Copy both again from your Computer Vision Vietnam account into the credential.',
	],
	6: [
		'rejected',
		'Computer Vision Vietnam does not accept the image in this form. Choose another Input Type.',
	],
};

export const textErrors: ErrorTable = {
	1: [
		'noText',
		'The image contains no text. Check the image, or turn off Error If No Text Is Found.',
	],
	...errors,
};

export const documentErrors: ErrorTable = {
	1: [
		'rejected',
		'The image shows no document that Computer Vision Vietnam recognizes. Take a sharp, upright picture of the whole document.',
	],
	...errors,
};

/** What an error means that a page may list under any code. */
const MEANINGS = {
	content: documentErrors[1],
	url: documentErrors[2],
	picture: ['rejected', 'Computer Vision Vietnam cannot read this picture. Save it as JPG or PNG.'],
	file: ['rejected', 'Computer Vision Vietnam cannot read this file. Save it as JPG, PNG or PDF.'],
	xml: [
		'rejected',
		'Computer Vision Vietnam cannot read this file. Send the XML file of an electronic invoice, or use Document > Extract Invoice.',
	],
	requests: documentErrors[4],
	keys: documentErrors[5],
	form: documentErrors[6],
	processing: [
		'transient',
		'Computer Vision Vietnam failed to process the file. Run this item again later.',
	],
} satisfies ErrorTable;

type Meaning = keyof typeof MEANINGS;

/** What the messages of all tables mean: the provider's tables number them differently. */
const MESSAGES: Array<[RegExp, Meaning | 'format']> = [
	[/does not contain/i, 'content'],
	[/url is unavail/i, 'url'],
	[/image format/i, 'format'],
	[/out of requests/i, 'requests'],
	[/api_?secret/i, 'keys'],
	[/format type/i, 'form'],
	[/error when processing/i, 'processing'],
];

/** How a page numbers its errors, from 1 on. */
const NUMBERINGS = {
	/** As for cards. Pages without a table are assumed to do the same. */
	contentIsOne: ['content', 'url', 'format', 'requests', 'keys', 'form'],
	contentIsThree: ['format', 'url', 'content', 'keys', 'requests', 'processing'],
	profile: ['format', 'url', 'format', 'keys', 'requests', 'processing'],
} satisfies Record<string, Array<Meaning | 'format'>>;

export type Numbering = keyof typeof NUMBERINGS;

/**
 * The error of a document's operation. The provider's own words decide, because its tables of codes
 * contradict each other; then the table of the operation's page.
 *
 * @param format what to do with a file that cannot be read
 */
export function documentError(
	code: string,
	message: string,
	numbering: Numbering,
	format: 'picture' | 'file' | 'xml',
): KnownError | undefined {
	const said = MESSAGES.find(([words]) => words.test(message))?.[1];
	const meaning = said ?? NUMBERINGS[numbering][Number(code) - 1];
	if (meaning === undefined) return undefined;
	return MEANINGS[meaning === 'format' ? format : meaning];
}
