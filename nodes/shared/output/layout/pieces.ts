import type { Box } from '../box';
import { boxOfBoxes } from '../box';
import { meanConfidence } from '../meanConfidence';
import type { TextLine, TextWord } from '../textPage';
import type { Point } from '../box';

/** A blank in a line that is wider than this parts it, in heights of its print. */
const WIDE_GAP = 1;
/** A piece is in one row. */
const LINE_BREAKS = /[\n\v\f\r\u2028\u2029]+/g;
/** No picture is larger, in pixels: what lies beyond is no place. */
const FARTHEST = 1e6;

/** So many values tell which one is in the middle. */
const MOST_VALUES = 1000;

/** Print in one place: a line of the provider, or what a wide gap parts from the rest of it. */
export interface Piece extends Box {
	text: string;
	confidence: number | null;
	block: number;
	/** The line's index in its page. */
	line: number;
	/** Where it stands on the levelled page; undefined where that is unknown. */
	place: Place | undefined;
}

/** A piece on the levelled page, whose rows run along x; pixels from the centre of the page. */
export interface Place {
	left: number;
	right: number;
	/** The middle of its height. */
	middle: number;
	height: number;
	/** The printed row, from 0 at the top of the page. */
	row: number;
}

export type PlacedPiece = Piece & { place: Place };

export const isPlaced = (piece: Piece): piece is PlacedPiece => piece.place !== undefined;

export type FullBox = Record<keyof Box, number>;

/** Whether a box can be the place of print on a picture. */
export const isUsable = <T extends Box>(box: T): box is T & FullBox =>
	isNear(box.left) &&
	isNear(box.top) &&
	isNear(box.right) &&
	isNear(box.bottom) &&
	box.left <= box.right &&
	box.top < box.bottom;

export const isOnPage = ({ x, y }: Point): boolean => isNear(x) && isNear(y);

const isNear = (at: number | null): at is number => at !== null && Math.abs(at) < FARTHEST;

export const centreOf = ({ left, top, right, bottom }: FullBox): Point => ({
	x: (left + right) / 2,
	y: (top + bottom) / 2,
});

/** A line as one piece. */
export const wholeLine = (line: TextLine, index: number): Piece =>
	pieceOf(line.text, line, line, index);

/** The pieces of a line. Its own words have to be its text: some providers give characters. */
export function piecesOf(line: TextLine, index: number): Piece[] {
	const { text, words, block } = line;
	if (words.length < 2) return [wholeLine(line, index)];
	const read = words.map((word) => word.text).join(' ');
	const isText = read === text || read === text.trim().replace(/\s+/g, ' ');
	if (!isText || !words.every(isUsable)) return [wholeLine(line, index)];
	const parts: TextWord[][] = [];
	let last = { left: Infinity, right: -Infinity };
	for (const word of words) {
		// Text may run from right to left.
		const gap = Math.max(word.left - last.right, last.left - word.right);
		if (gap > WIDE_GAP * (word.bottom - word.top)) parts.push([]);
		parts.at(-1)!.push(word);
		last = word;
	}
	if (parts.length === 1) return [wholeLine(line, index)];
	return parts.map((part) => {
		const known = { block, confidence: meanConfidence(part) };
		return pieceOf(part.map((word) => word.text).join(' '), boxOfBoxes(part), known, index);
	});
}

const pieceOf = (
	text: string,
	{ left, top, right, bottom }: Box,
	{ block, confidence }: Pick<TextLine, 'block' | 'confidence'>,
	line: number,
): Piece => {
	const place = undefined;
	const row = text.trim().replace(LINE_BREAKS, ' ');
	return { text: row, confidence, block, line, left, top, right, bottom, place };
};

/** The middle one of some numbers, or that at another part of them; 0 without any. */
export function median(values: number[], part = 0.5): number {
	if (values.length === 1) return values[0];
	const sorted = new Float64Array(someOf(values, MOST_VALUES)).sort();
	return sorted[Math.floor(sorted.length * part)] ?? 0;
}

/** A copy in the order of a number. The signs of differences suffice: each difference is an object. */
export function sortedBy<T>(all: T[], numberOf: (one: T) => number): T[] {
	const numbers = new Float64Array(all.map(numberOf));
	return all
		.map((_, index) => index)
		.sort((one, other) => (numbers[one] < numbers[other] ? -1 : +(numbers[one] > numbers[other])))
		.map((index) => all[index]);
}

/** Every second or so, if there are many. */
export function someOf<T>(all: T[], most: number): T[] {
	const step = Math.ceil(all.length / most);
	return step < 2 ? all : all.filter((_, index) => index % step === 0);
}
