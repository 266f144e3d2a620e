import { layoutText, markdownOf } from '../../../nodes/shared/output/layout';
import type { Print } from './print';
import { blockAt, endingAt, pageOf } from './print';
import { columnsOf } from './readAs';

const goods: Array<[name: string, price: string]> = [
	['Rye bread', '3.20'],
	['Basmati rice 1 kg', '112.90'],
	['Milk', '1.10'],
	['Strawberry jam', '23.50'],
	['Light bulbs', '7.00'],
];
const receipt = goods.flatMap(([name, price], row): Print[] => [
	{ x: 0, y: row * 28, text: name },
	endingAt(400, row * 28, price),
]);

describe('signs in front of some prices', () => {
	const signs = (gap: number) =>
		[0, 2].map((row) => endingAt(400 - 40 - gap, row * 28 + 4, '*', { size: 8 }));

	test('are in the cell of their price when they stand close to it', () => {
		const page = pageOf([...receipt, ...signs(10)]);
		expect(columnsOf(page)).toEqual(
			goods.map(([name, price], row) => [name, row === 0 || row === 2 ? `* ${price}` : price]),
		);
	});

	test('put no price into a column of its own when they stand apart', () => {
		const prices = columnsOf(pageOf([...receipt, ...signs(30)])).map((row) => row.at(-1));
		expect(prices).toEqual(goods.map(([, price]) => expect.stringContaining(price)));
	});
});

test('goods and prices that are blocks of their own stand in one row', () => {
	const blocks = receipt.map((print, index) => ({ ...print, block: 1 + (index % 2) }));
	for (const order of ['byY', 'byColumn', 'shuffled'] as const)
		for (const slant of [0, 5, -8]) {
			const page = pageOf(blocks, { order, slant });
			expect(columnsOf(page)).toEqual(goods);
			expect(layoutText([page]).split('\n')).toEqual(
				goods.map(([name, price]) => name.padEnd(40 - price.length) + price),
			);
		}
});

test('a title in widely spaced letters makes no columns', () => {
	const title = [...'RECEIPT'].map((text, at): Print => ({ x: 60 + at * 40, y: -60, text }));
	const up = [...title, ...receipt].map((print) => ({ ...print, y: print.y + 60 }));
	expect(columnsOf(pageOf(up))).toEqual([['R E C E I P T', ''], ...goods]);
});

describe('addresses side by side in one block', () => {
	const left = ['Bill to', 'Sample Chairs Ltd', '12 Example Street', '10115 Sampletown'];
	const right = ['Ship to', 'Sample Warehouse', '7 Harbour Road', '20095 Otherport'];

	test('are paragraphs, one after the other', () => {
		const page = pageOf([...blockAt(0, 0, left), ...blockAt(300, 0, right)], { order: 'byY' });
		expect(markdownOf([page])).toBe([...left, '', ...right].join('\n'));
	});

	test('are not what a form or a table of pieces is', () => {
		const tables: Array<[string[], string[]]> = [
			[
				['Name', 'Street', 'Town'],
				['Mary Sample', '12 Example Street', '10115 Sampletown'],
			],
			[
				['Article', 'Chair 4 legs', 'Table'],
				['Quantity', '2 pieces', '1 piece'],
			],
		];
		for (const [first, second] of tables)
			expect(markdownOf([pageOf([...blockAt(0, 0, first), ...blockAt(300, 0, second)])])).toBe(
				[
					'|  |  |',
					'| --- | --- |',
					...first.map((text, row) => `| ${text} | ${second[row]} |`),
				].join('\n'),
			);
	});
});
