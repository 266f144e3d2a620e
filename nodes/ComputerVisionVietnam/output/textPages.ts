import type { IDataObject } from 'n8n-workflow';

import { lineOfWords } from '../../shared/output/lineOfWords';
import type { TextPage, TextWord } from '../../shared/output/textPage';
import { isObject, numberOf } from '../../shared/output/values';
import type { ResponseBody } from './responseBody';
import { isMissing } from './responseBody';

/** A text element of a line, as documented in the API. */
interface TextElement extends IDataObject {
	text: string | number;
	/** 0..1 */
	confidence?: number;
	/** Pixels of the aligned image. */
	box?: { left?: number; top?: number; right?: number; bottom?: number };
}

/** A page of general text, and its aligned image as base64 if that was requested. */
interface ResponsePage extends TextPage {
	image: unknown;
}

/**
 * The pages of a general text response, at least one. A page is a list of blocks, which are lists
 * of lines, which are lists of texts; or an object that has that list as `result` or `info`.
 */
export function textPages({ data }: ResponseBody): ResponsePage[] {
	const pages: unknown[] = [data].flat();
	return (pages.length > 0 ? pages : [[]]).map((page, index) => ({
		page: index + 1,
		lines: blocksOf(page).flatMap((lines, number) =>
			lines.map((words) => lineOfWords(words, number + 1)),
		),
		image: isObject(page) ? page.image : undefined,
	}));
}

/** Whether a general text response has any text. */
export const hasText = ({ data }: ResponseBody): boolean => holdsText(data);

function holdsText(value: unknown): boolean {
	if (Array.isArray(value)) return value.some(holdsText);
	return isElement(value) || (isPage(value) && holdsText(contentOf(value)));
}

/** Whether a response has all its values in the places that text is read from. */
export const isTextResponse = ({ data }: ResponseBody): boolean =>
	data !== undefined && isKnown(data);

function isKnown(value: unknown): boolean {
	if (Array.isArray(value)) return value.every(isKnown);
	if (!isObject(value)) return isMissing(value);
	if (isPage(value)) return isKnown(contentOf(value));
	if (isElement(value)) return typeof value.text !== 'object';
	const withoutText = ['text', 'confidence', 'box', 'image'];
	return Object.keys(value).every((name) => withoutText.includes(name));
}

const isPage = (value: unknown): boolean =>
	isObject(value) && ('result' in value || 'info' in value);

const contentOf = (page: unknown) => {
	const { result, info } = page as IDataObject;
	return [result, info];
};

function isElement(value: unknown): value is TextElement {
	if (!isObject(value)) return false;
	const { text } = value;
	return text !== undefined && text !== null && text !== '';
}

const isLine = (value: unknown) =>
	isElement(value) || (Array.isArray(value) && value.some(isElement));

/** The blocks in a value, at any depth: lists of lines, which are lists of words. */
function blocksOf(value: unknown): TextWord[][][] {
	if (isPage(value)) return blocksOf(contentOf(value));
	if (isLine(value)) return [[wordsOf(value)]];
	if (!Array.isArray(value)) return [];
	if (!value.some(isLine)) return value.flatMap(blocksOf);
	return [value.flatMap((line) => (isLine(line) ? [wordsOf(line)] : blocksOf(line).flat()))];
}

function wordsOf(line: unknown, words: TextWord[] = []): TextWord[] {
	if (isElement(line)) words.push(wordOf(line));
	else if (Array.isArray(line)) for (const part of line) wordsOf(part, words);
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
