import { monitorEventLoopDelay, performance } from 'node:perf_hooks';

import type { PDFiumDocument } from '@hyzyla/pdfium';

import { openPdf } from '../../nodes/shared/pdf/openPdf';
import { differentPixels, drawFirst, drawPage, isCrash, openInPdfium } from './drawing';

/** What came of taking one file apart. */
export interface Outcome {
	kind: 'same' | 'fallback' | 'different' | 'threw' | 'unreadable';
	/** Why a file, or the first of its pages, was not cut; which pages differ; what was thrown. */
	detail?: string;
	/** Pages that were cut. */
	pages: number;
	/** Pages whose drawings were compared. */
	compared: number;
	bytes: number;
	cutBytes: number;
	/** In milliseconds: of opening the file, of the slowest page, of all pages. */
	opening: number;
	slowestPage: number;
	cutting: number;
	/** In milliseconds: the longest time that nothing else had a turn. */
	stretch: number;
}

/**
 * Takes a file apart, and compares its pages with those of the original in pdfium.
 *
 * @param mostCompared how many pages to compare at most, spread over the file
 */
export async function checkFile(file: Buffer, mostCompared = Infinity): Promise<Outcome> {
	const outcome: Outcome = {
		kind: 'same',
		pages: 0,
		compared: 0,
		bytes: file.length,
		cutBytes: 0,
		opening: 0,
		slowestPage: 0,
		cutting: 0,
		stretch: 0,
	};
	const original = await openInPdfium(file);
	const turns = monitorEventLoopDelay({ resolution: 1 });
	turns.enable();
	const cut = new Map<number, Buffer>();
	try {
		const begin = performance.now();
		const opened = await openPdf(file);
		outcome.opening = performance.now() - begin;
		if ('reason' in opened) {
			return { ...outcome, kind: original ? 'fallback' : 'unreadable', detail: opened.reason };
		}

		const count = original?.getPageCount() ?? opened.pages;
		if (count !== opened.pages) {
			const detail = `${opened.pages} pages instead of ${count}`;
			return { ...outcome, kind: 'different', detail };
		}
		const step = Math.max(1, opened.pages / mostCompared);
		for (let at = 1; at <= opened.pages; at += step) {
			const number = Math.floor(at);
			const start = performance.now();
			const page = await opened.page(number);
			const took = performance.now() - start;
			outcome.slowestPage = Math.max(outcome.slowestPage, took);
			outcome.cutting += took;
			if ('reason' in page) {
				outcome.kind = 'fallback';
				outcome.detail ??= `page: ${page.reason}`;
				continue;
			}
			outcome.pages++;
			outcome.cutBytes += page.pdf.length;
			cut.set(number, page.pdf);
		}
		turns.disable();
		outcome.stretch = turns.max / 1e6;
		if (!original) return { ...outcome, kind: 'unreadable' };

		const differences: string[] = [];
		for (const [number, pdf] of cut) {
			const pixels = await difference(original, file, number, pdf);
			if (pixels !== 0) differences.push(`${number} (${pixels} pixels)`);
			outcome.compared++;
		}
		if (differences.length === 0) return outcome;
		return {
			...outcome,
			kind: 'different',
			detail: `pages ${differences.slice(0, 10).join(', ')}`,
		};
	} catch (error) {
		if (isCrash(error)) throw error;
		return { ...outcome, kind: 'threw', detail: (error as Error).stack?.slice(0, 400) };
	} finally {
		original?.destroy();
	}
}

/** How many pixels of a page change when it is alone; -1 if pdfium cannot read the page. */
async function difference(
	original: PDFiumDocument,
	file: Buffer,
	number: number,
	pdf: Buffer,
): Promise<number> {
	const alone = await openInPdfium(pdf);
	if (alone?.getPageCount() !== 1) return -1;
	const drawing = await drawPage(alone, 1);
	alone.destroy();
	const pixels = differentPixels(await drawPage(original, number), drawing);
	if (pixels === 0) return 0;
	// Where a font is missing, pdfium chooses another one, which depends on what it drew before.
	return differentPixels(await drawFirst(file, number), await drawFirst(pdf, 1));
}
