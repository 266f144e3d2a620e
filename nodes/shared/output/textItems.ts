import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { NO_BOX } from './box';
import { beginningOf } from './beginningOf';
import { addCorners } from './corners';
import { documentItem } from './documentItem';
import type { Output } from './fields';
import { layoutText, markdownOf, rowItems } from './layout';
import type { ReadablePages } from './readablePages';
import { readablePages } from './readablePages';
import type { TextOptions } from './textOptions';
import type { TextPage } from './textPage';

/** What the items of a document tell beside its text. */
export interface AboutItems {
	/** The names of `TextWord.columns` in this output, so that a row without text has them as well. */
	columns?: readonly string[];
	/** How many pages the document has, read or not; null if that is not known. */
	pageCount?: number | null;
}

/** The items of a document with text; at least one. */
export function textItems(
	pages: TextPage[],
	output: Exclude<Output, 'raw'>,
	options: TextOptions = {},
	{ columns = [], pageCount = pages.length }: AboutItems = {},
): INodeExecutionData[] {
	const readable = readablePages(pages, options);
	const items = itemsOf(readable, output, { columns, pageCount }, options);
	const { belowConfidence } = readable;
	if (belowConfidence) {
		const ofDocument = [...belowConfidence.values()].reduce((sum, words) => sum + words, 0);
		for (const { json } of items)
			json.belowConfidence = belowConfidence.get(json.page as number) ?? ofDocument;
	}
	if (pages.some(({ hasText }) => hasText !== undefined)) addHasText(items, pages);
	return items;
}

/** Adds which pages were not read, because they have text of their own. */
function addHasText(items: INodeExecutionData[], pages: TextPage[]): void {
	const withText = new Set(pages.filter(({ hasText }) => hasText).map(({ page }) => page));
	for (const { json } of items) {
		const { page } = json;
		json.hasText = page === undefined ? withText.size > 0 : withText.has(page as number);
		if (page === undefined) json.pagesWithText = [...withText].join(',') || null;
	}
}

function itemsOf(
	{ pages, inOrder }: ReadablePages,
	output: Exclude<Output, 'raw'>,
	about: Required<AboutItems>,
	{ withCorners = false, maxCharacters = Infinity }: TextOptions,
): INodeExecutionData[] {
	const { pageCount } = about;
	const document = (text: string) => [
		documentItem(pages, beginningOf(text, maxCharacters), pageCount),
	];
	switch (output) {
		case 'rows':
			return rowItems(pages, pageCount);
		case 'layout':
			return document(layoutText(pages));
		case 'markdown':
			return document(markdownOf(pages));
		case 'fullText':
			return document(fullText(inOrder()));
		case 'lines':
		case 'words': {
			const items: INodeExecutionData[] = [];
			const isWords = output === 'words';
			for (const page of inOrder()) addItems(items, page, isWords, about, withCorners);
			return items;
		}
	}
}

// A document may have 100,000 words, and spreading their objects would cost more than reading them.
function addItems(
	items: INodeExecutionData[],
	{ page, lines }: TextPage,
	isWords: boolean,
	{ columns: columnNames, pageCount: pages }: Required<AboutItems>,
	withCorners: boolean,
): void {
	const before = items.length;
	for (let index = 0; index < lines.length; index++) {
		const { block, words } = lines[index];
		const line = index + 1;
		if (!isWords) {
			const { text, confidence, left, top, right, bottom, corners, columns } = lines[index];
			const json = { text, page, pages, block, line, confidence, left, top, right, bottom };
			if (withCorners) addCorners(json, corners);
			items.push({ json: columns ? Object.assign(json, columns) : json });
			continue;
		}
		for (let place = 0; place < words.length; place++) {
			const word = place + 1;
			const { text, confidence, left, top, right, bottom, corners, columns } = words[place];
			const json = { text, page, pages, block, line, word, confidence, left, top, right, bottom };
			if (withCorners) addCorners(json, corners);
			items.push({ json: columns ? Object.assign(json, columns) : json });
		}
	}
	if (items.length > before) return;
	const nothing = { page, pages, block: null, line: null, ...(isWords && { word: null }) };
	const columns = Object.fromEntries(columnNames.map((name) => [name, null]));
	const json: IDataObject = { text: '', ...nothing, confidence: null, ...NO_BOX };
	if (withCorners) addCorners(json);
	items.push({ json: Object.assign(json, columns) });
}

/** The lines of all pages, parted by a blank line between pages. */
const fullText = (pages: TextPage[]): string =>
	pages
		.map(({ lines }) => lines.map(({ text }) => text).join('\n'))
		.filter((text) => text !== '')
		.join('\n\n');
