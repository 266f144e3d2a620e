import type { Word } from 'tesseract.js';
import type { DrawnWord } from '../../samples/specimens/words';
import { centre, edges } from './locate';
import type { Placement } from './locate';

type Box = DrawnWord['box'];

/** Where a picture shows a field, and how well Tesseract could read it there. */
export interface Field {
	/** 0..1 */
	confidence: number;
	/** [xmin, ymin, xmax, ymax], pixels of the picture. */
	box: number[];
}

/** Confidence of a field where Tesseract read nothing. */
const unread = 0.3;

/**
 * The fields of a specimen that a picture shows.
 *
 * @returns by the provider's names of the fields
 */
export function readFields(drawn: DrawnWord[], place: Placement, read: Word[]): Map<string, Field> {
	const names = new Set(drawn.flatMap(({ field }) => field ?? []));
	return new Map([...names].map((name) => [name, readField(name)]));

	function readField(name: string): Field {
		const boxes = drawn
			.filter(({ field }) => field === name)
			.map(({ box }) => placeBox(box, place));
		const words = read.filter(({ bbox }) => boxes.some((box) => holds(box, edges(bbox))));
		// Words reach above and below the drawing's boxes with their marks.
		const { left, top, right, bottom } = around([
			...boxes,
			...words.map(({ bbox }) => edges(bbox)),
		]);
		const box = [left, top, right, bottom].map((edge) => Math.max(0, Math.round(edge)));
		return { confidence: confidenceOf(words), box };
	}
}

/** The mean of words' confidences, 0..1. */
export function confidenceOf(words: Word[]): number {
	if (words.length === 0) return unread;
	const sum = words.reduce((total, { confidence }) => total + confidence, 0);
	return Math.round((sum / words.length) * 100) / 10_000;
}

/** The upright rectangle around a rectangle of the drawing that may be turned in the picture. */
function placeBox({ left, top, right, bottom }: Box, place: Placement): Box {
	const corners = [left, right].flatMap((x) => [top, bottom].map((y) => place({ x, y })));
	return around(corners.map(({ x, y }) => ({ left: x, top: y, right: x, bottom: y })));
}

function holds({ left, top, right, bottom }: Box, word: Box): boolean {
	const { x, y } = centre(word);
	return x > left && x < right && y > top && y < bottom;
}

const around = (boxes: Box[]): Box => ({
	left: Math.min(...boxes.map(({ left }) => left)),
	top: Math.min(...boxes.map(({ top }) => top)),
	right: Math.max(...boxes.map(({ right }) => right)),
	bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
});
