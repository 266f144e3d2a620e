import type { Bbox, Line, Paragraph } from 'tesseract.js';
import { corners, slope } from '../../ocr/corners';

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

function polygon(bbox: Bbox, fall: number): Coord[] {
	return corners(bbox, fall).map(([X, Y]) => ({ X, Y }));
}

function upright({ x0, y0, x1, y1 }: Bbox): TextDetection['ItemPolygon'] {
	return { X: x0, Y: y0, Width: x1 - x0, Height: y1 - y0 };
}
