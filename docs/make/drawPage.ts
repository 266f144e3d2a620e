import type { Point } from '../../nodes/shared/output/box';
import type { Print, Reading } from '../../test/shared/layout/print';
import { cameraOf, cornersOf, SIZE, sizeOf, widthOf } from '../../test/shared/layout/print';

/** Of the paper around its print, pixels. */
const MARGIN = 30;
/** Of the table around the paper, pixels. */
const TABLE = 12;
/** Letters of most fonts of fixed width then fill their box: they are 0.6 of their size wide. */
const FONT = 0.83;
/** Below the upper edge of a box, in heights of it. */
const BASELINE = 0.78;

/**
 * The picture of a page: its print on white paper, each with an outline of its box. Text fills its box
 * with any font, because the picture says how long it is.
 *
 * @returns SVG text, in pixels of the picture that is read
 */
export function drawPage(prints: Print[], reading: Reading): string {
	const camera = cameraOf(sizeOf(prints), reading);
	const letters = prints.flatMap(charactersOf);
	const { width: right, height: bottom } = sizeOf(letters);
	const paper = [
		camera(-MARGIN, -MARGIN),
		camera(right + MARGIN, -MARGIN),
		camera(right + MARGIN, bottom + MARGIN),
		camera(-MARGIN, bottom + MARGIN),
	].map(([x, y]) => ({ x, y }));
	const left = Math.floor(Math.min(...paper.map(({ x }) => x))) - TABLE;
	const top = Math.floor(Math.min(...paper.map(({ y }) => y))) - TABLE;
	const width = Math.ceil(Math.max(...paper.map(({ x }) => x))) + TABLE - left;
	const height = Math.ceil(Math.max(...paper.map(({ y }) => y))) + TABLE - top;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}">`,
		`<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="#8b8f98"/>`,
		`<polygon points="${pointsOf(paper)}" fill="#fff"/>`,
		'<g fill="none" stroke="#6ea8fe">',
		...prints.map((print) => `<polygon points="${pointsOf(cornersOf(print, camera))}"/>`),
		'</g>',
		'<g fill="#1f2328" font-family="monospace">',
		...letters.map((print) => textOf(print, cornersOf(print, camera))),
		'</g>',
		'</svg>',
		'',
	].join('\n');
}

/** Not all fonts and browsers can turn vertical text, so that each of its characters is one print. */
function charactersOf(print: Print): Print[] {
	if (!print.isVertical) return [print];
	const { x, y, size = SIZE } = print;
	return [...print.text].map((text, index) => ({ x, y: y + index * size, size, text }));
}

function textOf(
	{ text, size = SIZE }: Print,
	[upperLeft, upperRight, , lowerLeft]: Point[],
): string {
	const width = widthOf(text, size);
	const along = [(upperRight.x - upperLeft.x) / width, (upperRight.y - upperLeft.y) / width];
	const down = [(lowerLeft.x - upperLeft.x) / size, (lowerLeft.y - upperLeft.y) / size];
	const place = [...along, ...down, upperLeft.x, upperLeft.y].map((value) => rounded(value, 4));
	return `<text transform="matrix(${place.join(' ')})" y="${rounded(BASELINE * size, 1)}" font-size="${rounded(FONT * size, 1)}" textLength="${width}" lengthAdjust="spacingAndGlyphs">${escaped(text)}</text>`;
}

const pointsOf = (points: Point[]): string =>
	points.map(({ x, y }) => `${rounded(x, 1)},${rounded(y, 1)}`).join(' ');

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

const escaped = (text: string): string =>
	text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
