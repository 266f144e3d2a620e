import { Semaphore } from '../engine/queue/semaphore';
import { openPdf } from './openPdf';
import { statedCount } from './scan/statedCount';

/**
 * A third of the bytes of an empty page in the best compression: with fewer, the count is false.
 */
const LEAST_BYTES_PER_PAGE = 4;

/** One file at a time: many files in turn would keep n8n waiting. */
const counting = new Semaphore(1);

/**
 * The number of pages of a PDF; undefined if its page tree cannot be read (as in some encrypted
 * files), if that takes too much time or memory, or if so many pages cannot fit into the file.
 *
 * Where a file's structure is whole, its cross-reference table decides which objects count. Else its
 * objects are searched, as readers do to repair a file.
 */
export async function countPages(file: Buffer): Promise<number | undefined> {
	const release = await counting.acquire();
	try {
		const opened = await openPdf(file);
		const count = 'pages' in opened ? opened.pages : ((await statedCount(file)) ?? 0);
		return count > 0 && count * LEAST_BYTES_PER_PAGE <= file.length ? count : undefined;
	} finally {
		release();
	}
}
