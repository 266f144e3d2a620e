import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { layoutText, rowItems } from '../../../nodes/shared/output/layout';
import type { TextPage } from '../../../nodes/shared/output/textPage';
import type { Reading } from './print';
import type { Receipt } from './receipts';
import { pageOfReceipt, receipts } from './receipts';

const VIEWS: Record<string, Reading> = {
	'As it is': {},
	'Turned by 5°': { slant: 5 },
	'Turned by -8°': { slant: -8 },
	'Turned by 12°': { slant: 12 },
	'From the side (10 %)': { keystone: 0.1 },
};
const ORDERS = { 'By height': 'byY', 'By column': 'byColumn', Shuffled: 'shuffled' } as const;

/** The cells of each row that have text. */
const cellsOf = (page: TextPage) =>
	rowItems([page]).map(({ json }) =>
		Object.entries(json)
			.filter(([name, text]) => name.startsWith('column') && text !== '')
			.map(([name, text]) => ({ name, text: text as string })),
	);

function pairsInRows({ pairs }: Receipt, page: TextPage) {
	const rows = cellsOf(page).map((cells) => cells.map(({ text }) => text));
	return pairs.filter(([item, price]) =>
		rows.some((texts) => texts.length === 2 && texts[0] === item && texts[1] === price),
	);
}

function pairsInLayout({ pairs }: Receipt, page: TextPage) {
	const lines = layoutText([page])
		.split('\n')
		.map((line) => line.trim().split(/ {2,}/));
	return pairs.filter(([item, price]) =>
		lines.some((texts) => texts.length === 2 && texts[0] === item && texts[1] === price),
	);
}

const readings = Object.entries(VIEWS).flatMap(([view, place]) =>
	Object.entries(ORDERS).map(([name, order]) => ({ view, name, reading: { ...place, order } })),
);

describe.each(Object.entries(receipts))('%s: each item stands by its price', (_, receipt) => {
	test.each(readings)('$view, $name', ({ reading }) => {
		const page = pageOfReceipt(receipt, reading);
		expect(pairsInRows(receipt, page)).toEqual(receipt.pairs);
		expect(pairsInLayout(receipt, page)).toEqual(receipt.pairs);
	});

	test.each(readings)('$view, $name: prices are in one column', ({ reading }) => {
		const prices = receipt.pairs.filter(([, price]) => /^[\d.]+$/.test(price));
		const cells = cellsOf(pageOfReceipt(receipt, reading)).flat();
		const inColumns = cells.filter(({ text }) => /^[\d.]+$/.test(text));
		expect(inColumns.map(({ text }) => text)).toEqual(prices.map(([, price]) => price));
		expect(new Set(inColumns.map(({ name }) => name)).size).toBe(1);
	});
});

test('docs/layout.md has these figures', () => {
	const all = Object.values(receipts);
	const counted = (count: typeof pairsInRows, reading: Reading) =>
		all.map((receipt) => {
			const found = count(receipt, pageOfReceipt(receipt, reading)).length;
			return `${found} / ${receipt.pairs.length}`;
		});
	const rows = readings.map(({ view, name, reading }) => {
		const figures = [...counted(pairsInRows, reading), ...counted(pairsInLayout, reading)];
		return `| ${[view, name, ...figures].join(' | ')} |`;
	});
	const page = readFileSync(join(__dirname, '../../../docs/layout.md'), 'utf8');
	expect(page.replace(/ +/g, ' ')).toContain(rows.join('\n'));
});
