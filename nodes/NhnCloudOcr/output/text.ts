import type { IDataObject } from 'n8n-workflow';

import type { Box, Point } from '../../shared/output/box';
import { boxAround } from '../../shared/output/box';
import { lineOfWords } from '../../shared/output/lineOfWords';
import type { TextLine, TextWord } from '../../shared/output/textPage';
import {
	hasNoText,
	isBlank,
	isObject,
	listOf,
	numberOf,
	plainText,
	readText,
} from '../../shared/output/values';

/** The corners of a word, clockwise from its upper left one, in pixels. */
type Corner = 'x1' | 'y1' | 'x2' | 'y2' | 'x3' | 'y3' | 'x4' | 'y4';

type BoundingBox = Partial<Record<Corner, unknown>>;

/**
 * The names of a result's lists. `listOfinferTexts` is older; the API guide of v1.0 also has
 * `values`.
 */
const TEXTS = ['listOfInferTexts', 'listOfinferTexts', 'values'];
const BOXES = ['listOfBoundingBoxes', 'boxes'];
const ABOUT_FILE = ['fileType', 'resolution'];

/** The unchanged words of a line, and their boxes in the same order, if there are any. */
interface ResponseLine {
	texts: unknown[];
	boxes: unknown[];
}

/**
 * The lines of a response; none for an image without text.
 *
 * @param withCorners whether the corners of each word and line are columns. Otherwise, only lines have
 * `corners`: those of 100,000 words would cost more than reading them
 */
export function linesOf(body: IDataObject, withCorners = false): TextLine[] {
	const lines: TextLine[] = [];
	for (const { texts, boxes } of responseLines(body)) {
		const words: TextWord[] = [];
		const boxesOfWords: BoundingBox[] = [];
		for (let index = 0; index < texts.length; index++) {
			const word = texts[index];
			const text = textOf(word);
			if (text === '') continue;
			const box = boxOf(boxes[index]);
			const confidence = isObject(word) ? numberOf(word.conf) : null;
			const { left, top, right, bottom } = uprightBox(box);
			words.push({ text, confidence, left, top, right, bottom });
			boxesOfWords.push(box);
		}
		if (words.length === 0) continue;
		const line = lineOfWords(words, 1);
		setCorners(line, boxesOfWords[0], boxesOfWords[boxesOfWords.length - 1], withCorners);
		lines.push(line);
		if (!withCorners) continue;
		for (const [index, word] of words.entries()) {
			setCorners(word, boxesOfWords[index], boxesOfWords[index], withCorners);
		}
	}
	return lines;
}

/** Whether a response has any readable text. */
export function hasText(body: IDataObject): boolean {
	for (const { texts } of responseLines(body)) {
		if (texts.some((word) => textOf(word) !== '')) return true;
	}
	return false;
}

/**
 * Whether a response without readable text reports an image without text: its lists or words are
 * empty.
 */
export function isEmpty(body: IDataObject): boolean {
	const words = [...responseLines(body)].flatMap(({ texts }) => texts);
	if (!words.every(isEmptyWord)) return false;
	const known = words.length > 0 ? [...ABOUT_FILE, ...TEXTS, ...BOXES] : ABOUT_FILE;
	const { result } = body;
	const isNothing = isObject(result) ? hasNoText(result, known) : isBlank(result);
	return isNothing && hasNoText(body, ['header', 'result']);
}

/** The file's properties in a response; `slicesImages` is the number of segments that were read. */
export function fileOf({ result }: IDataObject): IDataObject {
	const { fileType, resolution, slicesImages } = isObject(result) ? result : {};
	return {
		fileType: plainText(fileType) || null,
		resolution: plainText(resolution) || null,
		slicesImages: numberOf(slicesImages) ?? (plainText(slicesImages) || null),
	};
}

/**
 * The two lists run parallel: their elements are lines, `{inferTexts: [word, …]}` and
 * `{boundingBoxes: [box, …]}`. A line may also be a list of words or a single word, and any line
 * may be nested one list deeper: the guide's sample repeats `inferTexts` where it means another
 * line.
 */
function* responseLines({ result }: IDataObject): Generator<ResponseLine> {
	if (isObject(result)) yield* linesIn(place(result, TEXTS), place(result, BOXES));
}

function* linesIn(list: unknown, boxes: unknown): Generator<ResponseLine> {
	for (const [index, line] of listOf(list).entries()) {
		const texts = inside(line, 'inferTexts');
		const boxesOfLine = inside(listOf(boxes)[index], 'boundingBoxes');
		if (!Array.isArray(texts)) yield { texts: [texts], boxes: [boxesOfLine] };
		else if (texts.some(isLine)) yield* linesIn(texts, boxesOfLine);
		else yield { texts, boxes: listOf(boxesOfLine) };
	}
}

/** The first property that is not empty. */
const place = (result: IDataObject, names: readonly string[]): unknown =>
	names.map((name) => result[name]).find((value) => !isBlank(value));

const isLine = (value: unknown) =>
	Array.isArray(value) || (isObject(value) && 'inferTexts' in value);

const inside = (value: unknown, name: string) =>
	isObject(value) && name in value ? value[name] : value;

/** A word is `{value, conf}`; `conf` runs 0..1. */
const textOf = (word: unknown): string => readText(isObject(word) ? word.value : word);

const isEmptyWord = (word: unknown) =>
	isBlank(isObject(word) && 'value' in word ? word.value : word);

const boxOf = (box: unknown): BoundingBox => (isObject(box) ? box : {});

const uprightBox = ({ x1, y1, x2, y2, x3, y3, x4, y4 }: BoundingBox): Box =>
	boxAround([x1, x2, x3, x4], [y1, y2, y3, y4]);

/**
 * Sets the corners of a word or line. A line begins with the left corners of its first word, and ends
 * with the right ones of its last. If a number is missing, the text has no corners, but its other
 * numbers are columns if corners are.
 */
function setCorners(
	text: TextWord,
	first: BoundingBox,
	last: BoundingBox,
	withCorners: boolean,
): void {
	const numbers = {
		x1: numberOf(first.x1),
		y1: numberOf(first.y1),
		x2: numberOf(last.x2),
		y2: numberOf(last.y2),
		x3: numberOf(last.x3),
		y3: numberOf(last.y3),
		x4: numberOf(first.x4),
		y4: numberOf(first.y4),
	};
	if (isComplete(numbers)) text.corners = pointsOf(numbers);
	else if (withCorners) text.columns = numbers;
}

const isComplete = (numbers: Record<Corner, number | null>): numbers is Record<Corner, number> =>
	Object.values(numbers).every((value) => value !== null);

const pointsOf = ({ x1, y1, x2, y2, x3, y3, x4, y4 }: Record<Corner, number>): Point[] => [
	{ x: x1, y: y1 },
	{ x: x2, y: y2 },
	{ x: x3, y: y3 },
	{ x: x4, y: y4 },
];
