import type { OcrError } from '../ocrOperation';
import { withoutSecrets } from './withoutSecrets';

/** What a user reads of an error. */
export interface ErrorText {
	/** What happened, and to which file and page. */
	title: string;
	/** What to do, what the provider says, and its code; may be empty. */
	description: string;
}

/** The end of a sentence: a point in a number or in the name of a file ends none. */
const END = /\.(?=\s|$)/;

/** The texts of an error, without secrets. */
export function errorText({ failure, source, page }: OcrError): ErrorText {
	// The message may quote an image URL with a password in it.
	const { message, details } = withoutSecrets(failure, []);
	const [what] = message.split(END, 1);
	const place = page === undefined ? source?.name : pageOf(page, source?.name);
	const title = place === undefined ? what : `${place}: ${what}`;
	const remedy = message.slice(what.length + 1).trim();
	const code = details.code && `(${details.code})`;
	return { title, description: [remedy, details.description, code].filter(Boolean).join(' ') };
}

const pageOf = (page: number, name?: string) => (name ? `${name}, page ${page}` : `Page ${page}`);

/** The texts of an error as one, for a cell or a message box. */
export function wholeText(error: OcrError): string {
	const { title, description } = errorText(error);
	return description === '' ? `${title}.` : `${title}. ${description}`;
}
