/** A printed row: centred text, or text at the left and at the right edge. */
type Row = [text: string] | [left: string, right: string];

const rule: Row = ['- '.repeat(34).trim()];

const rows: Row[] = [
	['12 Example Street, Sampletown'],
	['Tel 555 0100'],
	[''],
	['Date 2025-03-14', 'Time 17:42'],
	['Till 03', 'Receipt no 000481'],
	rule,
	['Whole milk', '2.58'],
	['Rye bread', '3.20'],
	['Free range eggs x12', '4.15'],
	['Tomatoes 0.84 kg', '2.51'],
	['Olive oil 500 ml', '7.90'],
	['Ground coffee', '5.49'],
	['Paper towels', '2.64'],
	rule,
	['Subtotal', '28.47'],
	['Tax 10 percent', '2.85'],
	['TOTAL USD', '31.32'],
	['Cash', '40.00'],
	['Change', '8.68'],
	[''],
	['Thank you for your visit'],
	['SPECIMEN - not a real receipt'],
];

/**
 * The flat scene that gets photographed: an invented till receipt on a wooden table.
 *
 * @returns SVG text, 1200 × 1600 px
 */
export function receiptScene(): string {
	const lines = rows.flatMap(([text, right], i) => {
		const y = `y="${406 + i * 45}"`;
		if (right === undefined) return `<text x="600" ${y} text-anchor="middle">${text}</text>`;
		return [
			`<text x="246" ${y}>${text}</text>`,
			`<text x="942" ${y} text-anchor="end">${right}</text>`,
		];
	});
	const grain = Array.from(
		{ length: 40 },
		(_, i) => `<rect x="0" y="${i * 40}" width="1200" height="${6 + ((i * 7) % 19)}"/>`,
	);
	return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1600">
		<rect width="1200" height="1600" fill="#6b4a30"/>
		<g fill="#5f4029">${grain.join('')}</g>
		<rect x="196" y="154" width="828" height="1330" fill="#2c1d12" opacity="0.45"/>
		<rect x="180" y="140" width="828" height="1330" fill="#f6f3ea"/>
		<g fill="#26262b" font-family="Liberation Sans" font-size="38">
			<g font-weight="bold" text-anchor="middle">
				<text x="600" y="236" font-size="44">* SPECIMEN *</text>
				<text x="600" y="316" font-size="60">CORNER MARKET</text>
			</g>
			${lines.join('\n')}
		</g>
	</svg>`;
}
