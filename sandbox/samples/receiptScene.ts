const items: Array<[name: string, price: string]> = [
	['Whole milk 2 l', '2.58'],
	['Rye bread', '3.20'],
	['Free range eggs x12', '4.15'],
	['Tomatoes 0.84 kg', '2.51'],
	['Olive oil 500 ml', '7.90'],
	['Ground coffee', '5.49'],
	['Paper towels', '2.64'],
];

const till: string[] = [
	'12 Example Street, Sampletown',
	'Tel 555 0100',
	'',
	'Date 2025-03-14      Time 17:42',
	'Till 03       Receipt no 000481',
	'-'.repeat(31),
	...items.map(([name, price]) => name.padEnd(24) + price.padStart(7)),
	'-'.repeat(31),
	'Subtotal'.padEnd(24) + '28.47'.padStart(7),
	'Tax 10 percent'.padEnd(24) + '2.85'.padStart(7),
	'TOTAL USD'.padEnd(24) + '31.32'.padStart(7),
	'Cash'.padEnd(24) + '40.00'.padStart(7),
	'Change'.padEnd(24) + '8.68'.padStart(7),
	'',
	'Thank you for your visit',
	'SPECIMEN - not a real receipt',
];

/**
 * The flat scene that gets photographed: an invented till receipt on a wooden table.
 *
 * @returns SVG text, 1200 × 1600 px
 */
export function receiptScene(): string {
	const lines = till.map((text, i) => {
		const centred = !/^(Date|Till|-)|\d\.\d\d$/.test(text);
		const place = centred ? 'x="600" text-anchor="middle"' : 'x="246"';
		return `<text xml:space="preserve" ${place} y="${406 + i * 45}">${text}</text>`;
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
		<g fill="#26262b" font-family="DejaVu Sans Mono" font-size="38">
			<g font-weight="bold" text-anchor="middle">
				<text x="600" y="236" font-size="44">* SPECIMEN *</text>
				<text x="600" y="316" font-size="60">CORNER MARKET</text>
			</g>
			${lines.join('\n')}
		</g>
	</svg>`;
}
