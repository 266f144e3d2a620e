/** A printed row: centred text, or text at the left and at the right edge. */
export type Row = [text: string] | [left: string, right: string];

/** The line between the parts of a receipt. */
export const rule: Row = ['- '.repeat(34).trim()];

/** What is above the goods. */
export const head: Row[] = [
	['12 Example Street, Sampletown'],
	['Tel 555 0100'],
	[''],
	['Date 2025-03-14', 'Time 17:42'],
	['Till 03', 'Receipt no 000481'],
	rule,
];

/** Goods and their prices. */
export const goods: Array<[name: string, price: string]> = [
	['Whole milk', '2.58'],
	['Rye bread', '3.20'],
	['Free range eggs x12', '4.15'],
	['Tomatoes 0.84 kg', '2.51'],
	['Olive oil 500 ml', '7.90'],
	['Ground coffee', '5.49'],
	['Paper towels', '2.64'],
];

/** What is below the sums. */
export const foot: Row[] = [[''], ['Thank you for your visit'], ['SPECIMEN - not a real receipt']];

/** An invented till receipt, without the name of the shop. */
export const receiptRows: Row[] = [
	...head,
	...goods,
	rule,
	['Subtotal', '28.47'],
	['Tax 10 percent', '2.85'],
	['TOTAL USD', '31.32'],
	['Cash', '40.00'],
	['Change', '8.68'],
	...foot,
];

/** Where rows are printed, pixels. */
interface Column {
	left: number;
	right: number;
	/** Of centred text. */
	centre: number;
	/** Baseline of the first row. */
	top: number;
	/** From one row to the next. */
	step: number;
}

/** Prints rows of a receipt as SVG text. */
export function drawRows(rows: Row[], { left, right, centre, top, step }: Column): string {
	const lines = rows.flatMap(([text, sum], i) => {
		const y = `y="${top + i * step}"`;
		if (sum === undefined) return `<text x="${centre}" ${y} text-anchor="middle">${text}</text>`;
		return [
			`<text x="${left}" ${y}>${text}</text>`,
			`<text x="${right}" ${y} text-anchor="end">${sum}</text>`,
		];
	});
	return lines.join('\n');
}
