import { readingOrder } from './layout';
import { withMinimumConfidence } from './minimumConfidence';
import type { TextOptions } from './textOptions';
import type { TextPage } from './textPage';

/** The pages of a document as its items show them. */
export interface ReadablePages {
	/** Without the text below the minimum confidence, and otherwise as the provider sent them. */
	pages: TextPage[];
	/** How many words are left out, by page number; undefined without a minimum. */
	belowConfidence?: Map<number, number>;
	/** The pages in reading order, which numbers their lines. */
	inOrder: () => TextPage[];
}

/** What the options leave of the pages of a document. */
export function readablePages(all: TextPage[], { minimumConfidence }: TextOptions): ReadablePages {
	const { pages, belowConfidence } =
		minimumConfidence === undefined
			? { pages: all, belowConfidence: undefined }
			: withMinimumConfidence(all, minimumConfidence);
	return { pages, belowConfidence, inOrder: () => pages.map(readingOrder) };
}
