import type { IDataObject } from 'n8n-workflow';

import type { Box } from '../shared/textItems/box';
import { boxAround } from '../shared/textItems/box';
import { lineOfWords } from '../shared/textItems/lineOfWords';
import type { TextLine, TextWord } from '../shared/textItems/textItems';

/** The four corners of a word, clockwise from its upper left one, in pixels. */
type BoundingBox = Partial<Record<'x1' | 'y1' | 'x2' | 'y2' | 'x3' | 'y3' | 'x4' | 'y4', number>>;

/** The result of a recognition; the two outer lists run parallel, and so do the inner ones. */
interface Result {
	fileType?: string;
	/** `normal` or `low` */
	resolution?: string;
	/** In answers of `/general/cropping`. */
	slicesImages?: number;
	listOfInferTexts?: Array<{
		/** `conf` runs 0..1. */
		inferTexts?: Array<{ value?: string; conf?: number } | null> | null;
	} | null> | null;
	listOfBoundingBoxes?: Array<{ boundingBoxes?: Array<BoundingBox | null> | null } | null> | null;
}

/**
 * The lines of an answer; none for an image without text.
 *
 * @param withCorners whether the corners of each word and line are columns
 */
export function linesOf({ result }: IDataObject, withCorners = false): TextLine[] {
	const { listOfInferTexts, listOfBoundingBoxes } = (result ?? {}) as Result;
	return list(listOfInferTexts).flatMap((line, index) => {
		const boxes = list(list(listOfBoundingBoxes)[index]?.boundingBoxes);
		const words: TextWord[] = [];
		const boxesOfWords: BoundingBox[] = [];
		for (const [place, text] of list(line?.inferTexts).entries()) {
			if (!text?.value) continue;
			const box = boxes[place] ?? {};
			const { left, top, right, bottom } = uprightBox(box);
			const confidence = typeof text.conf === 'number' ? text.conf : null;
			words.push({ text: String(text.value), confidence, left, top, right, bottom });
			boxesOfWords.push(box);
		}
		if (words.length === 0) return [];
		const textLine = lineOfWords(words, 1);
		return [withCorners ? addCorners(textLine, boxesOfWords) : textLine];
	});
}

/** Whether an answer has any text. */
export const hasText = ({ result }: IDataObject): boolean =>
	list((result as Result | undefined)?.listOfInferTexts).some((line) =>
		list(line?.inferTexts).some((text) => text?.value),
	);

/** What an answer says of the file; `slicesImages` is the number of segments it was read in. */
export function fileOf({ result }: IDataObject): IDataObject {
	const { fileType, resolution, slicesImages } = (result ?? {}) as Result;
	return {
		...(fileType !== undefined && { fileType }),
		...(resolution !== undefined && { resolution }),
		...(slicesImages !== undefined && { slicesImages }),
	};
}

const uprightBox = ({ x1, y1, x2, y2, x3, y3, x4, y4 }: BoundingBox): Box =>
	boxAround([x1, x2, x3, x4], [y1, y2, y3, y4]);

/** A line begins with the left corners of its first word, and ends with the right ones of its last. */
const addCorners = (line: TextLine, boxes: BoundingBox[]): TextLine => ({
	...line,
	columns: corners(boxes[0], boxes[boxes.length - 1]),
	words: line.words.map((word, index) => ({
		...word,
		columns: corners(boxes[index], boxes[index]),
	})),
});

const corners = (first: BoundingBox, last: BoundingBox): IDataObject => ({
	x1: first.x1 ?? null,
	y1: first.y1 ?? null,
	x2: last.x2 ?? null,
	y2: last.y2 ?? null,
	x3: last.x3 ?? null,
	y3: last.y3 ?? null,
	x4: first.x4 ?? null,
	y4: first.y4 ?? null,
});

const list = <T>(value: T[] | null | undefined): T[] => (Array.isArray(value) ? value : []);
