import { layoutText, rowItems } from '../../../nodes/shared/output/layout';
import { goods, receiptRows } from '../../../sandbox/samples/receiptRows';
import type { Row } from '../../../sandbox/samples/receiptRows';
import type { Print, Reading } from './print';
import { centredAt, endingAt, pageOf } from './print';

const VIEWS: Array<[name: string, view: Reading]> = [
	['level', {}],
	['1°', { slant: 1 }],
	['5°', { slant: 5 }],
	['-8°', { slant: -8 }],
	['12°', { slant: 12 }],
	['10 % keystone', { keystone: 0.1 }],
	['5° and 10 % keystone', { slant: 5, keystone: 0.1 }],
	['10 % leaning', { leaning: 0.1 }],
	['-3° and 5 % leaning', { slant: -3, leaning: 0.05 }],
];
const ORDERS = ['byY', 'byColumn', 'shuffled'] as const;

/** As long as a receipt that no provider reads at once. */
const moreGoods = Array.from({ length: 39 }, (_, at): [name: string, price: string] => {
	const names = ['Tea', 'Basmati rice 1 kg', 'Cucumber', 'Strawberry jam', 'Light bulbs x2'];
	return [`${names[at % names.length]} ${at}`, `${(at * 7) % 23}.${((at * 13) % 90) + 10}`];
});

const RECEIPTS = {
	short: { pairs: goods, prints: printsOf(receiptRows, { right: 700, step: 45, size: 30 }) },
	long: {
		pairs: [...goods, ...moreGoods],
		prints: printsOf([...goods, ...moreGoods], { right: 384, step: 44, size: 24 }),
	},
};

describe.each(['short', 'long'] as const)(
	'every item of a %s receipt stands by its price',
	(name) => {
		const { pairs, prints } = RECEIPTS[name];

		for (const known of ['words', 'corners'] as const) {
			for (const [view, reading] of VIEWS) {
				test.each(ORDERS)(`${view}, ${known}, %s`, (order) => {
					const page = pageOf(prints, { ...reading, order, known });
					expect(pairsInRows(page)).toEqual(pairs);
					expect(pairsInLayout(page)).toEqual(pairs);
				});
			}
		}

		test.each(VIEWS)('%s, whole rows that are cut here', (_, reading) => {
			const page = pageOf(prints, { ...reading, order: 'shuffled', isWhole: true });
			expect(pairsInRows(page)).toEqual(pairs);
			expect(pairsInLayout(page)).toEqual(pairs);
		});

		test.each(VIEWS)('%s, boxes around the ink', (_, reading) => {
			const page = pageOf(prints, { ...reading, order: 'byY', isInk: true });
			expect(pairsInRows(page)).toEqual(pairs);
			expect(pairsInLayout(page)).toEqual(pairs);
		});

		// Without words and corners, a column that is shifted by a row may look much the same, so that
		// steep views of a short receipt come out wrong.
		test.each(VIEWS.slice(0, 4))('%s, boxes of lines alone', (_, reading) => {
			const page = pageOf(prints, { ...reading, order: 'byY', known: 'lines' });
			expect(pairsInRows(page)).toEqual(pairs);
		});

		function pairsInRows(page: ReturnType<typeof pageOf>) {
			const items = rowItems([page]).map(({ json }) => json);
			const columns = Object.keys(items[0]).filter((key) => key.startsWith('column'));
			return pairs.filter(([item, price]) =>
				items.some((row) => row.column1 === item && row[columns.at(-1)!] === price),
			);
		}

		function pairsInLayout(page: ReturnType<typeof pageOf>) {
			const lines = layoutText([page]).split('\n');
			const width = Math.max(
				...lines.filter((line) => /\d\.\d\d$/.test(line)).map((line) => line.length),
			);
			return pairs.filter(([item, price]) =>
				lines.some(
					(line) =>
						line.trim().startsWith(item) &&
						line === line.slice(0, -price.length).padEnd(width - price.length) + price,
				),
			);
		}
	},
);

function printsOf(rows: Row[], { right, step, size }: Record<string, number>): Print[] {
	return rows.flatMap(([left, sum], index) => {
		const y = 100 + index * step;
		if (left === '') return [];
		if (sum !== undefined)
			return [{ x: 20, y, text: left, size }, endingAt(20 + right, y, sum, { size })];
		return [centredAt(right / 2 + 20, y, left, { size: left.startsWith('-') ? 20 : size })];
	});
}
