import { boxAround, boxOfBoxes, NO_BOX } from '../../../nodes/shared/output/box';
import type { TextLine, TextPage, TextWord } from '../../../nodes/shared/output/textItems';

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
	/** Whether words have no boxes. */
	isCoarse?: boolean;
	order?: 'given' | 'byY' | 'byColumn' | 'shuffled';
}

const SIZE = 20;
const isWide = (character: string) => /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3]/.test(character);

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
	const camera = cameraOf(prints, reading);
	const lines = new Map<string, { print: Print; words: TextWord[] }>();
	for (const print of prints) {
		const key = reading.isWhole ? `${print.y}` : `${lines.size}`;
		const line = lines.get(key) ?? { print, words: [] };
		line.words.push(...wordsOf(print, camera));
		lines.set(key, line);
	}
	const read = [...lines.values()].map(({ print, words }) => {
		const line: TextLine = {
			text: words.map(({ text }) => text).join(' '),
			confidence: 0.9,
			...boxOfBoxes(words),
			block: print.block ?? 1,
			words: reading.isCoarse ? words.map((word) => ({ ...word, ...NO_BOX })) : words,
		};
		return { print, line };
	});
	const random = generator(7);
	if (reading.order === 'byY') read.sort((one, other) => one.line.top! - other.line.top!);
	if (reading.order === 'byColumn')
		read.sort((one, other) => Math.floor(one.print.x / 150) - Math.floor(other.print.x / 150));
	if (reading.order === 'shuffled')
		for (const entry of read.map((each) => ({ each, at: random() })).sort((a, b) => a.at - b.at))
			read.push(entry.each) && read.shift();
	return { page, lines: read.map(({ line }) => line) };
}

/** Pseudo-random numbers from 0 to 1, the same ones each time. */
export function generator(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

type Camera = (x: number, y: number) => [x: number, y: number];

function cameraOf(prints: Print[], { slant = 0, keystone = 0, leaning = 0 }: Reading): Camera {
	const width = Math.max(...prints.map(({ x, text, size }) => x + widthOf(text, size)));
	const height = Math.max(...prints.map(({ y, size = SIZE }) => y + size));
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

function wordsOf({ x, y, text, size = SIZE, isVertical = false }: Print, camera: Camera): TextWord[] {
	const words: TextWord[] = [];
	let at = 0;
	for (const part of text.split(/( )/)) {
		const length = widthOf(part, size);
		const [left, top] = isVertical ? [x, y + at] : [x + at, y];
		const [right, bottom] = isVertical ? [x + size, top + length] : [left + length, y + size];
		at += length;
		if (part.trim() === '') continue;
		const corners = [camera(left, top), camera(right, top), camera(right, bottom), camera(left, bottom)];
		const box = boxAround(
			corners.map(([cornerX]) => Math.round(cornerX)),
			corners.map(([, cornerY]) => Math.round(cornerY)),
		);
		words.push({ text: part, confidence: 0.9, ...box });
	}
	return words;
}
