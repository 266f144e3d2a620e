import { inMemory, type ImageFile } from '../input/imageFile';
import { countPages } from './countPages';
import { openPdf } from './openPdf';

/** What to send to read a page of a PDF. */
export interface PageFile {
	file: ImageFile;
	/** The page's number in this file, from 1. */
	number: number;
	/** Why this is the whole file, and not the page alone. */
	reason?: string;
}

/** A PDF that is sent page by page. */
export interface SplitPdf {
	/** The number of its pages; null before `count` if that takes time, or if they cannot be counted. */
	pages: number | null;
	/** The number of its pages; null if they cannot be counted. */
	count(): Promise<number | null>;
	/** Whether a page has text of its own, so that it needs no OCR; false if in doubt. */
	hasText(page: number): Promise<boolean>;
	/** The page alone where it can be cut out and is smaller than the whole file. */
	fileOf(page: number): Promise<PageFile>;
}

/** Reads a PDF once for all its pages. A file that cannot be taken apart does not stay in memory. */
export async function splitPdf(whole: ImageFile): Promise<SplitPdf> {
	const opened = await openPdf(await bytesOf(whole));
	if ('reason' in opened) {
		const { reason } = opened;
		const split: SplitPdf = {
			pages: null,
			count: async () => (split.pages ??= (await countPages(await bytesOf(whole))) ?? null),
			hasText: async () => false,
			fileOf: async (number) => ({ file: whole, number, reason }),
		};
		return split;
	}
	return {
		pages: opened.pages,
		count: async () => opened.pages,
		hasText: async (number) => number <= opened.pages && (await opened.hasText(number)),
		fileOf: async (number) => {
			if (number > opened.pages) {
				return { file: whole, number, reason: `the last page is ${opened.pages}` };
			}
			const page = await opened.page(number);
			if ('reason' in page) return { file: whole, number, reason: page.reason };
			if (page.pdf.length < whole.size) return { file: inMemory(page.pdf), number: 1 };
			return { file: whole, number, reason: 'it uses almost all of the file' };
		},
	};
}

/** A file's bytes, which are in memory only once. */
async function bytesOf({ size, chunks }: ImageFile): Promise<Buffer> {
	let bytes: Buffer | undefined;
	let end = 0;
	for await (const chunk of chunks()) {
		if (chunk.length === size) return chunk;
		bytes ??= Buffer.allocUnsafe(size);
		end += chunk.copy(bytes, end);
	}
	return bytes ?? Buffer.alloc(0);
}
