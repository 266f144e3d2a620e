import type { Point } from '../../../nodes/shared/output/box';
import { boxAround, boxOfBoxes, NO_BOX } from '../../../nodes/shared/output/box';
import type { TextLine, TextPage, TextWord } from '../../../nodes/shared/output/textPage';

/** Text printed at a place: x of its left edge, y of its top, pixels. */
export interface Print {
	x: number;
	y: number;
	text: string;
	/** Height; 20 if not given. */
	size?: number;
	/** 1 if not given. */
	block?: number;
	/** One character below the other. */
	isVertical?: boolean;
}

/** How a page is photographed and read. */
export interface Reading {
	/** Degrees, clockwise. */
	slant?: number;
	/** By how much the left edge is shorter than the right one, 0..1. */
	keystone?: number;
	/** By how much the upper edge is shorter than the lower one, 0..1. */
	leaning?: number;
	/** Whether all prints of one height are one line, as some providers read them. */
	isWhole?: boolean;
	/** What is known of places: boxes of words, boxes of lines, or these and their corners. */
	known?: 'words' | 'lines' | 'corners';
	/** Whether boxes are drawn around the ink alone, so that "no" is lower than "By". */
	isInk?: boolean;
	order?: 'given' | 'byY' | 'byColumn' | 'shuffled';
}

export const SIZE = 20;
const isWide = (character: string) =>
	/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uff01-\uff60\uffe0-\uffe6]/.test(character);

/** A font whose Latin characters are half as wide as they are high, and East Asian ones as wide. */
export const widthOf = (text: string, size = SIZE): number =>
	[...text].reduce((sum, character) => sum + (isWide(character) ? size : size / 2), 0);

/** A text that ends at x. */
export const endingAt = (x: number, y: number, text: string, rest: Partial<Print> = {}): Print => ({
	...rest,
	x: x - widthOf(text, rest.size),
	y,
	text,
});

/** A text in the middle of x. */
export const centredAt = (x: number, y: number, text: string, rest: Partial<Print> = {}): Print =>
	endingAt(x + widthOf(text, rest.size) / 2, y, text, rest);

/** Lines of a block, one below the other. */
export const blockAt = (
	x: number,
	y: number,
	texts: string[],
	{ step = 28, ...rest }: Partial<Print> & { step?: number } = {},
): Print[] => texts.map((text, index) => ({ ...rest, x, y: y + index * step, text }));

/** The page that a provider reads. */
export function pageOf(prints: Print[], reading: Reading = {}, page = 1): TextPage {
	const { known = 'words' } = reading;
	const camera = cameraOf(sizeOf(prints), reading);
	const lines = new Map<string, { print: Print; words: TextWord[] }>();
	for (const print of prints) {
		const key = reading.isWhole ? `${print.y}` : `${lines.size}`;
		const line = lines.get(key) ?? { print, words: [] };
		line.words.push(...wordsOf(print, camera, reading.isInk));
		lines.set(key, line);
	}
	const read = [...lines.values()].map(({ print, words }) => {
		const line: TextLine = {
			text: words.map(({ text }) => text).join(' '),
			confidence: 0.9,
			...boxOfBoxes(words),
			block: print.block ?? 1,
			words: known === 'words' ? words : words.map((word) => ({ ...word, ...NO_BOX })),
		};
		if (known === 'corners') line.corners = cornersOf(print, camera);
		return { print, line };
	});
	const random = generator(7);
	const keys = new Map(
		read.map((each) => [each, keyOf(each.print.x, each.line.top!, reading.order, random)]),
	);
	const order = read.toSorted((one, other) => keys.get(one)! - keys.get(other)!);
	return { page, lines: order.map(({ line }) => line) };
}

/** By what a piece of text is sorted. */
export function keyOf(x: number, top: number, order: Reading['order'], random: () => number) {
	if (order === 'byY') return top;
	if (order === 'byColumn') return Math.floor(x / 150);
	return order === 'shuffled' ? random() : 0;
}

/** Pseudo-random numbers from 0 to 1, the same ones each time. */
export function generator(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

/** Where a place on the paper is in the picture. */
export type Camera = (x: number, y: number) => [x: number, y: number];

interface Size {
	width: number;
	height: number;
}

/** Of what is printed from 0, 0. */
export const sizeOf = (prints: Print[]): Size => ({
	width: Math.max(...prints.map(({ x, text, size }) => x + widthOf(text, size))),
	height: Math.max(...prints.map(({ y, size = SIZE }) => y + size)),
});

/** The camera that looks at the middle of a page. */
export function cameraOf(
	{ width, height }: Size,
	{ slant = 0, keystone = 0, leaning = 0 }: Reading,
): Camera {
	const angle = (slant * Math.PI) / 180;
	return (x, y) => {
		const across = x - width / 2;
		const down = y - height / 2;
		const wide = across * (1 - leaning * (0.5 - y / height));
		const high = down * (1 - keystone * (0.5 - x / width));
		return [
			wide * Math.cos(angle) - high * Math.sin(angle) + width,
			wide * Math.sin(angle) + high * Math.cos(angle) + height,
		];
	};
}

function wordsOf(print: Print, camera: Camera, isInk = false): TextWord[] {
	const { x, y, text, size = SIZE, isVertical = false } = print;
	const words: TextWord[] = [];
	let at = 0;
	for (const part of text.split(/( )/)) {
		const place = isVertical ? { x, y: y + at } : { x: x + at, y };
		at += widthOf(part, size);
		if (part.trim() === '') continue;
		const whole = cornersOf({ ...print, ...place, text: part }, camera);
		const corners = isInk ? inkOf(part, whole) : whole;
		const box = boxAround(
			corners.map((corner) => Math.round(corner.x)),
			corners.map((corner) => Math.round(corner.y)),
		);
		words.push({ text: part, confidence: 0.9, ...box });
	}
	return words;
}

/** The corners of what is printed of a word. */
function inkOf(text: string, [upperLeft, upperRight, lowerRight, lowerLeft]: Point[]): Point[] {
	const above = /[A-Zbdfhiklt0-9]/.test(text) ? 0 : 0.25;
	const below = /[gjpqy,]/.test(text) ? 0 : 0.2;
	const between = (one: Point, other: Point, part: number) => ({
		x: one.x + (other.x - one.x) * part,
		y: one.y + (other.y - one.y) * part,
	});
	return [
		between(upperLeft, lowerLeft, above),
		between(upperRight, lowerRight, above),
		between(lowerRight, upperRight, below),
		between(lowerLeft, upperLeft, below),
	];
}

/** The corners of a print in the picture, clockwise from the upper left one of the text. */
export function cornersOf({ x, y, text, size = SIZE, isVertical = false }: Print, camera: Camera) {
	const length = widthOf(text, size);
	const [right, bottom] = isVertical ? [x + size, y + length] : [x + length, y + size];
	const corners = [camera(x, y), camera(right, y), camera(right, bottom), camera(x, bottom)];
	return corners.map(([cornerX, cornerY]) => ({ x: cornerX, y: cornerY }));
}
