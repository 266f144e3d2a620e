import type { DrawnText, Specimen } from '.';

const fonts = { bold: 'Liberation Sans', mono: 'Liberation Mono' };

/** Where a specimen lies in a scene: its upper left corner in pixels, its turn in degrees. */
interface Placed {
	specimen: Specimen;
	x: number;
	y: number;
	turn?: number;
	/** Pixels for each unit of its drawing; default 1. */
	scale?: number;
}

/**
 * Specimens on a table.
 *
 * @returns SVG text
 */
export function tableScene(width: number, height: number, placed: Placed[]): string {
	const cards = placed.map(
		({ specimen, x, y, turn = 0, scale = 1 }) =>
			`<g transform="translate(${x} ${y}) rotate(${turn}) scale(${scale})">${card(specimen)}</g>`,
	);
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
		<rect width="${width}" height="${height}" fill="#5b4636"/>
		${cards.join('\n')}
	</svg>`;
}

function card({ width, height, background, portrait, texts }: Specimen): string {
	return `<rect x="6" y="8" width="${width}" height="${height}" rx="28" fill="#000" opacity="0.3"/>
		<rect width="${width}" height="${height}" rx="28" fill="${background}"/>
		${portrait ? figure(portrait) : ''}
		${texts.map(line).join('\n')}`;
}

function line({ text, x, y, size, font, color = '#1d1d22' }: DrawnText): string {
	const family = font ? fonts[font] : 'Liberation Sans';
	const weight = font === 'bold' ? 'bold' : 'normal';
	const escaped = text.replaceAll('<', '&lt;');
	return `<text x="${x}" y="${y}" font-size="${size}" font-family="${family}" font-weight="${weight}" fill="${color}">${escaped}</text>`;
}

/** Head and shoulders of nobody. */
function figure({ x, y }: { x: number; y: number }): string {
	return `<g transform="translate(${x} ${y})">
		<rect width="230" height="290" fill="#c4c9cc"/>
		<ellipse cx="115" cy="110" rx="55" ry="68" fill="#8d9499"/>
		<path d="M15 290 Q20 195 115 190 Q210 195 215 290 Z" fill="#8d9499"/>
	</g>`;
}
