import type { Point } from '../box';
import type { ImageFile } from '../../input/imageFile';
import type { ImageSize } from '../../input/imageSize';
import { mediaType } from '../../input/mediaType';
import type { Part } from '../../input/textWithFiles';
import { printedWidth } from '../printedWidth';
import type { TextLine } from '../textPage';
import { bandOf, UNKNOWN } from './confidenceBands';
import type { Extent, Outline } from './outline';
import { asSeen, extentOf, measure, outlineOf, sizeSeen } from './outline';
import { escapeXml } from './xml';

/** What a page shows: the image of its file, or of its address; and its size, if it is known. */
export interface Picture {
	image: ImageFile | { url: string };
	size?: ImageSize;
}

/** A page as it is drawn, with the place of its upper left corner and its size. */
export interface Sheet {
	left: number;
	top: number;
	width: number;
	height: number;
	parts: Part[];
}

/** A line that has a place, with its number. */
interface Mark {
	number: number;
	line: TextLine;
	outline: Outline;
}

/** The sheet of a page without boxes, in pixels: A4 at 72 dpi. */
const EMPTY = { left: 0, top: 0, right: 595, bottom: 842 };
/** Around the boxes on a white sheet, in the usual height of print. */
const MARGIN = 2;
/** The height of a number, in the usual height of print; and its least, in the sheet's diagonal. */
const NUMBER = 0.5;
const SMALLEST_NUMBER = 0.006;
/** The width of a digit, and of most characters, in their height. */
const DIGIT = 0.6;
const CHARACTER = 0.5;

/** A picture with the outlines of its lines over it. */
export function pictureSheet(lines: TextLine[], picture: Picture): Sheet {
	const { size } = picture;
	const marks = marksOf(lines);
	const outlines = marks.map(({ outline }) => outline);
	const seen = size ? asSeen(outlines, size) : outlines;
	const [width, height] = size ? sizeSeen(size) : guessedSize(extentOf(outlines));
	// Without its size, browsers show a picture in its own, of which only the boxes are known.
	const attributes = size ? `width="${width}" height="${height}" preserveAspectRatio="none" ` : '';
	const sheet = { left: 0, top: 0, width, height };
	return {
		...sheet,
		parts: [
			`<image ${attributes}href="`,
			...addressOf(picture),
			'"/>',
			marked(
				marks.map((mark, index) => ({ ...mark, outline: seen[index] })),
				sheet,
			),
		],
	};
}

/** The text of the lines in their outlines, on white, for pages of which there is no picture. */
export function whiteSheet(lines: TextLine[], page: number): Sheet {
	const marks = marksOf(lines);
	const { left, top, right, bottom } = extentOf(marks.map(({ outline }) => outline)) ?? EMPTY;
	const margin = marks.length > 0 ? MARGIN * usualHeight(marks) : 0;
	const sheet = {
		left: left - margin,
		top: top - margin,
		width: right - left + 2 * margin,
		height: bottom - top + 2 * margin,
	};
	const place = `x="${short(sheet.left)}" y="${short(sheet.top)}" width="100%" height="100%"`;
	const paper = `<rect class="paper" ${place}><title>Page ${page}</title></rect>`;
	return { ...sheet, parts: [paper, marked(marks, sheet, true)] };
}

/** A picture mostly has the same margin on both sides. */
const guessedSize = (extent: Extent = EMPTY): [width: number, height: number] => [
	Math.max(extent.right + Math.max(extent.left, 0), 1),
	Math.max(extent.bottom + Math.max(extent.top, 0), 1),
];

const addressOf = ({ image }: Picture): Part[] =>
	'url' in image
		? [escapeXml(image.url)]
		: [`data:${mediaType(image.kind).mimeType};base64,`, image];

const marksOf = (lines: TextLine[]): Mark[] =>
	lines.flatMap((line, index) => {
		const outline = outlineOf(line);
		return outline ? [{ number: index + 1, line, outline }] : [];
	});

/** The median height of the print, in pixels; at least 1. */
function usualHeight(marks: Mark[]): number {
	const heights = marks.map(({ outline }) => Math.min(...measure(outline))).sort((a, b) => a - b);
	return Math.max(heights[Math.floor(heights.length / 2)] ?? 1, 1);
}

function marked(
	marks: Mark[],
	{ left, width, height }: Omit<Sheet, 'parts'>,
	isWithText = false,
): string {
	const size = Math.max(NUMBER * usualHeight(marks), SMALLEST_NUMBER * Math.hypot(width, height));
	const drawn = marks.map(({ number, line, outline }) => {
		const points = outline.map(({ x, y }) => `${short(x)},${short(y)}`).join(' ');
		return [
			`<g class="${bandOf(line.confidence).name}">`,
			`<title>${titleOf(number, line)}</title>`,
			`<polygon points="${points}"/>`,
			isWithText ? textOf(line.text, outline) : '',
			numberOf(number, outline, left, size),
			'</g>',
		].join('');
	});
	return `<g font-size="${short(size)}">${drawn.join('\n')}</g>`;
}

function titleOf(number: number, { text, confidence }: TextLine): string {
	const known = bandOf(confidence) === UNKNOWN ? 'unknown' : short(confidence!, 1000);
	return `${number}: ${escapeXml(text)}\nConfidence: ${known}`;
}

/** The number of a line, left of where it begins, or as near as the sheet's edge allows. */
function numberOf(
	number: number,
	[upperLeft, , , lowerLeft]: Outline,
	edge: number,
	size: number,
): string {
	const x = Math.max(
		Math.min(upperLeft.x, lowerLeft.x) - size / 4,
		edge + String(number).length * DIGIT * size,
	);
	const y = (upperLeft.y + lowerLeft.y) / 2 + size * 0.35;
	return `<text class="number" x="${short(x)}" y="${short(y)}">${number}</text>`;
}

/** The text of a line along its outline. In one that is higher than wide, it runs downwards. */
function textOf(text: string, outline: Outline): string {
	const [length, height] = measure(outline);
	const isUpright = height > 1.5 * length && Array.from(text).length > 1;
	const [from, to, , below] = isUpright ? [...outline.slice(1), outline[0]] : outline;
	const size = Math.max(isUpright ? length : height, 1);
	const baseline = between(below, from, 0.2);
	const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
	const place = `translate(${short(baseline.x)} ${short(baseline.y)}) rotate(${short(angle)})`;
	const fit = fitOf(text, size, Math.max(isUpright ? height : length, 1));
	return `<text class="text" transform="${place}" font-size="${short(size)}"${fit}>${escapeXml(text)}</text>`;
}

/** Attributes that make a text about as long as its outline: wider blanks first, then wider letters. */
function fitOf(text: string, size: number, length: number): string {
	const blanks = text.split(' ').length - 1;
	const missing = length - printedWidth(text) * CHARACTER * size;
	const isMuch = missing > 0.4 * length;
	if (isMuch && blanks === 0) return '';
	const spacing = isMuch ? ` word-spacing="${short(missing / blanks)}"` : '';
	return `${spacing} textLength="${short(length)}" lengthAdjust="spacingAndGlyphs"`;
}

const between = (from: Point, to: Point, share: number): Point => ({
	x: from.x + (to.x - from.x) * share,
	y: from.y + (to.y - from.y) * share,
});

/** A number without digits that nobody sees. */
export const short = (value: number, precision = 10): number =>
	Math.round(value * precision) / precision;
