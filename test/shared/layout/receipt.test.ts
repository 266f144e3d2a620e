import { layoutItem, rowItems } from '../../../nodes/shared/output/layout';
import { markdownOf } from '../../../nodes/shared/output/layout';
import { goods, receiptRows } from '../../../sandbox/samples/receiptRows';
import type { Print, Reading } from './print';
import { centredAt, endingAt, pageOf } from './print';

/** More goods, so that the receipt is as long as one that no provider reads at once. */
const longRows = [...goods, ...Array.from({ length: 39 }, (_, at): [string, string] => {
	const names = ['Tea', 'Basmati rice 1 kg', 'Cucumber', 'Strawberry jam', 'Light bulbs x2'];
	return [`${names[at % names.length]} ${at}`, `${(at * 7) % 23}.${(at * 13) % 90 + 10}`];
})];

const SHORT = { pairs: goods, prints: printsOf(receiptRows, 700, 45, 30) };
const LONG = { pairs: longRows, prints: printsOf(longRows, 384, 44, 24) };

const VIEWS: Reading[] = [
	{},
	{ slant: 5 },
	{ slant: -8 },
	{ slant: 12 },
	{ keystone: 0.1 },
	{ slant: 5, keystone: 0.1 },
	{ leaning: 0.1 },
	{ slant: -3, leaning: 0.05 },
	{ slant: 1 },
];
const ORDERS = ['byY', 'byColumn', 'shuffled'] as const;

describe.each(['SHORT', 'LONG'])('%s receipt', (name) => {
	const { pairs, prints } = name === 'SHORT' ? SHORT : LONG;
	for (const view of VIEWS) for (const order of ORDERS) for (const isCoarse of [false, true]) {
		const reading = { ...view, order, isCoarse };
		test(`pairs stand in one row: ${JSON.stringify(reading)}`, () => {
			const page = pageOf(prints, reading);
			const items = rowItems([page]).map(({ json }) => json);
			const last = `column${Object.keys(items[0]).filter((key) => key.startsWith('column')).length}`;
			const inRows = pairs.filter(([item, price]) =>
				items.some((row) => row.column1 === item && row[last] === price),
			);
			const text = layoutItem([page]).json.text as string;
			const inText = pairs.filter(([item, price]) =>
				text.split('\n').some((line) => line.startsWith(item) && line.endsWith(` ${price}`)),
			);
			if (process.env.SHOW) console.log(text, markdownOf([page]));
			expect([inRows.length, inText.length]).toEqual([pairs.length, pairs.length]);
		});
	}
});

function printsOf(rows: string[][], right: number, step: number, size: number): Print[] {
	return rows.flatMap(([left, sum], index) => {
		const y = 100 + index * step;
		if (left === '') return [];
		if (sum === undefined) return [centredAt(right / 2 + 20, y, left, { size: left.startsWith('-') ? 20 : size })];
		return [{ x: 20, y, text: left, size }, endingAt(20 + right, y, sum, { size })];
	});
}
