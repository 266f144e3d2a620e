import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Box } from './box';
import { NO_BOX } from './box';
import { mean } from './mean';

/** A word as a provider read it; confidence runs 0..1. */
export interface TextWord extends Box {
	text: string;
	confidence: number | null;
	/** What the provider says besides, as columns of its own. */
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

/** The items of the outputs `lines`, `words` and `fullText`; at least one. */
export function textItems(pages: TextPage[], output: string): INodeExecutionData[] {
	if (output === 'fullText') return [fullText(pages)];
	return pages.flatMap((page) => (output === 'words' ? wordItems(page) : lineItems(page)));
}

const place = ({ left, top, right, bottom }: Box): Box => ({ left, top, right, bottom });

function lineItems({ page, lines }: TextPage): INodeExecutionData[] {
	if (lines.length === 0) {
		return [{ json: { page, block: null, line: null, text: '', confidence: null, ...NO_BOX } }];
	}
	return lines.map(({ block, text, confidence, columns, ...line }, index) => ({
		json: { page, block, line: index + 1, text, confidence, ...place(line), ...columns },
	}));
}

function wordItems({ page, lines }: TextPage): INodeExecutionData[] {
	const items = lines.flatMap(({ block, words }, line) =>
		words.map(({ text, confidence, columns, ...word }, index) => ({
			json: {
				page,
				block,
				line: line + 1,
				word: index + 1,
				text,
				confidence,
				...place(word),
				...columns,
			},
		})),
	);
	if (items.length > 0) return items;
	const nothing = { block: null, line: null, word: null, text: '', confidence: null };
	return [{ json: { page, ...nothing, ...NO_BOX } }];
}

function fullText(pages: TextPage[]): INodeExecutionData {
	const lines = pages.flatMap((page) => page.lines);
	return {
		json: {
			text: pages
				.map((page) => page.lines.map(({ text }) => text).join('\n'))
				.filter((text) => text !== '')
				.join('\n\n'),
			confidence: mean(lines.map(({ confidence }) => confidence)),
			pages: pages.length,
			lines: lines.length,
			words: lines.reduce((sum, { words }) => sum + words.length, 0),
		},
	};
}
