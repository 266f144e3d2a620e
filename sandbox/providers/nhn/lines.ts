import type { Bbox, Paragraph } from 'tesseract.js';
import { corners, slope } from '../../ocr/corners';
import { joinSyllables } from './joinSyllables';
import type { Slice } from './slices';

interface InferText {
	value: string;
	/** 0..1 */
	conf: number;
}

/** Corners clockwise from the upper left one, pixels. */
type BoundingBox = Record<'x1' | 'y1' | 'x2' | 'y2' | 'x3' | 'y3' | 'x4' | 'y4', number>;

/** The words of one line of text, and in a parallel list their boxes. */
export interface RecognizedLine {
	inferTexts: InferText[];
	boundingBoxes: BoundingBox[];
}

/**
 * Turns Tesseract's paragraphs into NHN Cloud's lines, without those that hold no text.
 *
 * @param slice the part of the image that was read
 * @param image the whole image, whose pixels the boxes are in
 */
export function toLines(
	paragraphs: Paragraph[],
	slice: Slice,
	image: { height: number },
): RecognizedLine[] {
	return paragraphs
		.flatMap(({ lines }) => lines)
		.map((line) => {
			const words = joinSyllables(line.words).filter(
				({ text, bbox }) => text.trim() && isWhole(bbox),
			);
			return {
				inferTexts: words.map(({ text, confidence }) => ({
					value: text,
					conf: Math.round(confidence) / 100,
				})),
				boundingBoxes: words.map(({ bbox }) => toBoundingBox(bbox, slope(line))),
			};
		})
		.filter(({ inferTexts }) => inferTexts.length > 0);

	/**
	 * Whether no cut goes through the row of a word; such a row is whole in the next slice. A cut from
	 * top to bottom goes through words that may be whole in neither slice, so these stay.
	 */
	function isWhole({ y0, y1 }: Bbox): boolean {
		const { top, height } = slice;
		return (y0 > 0 || top === 0) && (y1 < height || top + height === image.height);
	}

	function toBoundingBox(bbox: Bbox, fall: number): BoundingBox {
		const [[x1, y1], [x2, y2], [x3, y3], [x4, y4]] = corners(bbox, fall).map(([x, y]) => [
			x + slice.left,
			y + slice.top,
		]);
		return { x1, y1, x2, y2, x3, y3, x4, y4 };
	}
}
