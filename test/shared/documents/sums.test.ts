import type { IDataObject } from 'n8n-workflow';

import { checkSums } from '../../../nodes/shared/output/documents/sums';
import type { Country } from '../../../nodes/shared/output/documents/values/countries';

const FIELDS = {
	...{ subTotal: 'sub', tax: 'vat', total: 'total' },
	...{ quantity: 'quantity', unitPrice: 'price', amount: 'amount', amountWithTax: 'gross' },
	adjustments: 'discount',
};

const check = (
	document: IDataObject,
	lines: IDataObject[],
	country: Country = 'Vietnam',
	earlier?: IDataObject[],
) => checkSums(document, lines, FIELDS, country, earlier);

const SUMS = { sub: '1.000.000', vat: '100.000', total: '1.100.000' };
const LINES = [
	{ quantity: '2', price: '300.000', amount: '600.000', gross: '660.000' },
	{ quantity: '1', price: '400.000', amount: '400.000', gross: '440.000' },
];

test('an invoice whose sums match', () => {
	expect(check(SUMS, LINES)).toEqual({
		columns: {
			sumsMatch: true,
			checks:
				'quantity × price is the amount in 2 of 2 line items. The line items add up to sub. sub + vat is total',
		},
		failures: [],
	});
});

describe('an invoice with a misread figure', () => {
	test.each<[string, IDataObject, IDataObject[], string]>([
		['total', { ...SUMS, total: '1.700.000' }, LINES, 'sub + vat is 1100000, but total is 1700000'],
		[
			'amount of a line item',
			{ ...SUMS, vat: null, total: null },
			[LINES[0], { amount: '100.000' }],
			'amount of the line items adds up to 700000, but sub is 1000000',
		],
		[
			'quantity of a line item',
			SUMS,
			[LINES[0], { ...LINES[1], quantity: '7' }],
			'In line item 2, quantity × price is 2800000, but amount is 400000',
		],
	])('%s', (_, document, lines, sentence) => {
		const { columns, failures } = check(document, lines);
		expect(failures).toEqual([sentence]);
		expect(columns.sumsMatch).toBe(false);
		expect(columns.checks).toContain(sentence);
	});

	test('each sum that is wrong is named', () => {
		const { failures } = check({ ...SUMS, sub: '2.000.000' }, [LINES[0]]);
		expect(failures).toHaveLength(2);
	});
});

describe('what is not there is not checked', () => {
	test.each<[string, IDataObject, IDataObject[]]>([
		['nothing was read', {}, []],
		[
			'values that do not fit the rules',
			{ sub: '1,000.5', vat: '1', total: 'x' },
			[{ price: '5' }],
		],
		['sums without line items', { sub: '1.000.000', total: '1.100.000' }, []],
		['line items without sums', {}, [{ amount: '600.000' }, { amount: '400.000' }]],
		['the amounts of some line items', { sub: '1.000.000' }, [LINES[0], { price: '400.000' }]],
		// With tax, the amounts add up to a total that was not read.
		['sums of another kind', { sub: '1.000.000' }, [{ gross: '660.000' }, { gross: '440.000' }]],
		['sums with tax alone', { total: '1.100.000' }, [{ amount: '600.000' }, { amount: '400.000' }]],
	])('%s', (_, document, lines) => {
		const { columns, failures } = check(document, lines);
		expect(failures).toEqual([]);
		expect(columns.sumsMatch).toBeNull();
	});

	test('and it is said', () => {
		expect(check({}, []).columns.checks).toBe('Not checked');
		expect(check(SUMS, []).columns).toEqual({
			sumsMatch: true,
			checks:
				'quantity × price was not checked. The line items were not added up. sub + vat is total',
		});
	});

	test('line items that are right in themselves confirm no sum', () => {
		expect(check({}, LINES).columns).toEqual({
			sumsMatch: null,
			checks:
				'quantity × price is the amount in 2 of 2 line items. The line items were not added up. sub + vat = total was not checked',
		});
	});
});

test('a line item without an amount may be a remark: the others are enough if they match', () => {
	const { columns } = check(SUMS, [...LINES, { description: 'Hàng khuyến mại' }]);
	expect(columns.sumsMatch).toBe(true);
	expect(columns.checks).toContain('2 of 3 line items');
});

