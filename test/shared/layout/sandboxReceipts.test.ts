import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { layoutText, rowItems } from '../../../nodes/shared/output/layout';
import type { TextPage } from '../../../nodes/shared/output/textPage';
import { longReceiptRows } from '../../../sandbox/samples/longReceipt';
import type { Row } from '../../../sandbox/samples/receiptRows';
import { receiptRows } from '../../../sandbox/samples/receiptRows';
import type { Reading } from './print';
import { pageOfReceipt, pairsOf, readReceipt } from './receipts';
import type { ReadingName } from './receipts/receipt';

/** The short receipt is photographed anew for each view; the boxes of the long one are turned. */
const VIEWS: Array<[view: string, photo: ReadingName, turned: Reading]> = [
	['As it is', 'sample', {}],
	['5°', 'turned5', { slant: 5 }],
	['-8°', 'turned-8', { slant: -8 }],
	['12°', 'turned12', { slant: 12 }],
	['From the side (10 %)', 'aside', { keystone: 0.1 }],
];
const ORDERS: Array<[name: string, order: Reading['order']]> = [
	['By height', 'byY'],
	['By column', 'byColumn'],
	['Shuffled', 'shuffled'],
];

const readings = VIEWS.flatMap(([view, photo, turned]) =>
	ORDERS.map(([name, order]) => ({
		view,
		name,
		short: receiptOf(photo, { order }),
		long: receiptOf('long', { ...turned, order }),
	})),
);

function receiptOf(name: ReadingName, reading: Reading) {
	const pieces = readReceipt(name);
	return { page: pageOfReceipt(pieces, reading), pairs: pairsOf(pieces) };
}

/** The cells of each row that have text, with the names of their columns. */
const cellsOf = (page: TextPage) =>
	rowItems([page]).map(({ json }) =>
		Object.entries(json)
			.filter(([name, text]) => name.startsWith('column') && text !== '')
			.map(([name, text]) => ({ name, text: text as string })),
	);
const inRows = (page: TextPage) => cellsOf(page).map((cells) => cells.map(({ text }) => text));
const inLayout = (page: TextPage) =>
	layoutText([page])
		.split('\n')
		.map((line) => line.trim().split(/ {2,}/));

/**
 * The pairs that have a row for themselves. A price also has a column of its own; the number of a
 * receipt may share that of the till.
 */
const found = (pairs: string[][], rows: string[][]) => {
	const isApart = (cells: string[]) => cells.length > 1 || !/\d\.\d\d$/.test(cells[0] ?? '');
	const known = new Set(rows.filter(isApart).map((cells) => cells.join(' ')));
	return pairs.filter((pair) => known.has(pair.join(' ')));
};

test.each<[ReadingName, Row[]]>([
	...VIEWS.map(([, photo]): [ReadingName, Row[]] => [photo, receiptRows]),
	['long', longReceiptRows],
])('each pair was read: %s', (name, printed) => {
	const pairs = printed.filter((row) => row.length === 2);
	expect(pairsOf(readReceipt(name))).toHaveLength(pairs.length);
});

describe.each(['short', 'long'] as const)('a %s receipt', (length) => {
	test.each(readings)('$view, $name: each item stands by its price', (reading) => {
		const { page, pairs } = reading[length];
		expect(found(pairs, inRows(page))).toEqual(pairs);
		expect(found(pairs, inLayout(page))).toEqual(pairs);
	});

	test.each(readings)('$view, $name: prices are in one column', (reading) => {
		const { page, pairs } = reading[length];
		const isPrice = (text: string) => /^[\d. ]+$/.test(text);
		const prices = cellsOf(page)
			.flat()
			.filter(({ text }) => isPrice(text));
		const printed = pairs.map((pair) => pair.at(-1)!).filter(isPrice);
		expect(prices.map(({ text }) => text)).toEqual(printed);
		expect(new Set(prices.map(({ name }) => name)).size).toBe(1);
	});
});

test('docs/layout.md has these figures', () => {
	const rows = readings.map(({ view, name, short, long }) => {
		const figures = [inRows, inLayout].flatMap((rowsOf) =>
			[short, long].map(
				({ page, pairs }) => `${found(pairs, rowsOf(page)).length} / ${pairs.length}`,
			),
		);
		return `| ${[view, name, ...figures].join(' | ')} |`;
	});
	const page = readFileSync(join(__dirname, '../../../docs/layout.md'), 'utf8');
	expect(page.replace(/ +/g, ' ')).toContain(rows.join('\n'));
});
