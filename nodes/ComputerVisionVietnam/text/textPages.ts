import type { IDataObject } from 'n8n-workflow';

import { lineOfWords } from '../../shared/textItems/lineOfWords';
import type { TextPage, TextWord } from '../../shared/textItems/textItems';
import { isObject, list, numberOf } from '../answer';

/** A text element of a line, as the API documents it. */
interface TextElement {
	text?: string;
	/** 0..1 */
	confidence?: number;
	/** Pixels of the aligned image. */
	box?: { left?: number; top?: number; right?: number; bottom?: number } | null;
}

/** A page of general text, and its aligned image as base64 if that was asked for. */
export interface AnswerPage extends TextPage {
	image: unknown;
}

/**
 * The pages of an answer to general text, at least one. A page is a list of blocks, which are lists
 * of lines, which are lists of texts; or an object that has that list as `result`.
 */
export function textPages({ data }: IDataObject): AnswerPage[] {
	const pages = list(data).map((page, index) => ({
		page: index + 1,
		lines: blocksOf(page).flatMap((block, number) =>
			list(block)
				.map(wordsOf)
				.filter((words) => words.length > 0)
				.map((words) => lineOfWords(words, number + 1)),
		),
		image: isObject(page) ? page.image : undefined,
	}));
	return pages.length ? pages : [{ page: 1, lines: [], image: undefined }];
}

/** Whether an answer to general text has any. */
export const hasText = ({ data }: IDataObject): boolean =>
	list(data).some((page) =>
		blocksOf(page).some((block) => list(block).some((line) => list(line).some(hasWord))),
	);

const blocksOf = (page: unknown) => list(isObject(page) ? page.result : page);

const hasWord = (element: unknown) => isObject(element) && Boolean(element.text);

function wordsOf(line: unknown): TextWord[] {
	const words: TextWord[] = [];
	for (const element of list<TextElement>(line)) {
		if (hasWord(element)) words.push(wordOf(element));
	}
	return words;
}

const wordOf = ({ text, confidence, box }: TextElement): TextWord => ({
	text: String(text),
	confidence: numberOf(confidence),
	left: numberOf(box?.left),
	top: numberOf(box?.top),
	right: numberOf(box?.right),
	bottom: numberOf(box?.bottom),
});
