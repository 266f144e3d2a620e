import type { Part } from '../../input/textWithFiles';
import type { TextPage } from '../textPage';
import { BANDS, UNKNOWN } from './confidenceBands';
import type { Picture, Sheet } from './sheet';
import { pictureSheet, short, whiteSheet } from './sheet';

/** Between pages, in the width of the widest. */
const GAP = 0.02;

/** A page to draw, with its picture if there is one that browsers show. */
export interface MarkedPage extends TextPage {
	picture?: Picture;
}

const STYLE = [
	// As wide as the window, and as high as it needs to be.
	'svg{max-width:100%;height:auto}',
	'.paper{fill:#fff;stroke:#ccc;vector-effect:non-scaling-stroke}',
	'polygon{fill-opacity:.1;stroke-width:1.5px;vector-effect:non-scaling-stroke}',
	'g:hover>polygon{fill-opacity:.3}',
	'text{font-family:sans-serif}',
	'.text{fill:#000;stroke:none}',
	// A halo, so that numbers are legible on dark print, too.
	'.number{text-anchor:end;font-weight:bold;opacity:.85;paint-order:stroke;stroke:#fff;stroke-width:.3em;stroke-linejoin:round}',
	...[...BANDS, UNKNOWN].map(
		({ name, colour, dashes }) =>
			`.${name}{fill:${colour}}.${name}>polygon{stroke:${colour};stroke-dasharray:${dashes}}`,
	),
].join('\n');

/**
 * An SVG of the pages below each other, with the outline of each line. It contains no script, and no
 * address but that of a picture at a URL.
 *
 * @param pages in reading order, in which their lines are numbered from 1
 */
export function markedSvg(pages: MarkedPage[]): Part[] {
	const sheets = pages.map(({ page, lines, picture }) =>
		picture ? pictureSheet(lines, picture) : whiteSheet(lines, page),
	);
	const width = sheets.reduce((most, sheet) => Math.max(most, sheet.width), 1);
	const gap = GAP * width;
	let height = -gap;
	const placed = sheets.flatMap((sheet) => {
		const top = height + gap;
		height = top + sheet.height;
		return [opening(sheet, top), ...sheet.parts, '</svg>\n'];
	});
	const size = [short(width), short(Math.max(height, 1))];
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${size[0]}" height="${size[1]}" viewBox="0 0 ${size.join(' ')}">\n`,
		`<style>${STYLE}</style>\n`,
		...placed,
		'</svg>\n',
	];
}

/** Each page has its own coordinates, and cuts off what stands out of it. */
function opening({ left, top, width, height }: Sheet, y: number): string {
	const box = [left, top, width, height].map((value) => short(value)).join(' ');
	return `<svg y="${short(y)}" width="${short(width)}" height="${short(height)}" viewBox="${box}">`;
}