test('an invoice without tax has only a total', () => {
	const { columns } = check({ total: '1.000.000' }, LINES);
	expect(columns).toMatchObject({ sumsMatch: true });
	expect(columns.checks).toContain('The line items add up to total');
});

test('amounts with tax add up to the total', () => {
	const lines = LINES.map(({ gross }) => ({ gross }));
	expect(check({ total: '1.100.000' }, lines).columns).toMatchObject({ sumsMatch: true });
	expect(check({ total: '1.200.000' }, lines).failures).toEqual([
		'gross of the line items adds up to 1100000, but total is 1200000',
	]);
});

test('a line item with a discount is not expected to be quantity × price', () => {
	const line = { quantity: '2', price: '300.000', amount: '500.000' };
	const sums = { sub: '500.000' };
	expect(check(sums, [{ ...line, discount: '100.000' }]).columns).toMatchObject({
		sumsMatch: true,
		checks: expect.stringContaining('quantity × price was not checked'),
	});
	expect(check(sums, [{ ...line, discount: '10%' }]).failures).toEqual([]);
	expect(check(sums, [{ ...line, discount: '0' }]).failures).toHaveLength(1);
	expect(check(sums, [line]).failures).toHaveLength(1);
});

test('an amount with tax alone says nothing about quantity × price', () => {
	const lines = [{ quantity: '2', price: '300.000', gross: '660.000' }];
	expect(check({}, lines).columns.checks).toBe('Not checked');
	const without = [{ quantity: '2', price: '330.000', gross: '660.000' }];
	expect(check({}, without).columns.checks).toContain('1 of 1 line item');
});

describe('rounding', () => {
	const sums = (total: string) => ({ sub: '1.000', vat: '100', total });

	test.each([
		['1.100', true],
		['1.102', true],
		['1.103', false],
		['1.097', false],
	])('the total may be off by one đồng for each of two figures: %s', (total, holds) => {
		expect(check(sums(total), []).columns.sumsMatch).toBe(holds);
	});

	test.each([
		[2, true],
		[3, true],
		[4, false],
	])('three line items may be off by %i đồng: %s', (off, holds) => {
		const lines = Array.from({ length: 3 }, () => ({ amount: '333' }));
		expect(check({ sub: String(999 + off) }, lines).columns.sumsMatch).toBe(holds);
	});

	test.each([
		['33.333', '3000', '100.000.000', []],
		['33.333', '3000', '100.002.000', [expect.any(String)]],
		['0,5', '3', '2', []],
	])(
		'a price of %s is rounded, which counts for each of %s pieces: %s',
		(price, quantity, amount, failures) => {
			expect(check({}, [{ price, quantity, amount }]).failures).toEqual(failures);
		},
	);

	test('money with cents is off by cents', () => {
		const document = { sub: '0.10', vat: '0.20', total: '0.30' };
		expect(check(document, [], 'China').columns.sumsMatch).toBe(true);
		expect(check({ ...document, total: '0.32' }, [], 'China').columns.sumsMatch).toBe(true);
		const { failures } = check({ ...document, total: '0.33' }, [], 'China');
		// Adding binary fractions makes 0.30000000000000004 of it.
		expect(failures).toEqual(['sub + vat is 0.3, but total is 0.33']);
	});
});

test('the line items of earlier pages count for the sums of the last one', () => {
	const [first, second] = LINES;
	expect(check(SUMS, [second], 'Vietnam', [first]).columns).toMatchObject({ sumsMatch: true });
	expect(check(SUMS, [second]).columns.sumsMatch).toBe(false);
	// Line items are counted by page.
	const { failures } = check(SUMS, [{ ...second, quantity: '3' }], 'Vietnam', [first]);
	expect(failures).toEqual([expect.stringContaining('In line item 1,')]);
});

test('numbers that the provider sent as numbers count as they are', () => {
	const document = { sub: 1000.5, vat: 100, total: 1100.5 };
	expect(check(document, []).columns.sumsMatch).toBe(true);
});

test('a credit note has negative sums', () => {
	const document = { sub: '-1.000', vat: '(100)', total: '-1.100' };
	expect(check(document, [{ quantity: '-2', price: '500', amount: '-1.000' }])).toMatchObject({
		columns: { sumsMatch: true },
		failures: [],
	});
});
