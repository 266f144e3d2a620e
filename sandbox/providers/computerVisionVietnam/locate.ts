import type { Bbox, Word } from 'tesseract.js';
import { withoutMarks } from '../../samples/specimens/words';
import type { DrawnWord } from '../../samples/specimens/words';

interface Point {
	x: number;
	y: number;
}

/** From a drawing's units to a picture's pixels: a shift, a turn and a change of size. */
export type Placement = (point: Point) => Point;

/** A word of the drawing and a word of the picture that may be it. */
interface Match {
	/** Of the picture. */
	word: Word;
	drawn: Point;
	read: Point;
	/** Of the drawn word, in the drawing's units. */
	height: number;
	/** Whether the drawn word is a part of a field's value, not of the printed form. */
	isValue: boolean;
}

/** Words that may be one another; more only cost time. */
const mostMatches = 150;
/** How many of the drawn words, and of the values among them, have to be found in their places. */
const enough = 0.4;

interface Found<Drawing> {
	drawing: Drawing;
	place: Placement;
	/** The words of the picture by which it was found. */
	words: Word[];
}

/**
 * Finds drawings in a picture by their words: many of them have to stand in the picture as they do
 * in the drawing. A few may be misread or missing.
 *
 * @returns from top to bottom
 */
export function locateAll<Drawing extends { words: DrawnWord[] }>(
	drawings: Drawing[],
	read: Word[],
): Array<Found<Drawing>> {
	const [best] = drawings
		.flatMap((drawing) => locate(drawing, read) ?? [])
		.sort((one, other) => other.words.length - one.words.length);
	if (!best) return [];
	// Sides of a document have lines in common: what shows the one is no sign of the other.
	const rest = read.filter((word) => !best.words.includes(word));
	const others = locateAll(
		drawings.filter((drawing) => drawing !== best.drawing),
		rest,
	);
	const top = ({ place }: Found<Drawing>) => place({ x: 0, y: 0 }).y;
	return [best, ...others].sort((one, other) => top(one) - top(other));
}

function locate<Drawing extends { words: DrawnWord[] }>(
	drawing: Drawing,
	read: Word[],
): Found<Drawing> | undefined {
	const telling = drawing.words.filter(({ text }) => letters(text).length >= 3);
	const matches = telling
		.flatMap((word) =>
			read
				.filter(({ text }) => isSimilar(letters(word.text), letters(text)))
				.map((found) => ({
					word: found,
					drawn: centre(word.box),
					read: centre(edges(found.bbox)),
					height: word.box.bottom - word.box.top,
					isValue: word.field !== undefined,
				})),
		)
		.slice(0, mostMatches);

	let best: Match[] = [];
	for (const [i, one] of matches.entries()) {
		for (const other of matches.slice(i + 1)) {
			const placed = inPlace(matches, fit([one, other]));
			if (placed.length > best.length) best = placed;
		}
	}
	const values = telling.filter(({ field }) => field !== undefined);
	const foundValues = best.filter(({ isValue }) => isValue);
	if (best.length < enough * telling.length) return undefined;
	// The same form with somebody else's data is another document.
	if (foundValues.length < enough * values.length) return undefined;
	return { drawing, place: fit(best).place, words: best.map(({ word }) => word) };
}

interface Fit {
	place: Placement;
	/** Pixels for each unit of the drawing. */
	scale: number;
}

/** The placement that takes the drawn points nearest to the read ones (least squares). */
function fit(matches: Match[]): Fit {
	const from = mean(matches.map(({ drawn }) => drawn));
	const to = mean(matches.map(({ read }) => read));
	let [along, across, spread] = [0, 0, 0];
	for (const { drawn, read } of matches) {
		const [dx, dy] = [drawn.x - from.x, drawn.y - from.y];
		const [rx, ry] = [read.x - to.x, read.y - to.y];
		along += dx * rx + dy * ry;
		across += dx * ry - dy * rx;
		spread += dx * dx + dy * dy;
	}
	const [a, b] = [along / spread, across / spread];
	return {
		place: ({ x, y }) => ({
			x: to.x + a * (x - from.x) - b * (y - from.y),
			y: to.y + b * (x - from.x) + a * (y - from.y),
		}),
		scale: Math.hypot(a, b),
	};
}

/** The matches that agree with a placement: no farther off than the height of the word. */
function inPlace(matches: Match[], { place, scale }: Fit): Match[] {
	return matches.filter(({ drawn, read, height }) => {
		const { x, y } = place(drawn);
		return Math.hypot(read.x - x, read.y - y) < height * scale;
	});
}

const letters = (text: string) => withoutMarks(text).toUpperCase().replace(/\W/g, '');

/** Whether at most every fourth character differs. */
function isSimilar(one: string, other: string): boolean {
	const allowed = Math.floor(Math.max(one.length, other.length) / 4);
	if (Math.abs(one.length - other.length) > allowed) return false;
	return distance(one, other) <= allowed;
}

/** How many characters to insert, delete or replace (Levenshtein). */
function distance(one: string, other: string): number {
	let row = Array.from({ length: other.length + 1 }, (_, j) => j);
	for (const [i, character] of [...one].entries()) {
		const next = [i + 1];
		for (let j = 0; j < other.length; j++) {
			const replaced = row[j] + (character === other[j] ? 0 : 1);
			next.push(Math.min(replaced, row[j + 1] + 1, next[j] + 1));
		}
		row = next;
	}
	return row[other.length];
}

export const edges = ({ x0, y0, x1, y1 }: Bbox): DrawnWord['box'] => ({
	left: x0,
	top: y0,
	right: x1,
	bottom: y1,
});

export const centre = ({ left, top, right, bottom }: DrawnWord['box']): Point => ({
	x: (left + right) / 2,
	y: (top + bottom) / 2,
});

const mean = (points: Point[]): Point => ({
	x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
	y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});
