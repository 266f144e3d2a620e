import { monitorEventLoopDelay, performance } from 'node:perf_hooks';

import { openPdf } from '../../nodes/shared/pdf/openPdf';
import { openInPdfium } from './drawing';
import { textInPdfium, type PageText } from './pdfiumText';

/** Fewer characters are a page number, or a stamp over a scan. */
const FEWEST = 10;
/** Of the characters: more that nobody can tell, and the page is not read. */
const MOST_UNKNOWN = 0.1;
/** Of the page: a larger image is a scan. */
const MOST_COVERED = 0.5;

/** On which pages of a file pdfium finds text as well. */
export interface TextOutcome {
	agreed: number;
	/** Pages that have text, and more text in notes or fields of a form, so that they are sent. */
	over: number;
	/** Pages that we say have text, and pdfium finds none: these would be lost. */
	onlyOurs: number[];
	/** Pages that pdfium finds text on, and we do not: these are paid for. */
	onlyPdfium: number[];
	/** In milliseconds: of the slowest page, and the longest time that nothing else had a turn. */
	slowestPage: number;
	stretch: number;
}

/** Whether a page has text to copy, and no image over most of it. */
export const isText = ({ readable, unknown, covered }: PageText): boolean =>
	readable >= FEWEST && unknown <= (readable + unknown) * MOST_UNKNOWN && covered <= MOST_COVERED;

/**
 * Compares on which pages we and pdfium find text.
 *
 * @param mostCompared how many pages to compare at most, spread over the file
 * @returns undefined if the file, or a different number of pages, is read
 */
export async function checkText(
	file: Buffer,
	mostCompared = Infinity,
): Promise<TextOutcome | undefined> {
	const opened = await openPdf(file);
	if ('reason' in opened) return undefined;
	const original = await openInPdfium(file);
	if (original?.getPageCount() !== opened.pages) return undefined;
	const outcome: TextOutcome = {
		agreed: 0,
		over: 0,
		onlyOurs: [],
		onlyPdfium: [],
		slowestPage: 0,
		stretch: 0,
	};
	const turns = monitorEventLoopDelay({ resolution: 1 });
	const step = Math.max(1, opened.pages / mostCompared);
	for (let at = 1; at <= opened.pages; at += step) {
		const number = Math.floor(at);
		turns.enable();
		const start = performance.now();
		const ours = await opened.hasText(number);
		outcome.slowestPage = Math.max(outcome.slowestPage, performance.now() - start);
		turns.disable();
		const text = textInPdfium(original, number);
		const theirs = isText(text);
		if (!ours && theirs && text.isOver) outcome.over++;
		else if (ours === (theirs && !text.isOver)) outcome.agreed++;
		else outcome[ours ? 'onlyOurs' : 'onlyPdfium'].push(number);
	}
	outcome.stretch = turns.max / 1e6;
	original.destroy();
	return outcome;
}
