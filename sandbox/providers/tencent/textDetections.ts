import type { Bbox, Line, Paragraph } from 'tesseract.js';

interface Coord {
	X: number;
	Y: number;
}

/** One line of text, as `GeneralAccurateOCR` documents it; pixels. */
export interface TextDetection {
	DetectedText: string;
	/** 0..100, whole. */
	Confidence: number;
	/** From the upper left corner, clockwise. */
	Polygon: Coord[];
	ItemPolygon: { X: number; Y: number; Width: number; Height: number };
	/** JSON text. */
	AdvancedInfo: string;
	Words: Array<{ Character: string; Confidence: number }>;
	WordCoordPoint: Array<{ WordCoordinate: Coord[] }>;
}

/** Turns Tesseract's paragraphs into Tencent Cloud's lines, without those that hold no text. */
export function textDetections(paragraphs: Paragraph[]): TextDetection[] {
	return paragraphs.flatMap(({ lines }, index) =>
		lines
			.filter((line) => line.text.trim())
			.map((line) => ({
				DetectedText: line.text.trim(),
				Confidence: Math.round(line.confidence),
				Polygon: polygon(line.bbox, slope(line)),
				ItemPolygon: upright(line.bbox),
				AdvancedInfo: JSON.stringify({ Parag: { ParagNo: index + 1 } }),
				Words: line.words.map(({ text, confidence }) => ({
					Character: text,
					Confidence: Math.round(confidence),
				})),
				WordCoordPoint: line.words.map(({ bbox }) => ({
					WordCoordinate: polygon(bbox, slope(line)),
				})),
			})),
	);
}

/** The angle of the longest line, in degrees from 0 to 360, clockwise. */
export function angle(paragraphs: Paragraph[]): number {
	const lines = paragraphs.flatMap((paragraph) => paragraph.lines);
	const width = ({ bbox }: Line) => bbox.x1 - bbox.x0;
	const longest = lines.reduce((best, line) => (width(line) > width(best) ? line : best));
	return ((Math.atan(slope(longest)) * 180) / Math.PI + 360) % 360;
}

/** How much the line falls per pixel to the right. */
function slope({ baseline: { x0, y0, x1, y1 } }: Line): number {
	return x1 > x0 ? (y1 - y0) / (x1 - x0) : 0;
}

/** The slanted box of a text whose upright box is known. */
function polygon({ x0, y0, x1, y1 }: Bbox, fall: number): Coord[] {
	const drift = Math.round(Math.min(Math.abs(fall) * (x1 - x0), (y1 - y0) / 2));
	const [left, right] = fall > 0 ? [0, drift] : [drift, 0];
	return [
		{ X: x0, Y: y0 + left },
		{ X: x1, Y: y0 + right },
		{ X: x1, Y: y1 - left },
		{ X: x0, Y: y1 - right },
	];
}

function upright({ x0, y0, x1, y1 }: Bbox): TextDetection['ItemPolygon'] {
	return { X: x0, Y: y0, Width: x1 - x0, Height: y1 - y0 };
}
