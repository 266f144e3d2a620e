import type { INodeExecutionData } from 'n8n-workflow';

import { meanConfidence } from './meanConfidence';
import type { TextPage } from './textPage';

/** The item of a document: a text made of its pages, and its counts. */
export function documentItem(pages: TextPage[], text: string): INodeExecutionData {
	const lines = pages.flatMap((page) => page.lines);
	return {
		json: {
			text,
			confidence: meanConfidence(lines),
			pages: pages.length,
			lines: lines.length,
			words: lines.reduce((sum, { words }) => sum + words.length, 0),
		},
	};
}
