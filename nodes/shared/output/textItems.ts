import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Box } from './box';
import { NO_BOX } from './box';
import { meanConfidence } from './meanConfidence';

/** A word as a provider read it; confidence runs 0..1. */
export interface TextWord extends Box {
	text: string;
	confidence: number | null;
	/** Further columns from the provider. */
	columns?: IDataObject;
}

/** A line of text; `block` counts the paragraphs of its page from 1. */
export interface TextLine extends TextWord {
	block: number;
	words: TextWord[];
}

/** A page in reading order; pages count from 1. */
export interface TextPage {
	page: number;
	lines: TextLine[];
}

/**
 * The items of the outputs `lines`, `words` and `fullText`; at least one.
 *
 * @param columns the names of `TextWord.columns` in this output, so that a row without text has
 * them as well
 */
export function textItems(
	pages: TextPage[],
	output: string,
	columns: readonly string[] = [],
): INodeExecutionData[] {
	if (output === 'fullText') return [fullText(pages)];
	const items: INodeExecutionData[] = [];
	for (const page of pages) addItems(items, page, output === 'words', columns);
	return items;
}

// A document may have 100,000 words, and spreading their objects would cost more than reading them.
function addItems(
	items: INodeExecutionData[],
	{ page, lines }: TextPage,
	isWords: boolean,
	columnNames: readonly string[],
): void {
	const before = items.length;
	for (let index = 0; index < lines.length; index++) {
		const { block, words } = lines[index];
		const line = index + 1;
		if (!isWords) {
			const { text, confidence, left, top, right, bottom, columns } = lines[index];
			const json = { page, block, line, text, confidence, left, top, right, bottom };
			items.push({ json: columns ? Object.assign(json, columns) : json });
			continue;
		}
		for (let place = 0; place < words.length; place++) {
			const word = place + 1;
			const { text, confidence, left, top, right, bottom, columns } = words[place];
			const json = { page, block, line, word, text, confidence, left, top, right, bottom };
			items.push({ json: columns ? Object.assign(json, columns) : json });
		}
	}
	if (items.length > before) return;
	const nothing = { page, block: null, line: null, ...(isWords && { word: null }) };
	const columns = Object.fromEntries(columnNames.map((name) => [name, null]));
	items.push({ json: { ...nothing, text: '', confidence: null, ...NO_BOX, ...columns } });
}

function fullText(pages: TextPage[]): INodeExecutionData {
	const lines = pages.flatMap((page) => page.lines);
	return {
		json: {
			text: pages
				.map((page) => page.lines.map(({ text }) => text).join('\n'))
				.filter((text) => text !== '')
				.join('\n\n'),
			confidence: meanConfidence(lines),
			pages: pages.length,
			lines: lines.length,
			words: lines.reduce((sum, { words }) => sum + words.length, 0),
		},
	};
}
