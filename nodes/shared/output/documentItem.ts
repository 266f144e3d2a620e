import type { INodeExecutionData } from 'n8n-workflow';

import { meanConfidence } from './meanConfidence';
import type { TextPage } from './textPage';

/**
 * The item of a document: a text made of its pages, and its counts.
 *
 * @param pageCount how many pages the document has, read or not; null if that is not known
 */
export function documentItem(
	pages: TextPage[],
	text: string,
	pageCount: number | null,
): INodeExecutionData {
	const lines = pages.flatMap((page) => page.lines);
	return {
		json: {
			text,
			confidence: meanConfidence(lines),
			pages: pageCount,
			pagesRead: pages.filter(({ hasText }) => !hasText).length,
			lines: lines.length,
			words: lines.reduce((sum, { words }) => sum + words.length, 0),
		},
	};
}
