import type { Bbox, Line, Paragraph, Word } from 'tesseract.js';
import { around, corners, slope } from '../../ocr/corners';

interface Coord {
	X: number;
	Y: number;
}

/** A line of text or a piece of one, as "Data Types > TextDetection" documents it; pixels. */
export interface TextDetection {
	DetectedText: string;
	/** 0..100, whole. */
	Confidence: number;
	/** From the upper left corner, clockwise. */
	Polygon: Coord[];
	ItemPolygon: { X: number; Y: number; Width: number; Height: number };
	/** JSON text. */
	AdvancedInfo: string;
	/** Empty, as in the sample of the international documentation, unless characters are asked for. */
	Words: Array<{ Character: string; Confidence: number }>;
	/** Those of the characters. */
	WordCoordPoint: Array<{ WordCoordinate: Coord[] }>;
}

/** Narrowest gap at which a line falls apart, as a part of its height. Blanks are half as wide. */
const wideGap = 1;

/**
 * Turns Tesseract's paragraphs into Tencent Cloud's detections, without those that hold no text.
 *
 * As in recorded answers of the service, what is printed far apart in one line comes in pieces, such
 * as goods and their price, and all of the page is sorted by Y, across columns and paragraphs.
 *
 * @param withCharacters gives `Words`, which are single characters
 */
export function textDetections(paragraphs: Paragraph[], withCharacters: boolean): TextDetection[] {
	return paragraphs
		.flatMap(({ lines }, index) =>
			lines.flatMap((line) =>
				piecesOf(line).map((words) => ({
					...detection(words, line, index + 1),
					...(withCharacters && charactersOf(words, line)),
				})),
			),
		)
		.sort((one, other) => one.ItemPolygon.Y - other.ItemPolygon.Y);
}

/** The angle of the longest line, in degrees from 0 to 360, clockwise. */
export function angle(paragraphs: Paragraph[]): number {
	const lines = paragraphs.flatMap((paragraph) => paragraph.lines);
	const width = ({ bbox }: Line) => bbox.x1 - bbox.x0;
	const longest = lines.reduce((best, line) => (width(line) > width(best) ? line : best));
	return ((Math.atan(slope(longest)) * 180) / Math.PI + 360) % 360;
}

/** The words of a line, parted at its wide gaps. */
function piecesOf({ words, rowAttributes }: Line): Word[][] {
	const pieces: Word[][] = [];
	let end = -Infinity;
	for (const word of words.filter(({ text }) => text.trim())) {
		if (word.bbox.x0 - end > wideGap * rowAttributes.rowHeight) pieces.push([]);
		pieces.at(-1)!.push(word);
		end = word.bbox.x1;
	}
	return pieces;
}

function detection(words: Word[], line: Line, ParagNo: number): TextDetection {
	const bbox = words.map((word) => word.bbox).reduce(around);
	const confidence = words.reduce((sum, word) => sum + word.confidence, 0) / words.length;
	return {
		DetectedText: words.map(({ text }) => text).join(' '),
		Confidence: Math.round(confidence),
		Polygon: polygon(bbox, line),
		ItemPolygon: upright(bbox),
		AdvancedInfo: JSON.stringify({ Parag: { ParagNo } }),
		Words: [],
		WordCoordPoint: [],
	};
}

function charactersOf(words: Word[], line: Line): Pick<TextDetection, 'Words' | 'WordCoordPoint'> {
	const symbols = words.flatMap((word) => word.symbols);
	return {
		Words: symbols.map(({ text, confidence }) => ({
			Character: text,
			Confidence: Math.round(confidence),
		})),
		WordCoordPoint: symbols.map(({ bbox }) => ({ WordCoordinate: polygon(bbox, line) })),
	};
}

const polygon = (bbox: Bbox, line: Line): Coord[] =>
	corners(bbox, slope(line)).map(([X, Y]) => ({ X, Y }));

function upright({ x0, y0, x1, y1 }: Bbox): TextDetection['ItemPolygon'] {
	return { X: x0, Y: y0, Width: x1 - x0, Height: y1 - y0 };
}
