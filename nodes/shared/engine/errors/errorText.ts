import type { OcrError } from '../ocrOperation';
import { withoutSecrets } from './withoutSecrets';

/** What a user reads of an error. */
export interface ErrorText {
	/** What happened, and to which file and page. */
	title: string;
	/** What to do, what the provider says, and its code; may be empty. */
	description: string;
}

/** The end of a sentence; a point in a number ends none. */
const END = /\.(?=\s|$)/g;

/** The texts of an error, without secrets. */
export function errorText({ failure, source, page }: OcrError): ErrorText {
	// The message may quote an image URL with a password in it.
	const { message, details } = withoutSecrets(failure, []);
	const what = firstSentence(message);
	const place = page === undefined ? source?.name : pageOf(page, source?.name);
	const title = place === undefined ? what : `${place}: ${what}`;
	const remedy = message.slice(what.length + 1).trim();
	const code = details.code && `(${details.code})`;
	return { title, description: [remedy, details.description, code].filter(Boolean).join(' ') };
}

/** A sentence without its full stop. One in a quoted value ends none. */
function firstSentence(message: string): string {
	const ends = [...message.matchAll(END)].map(({ index }) => index);
	const isOutside = (end: number) => message.slice(0, end).split('"').length % 2 === 1;
	return message.slice(0, ends.find(isOutside) ?? ends[0]);
}

const pageOf = (page: number, name?: string) => (name ? `${name}, page ${page}` : `Page ${page}`);

/** The texts of an error as one, for a cell or a message box. */
export function wholeText(error: OcrError): string {
	const { title, description } = errorText(error);
	return description === '' ? `${title}.` : `${title}. ${description}`;
}
