import { drawRows, receiptRows } from './receiptRows';

/** Pixels. */
export const SCENE = { width: 1200, height: 1600 };
/** Where and how large the receipt is printed, pixels. */
export const RECEIPT = { left: 246, right: 942, centre: 600, top: 406, step: 45, size: 38 };

/**
 * The flat scene that gets photographed: an invented till receipt on a wooden table.
 *
 * @returns SVG text, 1200 × 1600 px
 */
export function receiptScene(): string {
	const lines = drawRows(receiptRows, RECEIPT);
	const grain = Array.from(
		{ length: 40 },
		(_, i) => `<rect x="0" y="${i * 40}" width="1200" height="${6 + ((i * 7) % 19)}"/>`,
	);
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${SCENE.width}" height="${SCENE.height}">
		<rect width="${SCENE.width}" height="${SCENE.height}" fill="#6b4a30"/>
		<g fill="#5f4029">${grain.join('')}</g>
		<rect x="196" y="154" width="828" height="1330" fill="#2c1d12" opacity="0.45"/>
		<rect x="180" y="140" width="828" height="1330" fill="#f6f3ea"/>
		<g fill="#26262b" font-family="Liberation Sans" font-size="${RECEIPT.size}">
			<g font-weight="bold" text-anchor="middle">
				<text x="600" y="236" font-size="44">* SPECIMEN *</text>
				<text x="600" y="316" font-size="60">CORNER MARKET</text>
			</g>
			${lines}
		</g>
	</svg>`;
}
