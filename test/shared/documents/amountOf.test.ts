import * as fc from 'fast-check';

import { amountOf } from '../../../nodes/shared/output/documents/values/amountOf';
import type { Country } from '../../../nodes/shared/output/documents/values/countries';
import { COUNTRIES } from '../../../nodes/shared/output/documents/values/countries';

/** Texts as documents print them, and the numbers that they mean. */
const PRINTED: Partial<Record<Country, Array<[printed: unknown, number: number | null]>>> = {
	Vietnam: [
		['1.234', 1234],
		['1.234.567', 1_234_567],
		['1100000', 1_100_000],
		['1.234,5', 1234.5],
		['1.234.567,891', 1_234_567.891],
		['2', 2],
		['01', 1],
		['2,5', 2.5],
		['0,125', 0.125],
		['0', 0],
		['1.100.000đ', 1_100_000],
		['1.100.000 đ', 1_100_000],
		['1.100.000\u00a0₫', 1_100_000],
		['1.100.000 VNĐ', 1_100_000],
		['VND 1.100.000', 1_100_000],
		['1.100.000 đồng', 1_100_000],
		['-1.000', -1000],
		['−1.000 đ', -1000],
		['(1.000)', -1000],
		['(1.000 đ)', -1000],
		['+1.000', 1000],
		['-0', 0],
		['１.２３４', 1234],
		[1234.5, 1234.5],
		[-7, -7],
		// The signs of another country, and what could be meant by them.
		['1,234.5', null],
		['1,234,567', null],
		['1,234', null],
		['1.5', null],
		['0.500', null],
		['1.23', null],
		['1.2345', null],
		['1234.567', null],
		['1.234.56', null],
		['1..234', null],
		['1.234.', null],
		[',5', null],
		['5,', null],
		['1,2,3', null],
		// Other money.
		['$100', null],
		['100 USD', null],
		['¥100', null],
		// More than a number.
		['5 triệu', null],
		['2 cái', null],
		['10%', null],
		['1 000 000', null],
		['1.000 2.000', null],
		['1.000 - 2.000', null],
		['111; 222', null],
		['1.000/kg', null],
		['10²', null],
		['1e5', null],
		['0x10', null],
		['l.000', null],
		['1.O00', null],
		['(1.000', null],
		['-(1.000)', null],
		// Less than nothing, or the stroke that ends an amount by hand.
		['1.000-', null],
		['1.000.000,-', null],
		['--1', null],
		['-', null],
		['đ', null],
		['', null],
		[null, null],
		[undefined, null],
		[true, null],
		[NaN, null],
		[Infinity, null],
		// A number holds 15 digits exactly.
		['999.999.999.999.999', 999_999_999_999_999],
		['9.999.999.999.999.999', null],
	],
	'Vietnam (XML)': [
		['1.100.000', 1_100_000],
		['1100000', 1_100_000],
		['1100000.00', 1_100_000],
		['1.5', 1.5],
		['1,5', 1.5],
		['1000.125', 1000.125],
		// A hundred in the file's own numbers, a hundred thousand in print.
		['100.000', null],
		['100,000', null],
	],
	Korea: [
		['1,234', 1234],
		['₩1,234', 1234],
		['￦ 1,234', 1234],
		['1,234원', 1234],
		['-₩1,234', -1234],
		['₩-1,234', -1234],
		['1234.5', 1234.5],
		['1.234', null],
		['1.234.567', null],
		['5만원', null],
	],
	China: [
		['¥1,234.00', 1234],
		['￥１，２３４．５０', 1234.5],
		['100.00元', 100],
		['人民币100元', 100],
		['-100.00', -100],
		['12.3400', 12.34],
		['壹佰圆整', null],
		['1.234', null],
	],
	Thailand: [
		['1,234.50 บาท', 1234.5],
		['๑,๒๓๔.๕๐', 1234.5],
		['฿100', 100],
	],
	'Hong Kong': [
		['HK$1,234.00', 1234],
		['$5', 5],
	],
	Mexico: [
		['$1,234.50', 1234.5],
		['HK$1', null],
	],
	Brazil: [['R$ 1.234,50', 1234.5]],
	Indonesia: [
		['Rp1.234.567', 1_234_567],
		['Rp. 1.234,00', 1234],
	],
	International: [
		['1.234.567', 1_234_567],
		['1,234,567', 1_234_567],
		['1,234.50', 1234.5],
		['1.234,50', 1234.5],
		['0.500', 0.5],
		['1.5', 1.5],
		['€5', 5],
		['1.234', null],
		['1,234', null],
	],
};

