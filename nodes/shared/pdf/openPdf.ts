import { Semaphore } from '../engine/queue/semaphore';
import { cutPage, type FileParts } from './cut/cutPage';
import { readCrossReferences } from './structure/crossReference';
import { Objects } from './structure/objects';
import { ObjectStreams } from './structure/objectStreams';
import { readPageTree, type PagePlace } from './structure/pageTree';
import { Budget } from './syntax/budget';
import { Oddity, unlessOdd } from './syntax/oddity';
import { entryOf, nameAt, type Reference, type Value } from './syntax/values';

/** Why a file, or a page, is not cut: use the whole file. */
export interface Fallback {
	reason: string;
}

/** A PDF that can be taken apart. */
export interface PdfFile {
	/** How many pages it has. */
	pages: number;
	/**
	 * A page as a PDF of its own, which may be larger than the whole file.
	 *
	 * @param number from 1
	 */
	page(number: number): Promise<{ pdf: Buffer } | Fallback>;
	/**
	 * Whether all text of a page can be copied, and no image covers most of it, so that it can be read
	 * without OCR. False when in doubt.
	 *
	 * @param number from 1
	 */
	hasText(number: number): Promise<boolean>;
}

/** Before the header, mail and web servers leave a few bytes. */
const LAST_START = 1024;

/** One file at a time: many files in turn would keep n8n waiting. */
const reading = new Semaphore(1);

/**
 * Reads the structure of a PDF strictly: by its cross-reference table, without any repair. Whatever
 * is not exactly as the standard says leads to a fallback instead of a page that may be wrong.
 *
 * Source: ISO 32000-1, 7.5 "File Structure".
 */
export async function openPdf(bytes: Buffer): Promise<PdfFile | Fallback> {
	return await inTurn(async () => await open(bytes));
}

async function inTurn<Result>(read: () => Promise<Result>): Promise<Result | Fallback> {
	const release = await reading.acquire();
	try {
		return await unlessOdd(read(), (reason) => ({ reason }));
	} finally {
		release();
	}
}

async function open(bytes: Buffer): Promise<PdfFile> {
	// Places count from the header.
	const start = bytes.subarray(0, LAST_START).indexOf('%PDF-');
	const file = bytes.subarray(Math.max(0, start));
	const [header] = /^%PDF-\d\.\d/.exec(file.toString('latin1', 0, 8)) ?? [];
	if (header === undefined) throw new Oddity('the header is missing');

	const budget = new Budget();
	const { places, trailer } = await readCrossReferences(file, budget);
	const streams = new ObjectStreams();
	const objects = new Objects(file, places, streams, budget);
	const catalogReference = referenceOf(entryOf(trailer, 'Root'));
	const catalog = await objects.dictionary(catalogReference);
	if (!catalog || nameAt(catalog, 'Type') !== 'Catalog') throw new Oddity('the catalog is missing');
	const rootReference = referenceOf(entryOf(catalog, 'Pages'));
	const pages = await readPageTree(objects, rootReference);
	if (pages.length === 0) throw new Oddity('the file has no page');

	const parts: FileParts = { header, catalog, catalogReference, rootReference };
	const cut = async (page: PagePlace) => {
		// Each page has a budget of its own.
		const pdf = await cutPage(parts, page, new Objects(file, places, streams, new Budget()));
		return { pdf };
	};
	const look = async (page: PagePlace) => {
		const { hasText } = await import('./text/hasText');
		return await hasText(new Objects(file, places, streams, new Budget()), catalog, page);
	};
	return {
		pages: pages.length,
		page: async (number) => await inTurn(async () => await cut(pages[number - 1])),
		hasText: async (number) =>
			number <= pages.length && (await inTurn(async () => await look(pages[number - 1]))) === true,
	};
}

function referenceOf(value: Value | undefined): Reference {
	if (value?.kind !== 'reference') throw new Oddity('a reference is missing');
	return value;
}
