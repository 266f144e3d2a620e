import type { IDataObject, IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';

import type { OcrResponse } from '../../shared/engine/ocrOperation';
import type { Output } from '../../shared/output/fields';
import type { Point } from '../../shared/output/box';
import { textDocument } from '../../shared/output/textDocument';
import type { TextLine, TextWord } from '../../shared/output/textPage';
import type { TextOptions } from '../../shared/output/textOptions';
import {
	hasNoText,
	isBlank,
	isObject,
	listOf,
	numberOf,
	plainText,
	readText,
} from '../../shared/output/values';
import { boxAroundCorners, WORD_COLUMNS, wordShares } from '../wordShares';

/** A line of text. Source: Tencent Cloud OCR, "Data Types > TextDetection". */
interface TextDetection {
	DetectedText?: unknown;
	/** 0..100 */
	Confidence?: unknown;
	/** Four corners `{X, Y}` in pixels, clockwise from the upper left one of the text. */
	Polygon?: unknown;
	/** `{X, Y, Width, Height}`, rotation-corrected, in pixels. */
	ItemPolygon?: unknown;
	/** JSON text such as `{"Parag":{"ParagNo":1}}`. */
	AdvancedInfo?: unknown;
	/** `{Character, Confidence}`; the international model sends none. */
	Words?: unknown;
	/** `{WordCoordinate}` of each word: four corners. */
	WordCoordPoint?: unknown;
}

/** The properties of a response besides its text; `Angel` is an earlier spelling of `Angle`. */
const ABOUT_IMAGE = ['Angle', 'Angel', 'Language', 'RequestId'];

/** The items of a document with text, one response per page. */
export async function textItemsOf(
	context: IExecuteSingleFunctions,
	responses: OcrResponse[],
	output: Output,
	options: TextOptions,
): Promise<INodeExecutionData[]> {
	if (output === 'raw') return responses.map(rawItem);
	const pages = responses.map(({ body, page = 1, hasText }) => ({
		page,
		lines: linesOf(body),
		hasText,
	}));
	const columns = output === 'words' ? WORD_COLUMNS : [];
	const [{ page, pages: pageCount }] = responses;
	const isPdf = page !== undefined;
	return await textDocument(context, pages, output, options, { columns, pageCount, isPdf });
}

/** A response, unchanged; for a page that was not sent, why. */
const rawItem = ({ body, page, pages, hasText }: OcrResponse): INodeExecutionData => ({
	json: hasText ? { page, pages, hasText } : body,
});

/** The lines of a response with `TextDetections`; none for an image without text. */
export function linesOf({ Response }: IDataObject): TextLine[] {
	const lines: TextLine[] = [];
	for (const detection of isObject(Response) ? detectionsOf(Response) : []) {
		const text = readText(detection.DetectedText);
		if (text === '') continue;
		const confidence = fraction(detection.Confidence);
		const polygon = polygonOf(detection.Polygon);
		const outline = polygon.length > 0 ? polygon : rectangleOf(detection.ItemPolygon);
		const corners = allFour(polygon);
		const words = wordsOf(detection);
		lines.push({
			text,
			confidence,
			...boxAroundCorners(outline),
			corners,
			block: paragraph(detection.AdvancedInfo),
			words: words.length > 0 ? words : wordShares(text, confidence, outline, corners.length === 0),
		});
	}
	return lines;
}

/** Whether a `Response` has any readable text. */
export const hasText = (said: IDataObject): boolean =>
	detectionsOf(said).some(({ DetectedText }) => readText(DetectedText) !== '');

/**
 * Whether a `Response` without readable text reports an image without text: its list or lines are
 * empty.
 */
export function isEmpty(said: IDataObject): boolean {
	const lines = listOf(said.TextDetections);
	const isEmptyLine = (line: unknown) =>
		isBlank(isObject(line) && 'DetectedText' in line ? line.DetectedText : line);
	const known = lines.length > 0 ? [...ABOUT_IMAGE, 'TextDetections'] : ABOUT_IMAGE;
	return lines.every(isEmptyLine) && hasNoText(said, known);
}

const detectionsOf = ({ TextDetections }: IDataObject): TextDetection[] =>
	listOf(TextDetections).filter(isObject);

/** The provider's own words. */
function wordsOf({ Words, WordCoordPoint }: TextDetection): TextWord[] {
	const words: TextWord[] = [];
	for (const [index, word] of listOf(Words).entries()) {
		const text = isObject(word) ? readText(word.Character) : '';
		if (!isObject(word) || text === '') continue;
		const place = listOf(WordCoordPoint)[index];
		const outline = isObject(place) ? polygonOf(place.WordCoordinate) : [];
		words.push({
			text,
			confidence: fraction(word.Confidence),
			...boxAroundCorners(outline),
			corners: allFour(outline),
			columns: { boxFromLine: false },
		});
	}
	return words;
}

function fraction(confidence: unknown): number | null {
	const percent = numberOf(confidence);
	return percent === null ? null : percent / 100;
}

const polygonOf = (polygon: unknown): Point[] =>
	listOf(polygon).flatMap((corner) => {
		const [x, y] = isObject(corner) ? [numberOf(corner.X), numberOf(corner.Y)] : [null, null];
		return x === null || y === null ? [] : [{ x, y }];
	});

/** The corners of a text, of which none is missing. */
const allFour = (polygon: Point[]): Point[] => (polygon.length === 4 ? polygon : []);

/**
 * The corners of a rectangle, clockwise from the upper left one; empty if the response has none. They
 * are not those of slanted text.
 */
function rectangleOf(rectangle: unknown): Point[] {
	if (!isObject(rectangle)) return [];
	const [x, y] = [numberOf(rectangle.X), numberOf(rectangle.Y)];
	const [width, height] = [numberOf(rectangle.Width), numberOf(rectangle.Height)];
	if (x === null || y === null || width === null || height === null) return [];
	return [
		{ x, y },
		{ x: x + width, y },
		{ x: x + width, y: y + height },
		{ x, y: y + height },
	];
}

/** The number of a line's paragraph; 1 if the response has none. */
function paragraph(advancedInfo: unknown): number {
	const [, number] = /"ParagNo"\s*:\s*"?(\d+)/.exec(plainText(advancedInfo)) ?? [];
	return number === undefined ? 1 : Number(number);
}