describe.each(Object.entries(PRINTED) as Array<[Country, Array<[unknown, number | null]>]>)(
	'%s',
	(country, printed) => {
		test.each(printed)('%j is %s', (text, number) => {
			expect(amountOf(text, country)).toBe(number);
		});
	},
);

const MONEY: Array<[Country, locale: string, currency: string, decimals: number]> = [
	['Vietnam', 'vi-VN', 'VND', 0],
	['Korea', 'ko-KR', 'KRW', 0],
	['China', 'zh-CN', 'CNY', 2],
	['Thailand', 'th-TH', 'THB', 2],
	['Hong Kong', 'en-HK', 'HKD', 2],
	['Singapore', 'en-SG', 'SGD', 2],
	['Malaysia', 'ms-MY', 'MYR', 2],
	['Indonesia', 'id-ID', 'IDR', 0],
	['Philippines', 'en-PH', 'PHP', 2],
	['Brazil', 'pt-BR', 'BRL', 2],
	['Mexico', 'es-MX', 'MXN', 2],
];

describe.each(MONEY)('%s', (country, locale, currency, decimals) => {
	const cents = fc.integer({ min: -(10 ** 11), max: 10 ** 11 });
	const ways: Intl.NumberFormatOptions[] = [
		{ style: 'currency', currency },
		{ style: 'currency', currency, currencySign: 'accounting' },
		{ style: 'decimal', minimumFractionDigits: decimals, maximumFractionDigits: decimals },
	];

	test.each(ways)('amounts as Unicode prints them with %j come back', (options) => {
		const { format } = new Intl.NumberFormat(locale, options);
		fc.assert(
			fc.property(cents, (amount) => {
				const number = amount / 10 ** decimals;
				const printed = format(number);
				expect([printed, amountOf(printed, country)]).toEqual([printed, number]);
			}),
			{ seed: 17 },
		);
	});
});

test('whatever a field holds is a finite number, or null', () => {
	const countries = Object.keys(COUNTRIES) as Country[];
	const text = fc.oneof(
		fc.string({ unit: 'grapheme' }),
		fc.string({ unit: fc.constantFrom(...'0123456789.,-+()đ$¥₩ '), maxLength: 20 }),
		fc.anything(),
	);
	fc.assert(
		fc.property(fc.constantFrom(...countries), text, (country, value) => {
			const number = amountOf(value, country);
			expect(number === null || Number.isFinite(number)).toBe(true);
		}),
		{ seed: 17, numRuns: 5_000 },
	);
});

test('what two countries print differently is never taken for thousands and decimals at once', () => {
	const group = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 999 }));
	fc.assert(
		fc.property(group, ([high, low]) => {
			const three = String(low).padStart(3, '0');
			expect(amountOf(`${high}.${three}`, 'Vietnam')).toBe(high * 1000 + low);
			expect(amountOf(`${high},${three}`, 'Vietnam')).toBeNull();
			expect(amountOf(`${high},${three}`, 'Korea')).toBe(high * 1000 + low);
			expect(amountOf(`${high}.${three}`, 'Korea')).toBeNull();
			expect(amountOf(`${high}.${three}`, 'Vietnam (XML)')).toBeNull();
			expect(amountOf(`${high}.${three}`, 'International')).toBeNull();
		}),
		{ seed: 17 },
	);
});
