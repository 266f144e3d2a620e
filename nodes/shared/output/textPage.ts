import type { IDataObject } from 'n8n-workflow';

import type { Box, Point } from './box';

/** A word as a provider read it; confidence runs 0..1. */
export interface TextWord extends Box {
	text: string;
	confidence: number | null;
	/**
	 * All four in pixels, clockwise from the upper left one of the text; empty or missing if the
	 * provider does not send them. A word may lack them unless `corners` are columns.
	 */
	corners?: Point[];
	/** Further columns from the provider. */
	columns?: IDataObject;
}

/** A line of text; `block` counts the paragraphs of its page from 1. */
export interface TextLine extends TextWord {
	block: number;
	words: TextWord[];
	/** Set if the provider sends only words: text, confidence and box of the line are made of them. */
	isOfWords?: true;
}

/** A page of text; pages count from 1. */
export interface TextPage {
	page: number;
	/** As the provider sends them, until `readingOrder` sorts them. */
	lines: TextLine[];
	/** Whether the page was not sent, because it has text of its own; undefined if nobody asked. */
	hasText?: boolean;
}
