import type { IDataObject } from 'n8n-workflow';

import type { Box } from '../shared/textItems/box';
import { boxAround } from '../shared/textItems/box';
import { lineOfWords } from '../shared/textItems/lineOfWords';
import type { TextLine } from '../shared/textItems/textItems';

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
		const texts = list(line?.inferTexts)
			.map((text, place) => ({ ...text, box: boxes[place] ?? {} }))
			.filter(({ value }) => value);
		if (texts.length === 0) return [];

		const words = texts.map(({ value, conf, box }) => ({
			text: String(value),
			confidence: conf ?? null,
			...uprightBox(box),
			...(withCorners && { columns: corners(box, box) }),
		}));
		const [first, last] = [texts[0].box, texts[texts.length - 1].box];
		return [{ ...lineOfWords(words, 1), ...(withCorners && { columns: corners(first, last) }) }];
	});
}

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
	boxAround([
		{ x: x1, y: y1 },
		{ x: x2, y: y2 },
		{ x: x3, y: y3 },
		{ x: x4, y: y4 },
	]);

/** The left corners of the first box and the right corners of the last. */
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
