import * as fc from 'fast-check';

import type { Country } from '../../../nodes/shared/output/documents/values/countries';
import { COUNTRIES } from '../../../nodes/shared/output/documents/values/countries';
import { isoDate } from '../../../nodes/shared/output/documents/values/isoDate';

/** Texts as documents print them, and what a careful reader makes of them. */
const PRINTED: Record<Country, Array<[printed: unknown, iso: string | null]>> = {
	Vietnam: [
		['05/03/2022', '2022-03-05'],
		['5/3/2022', '2022-03-05'],
		['05-03-2022', '2022-03-05'],
		['05.03.2022', '2022-03-05'],
		['05 / 03 / 2022', '2022-03-05'],
		['\u00a005/03/2022\u200b', '2022-03-05'],
		['ngày 05 tháng 03 năm 2022', '2022-03-05'],
		['Ngày 5 tháng 3, năm 2022.', '2022-03-05'],
		['Hà Nội, ngày 05 tháng 03 năm 2022', '2022-03-05'],
		['TP. Hồ Chí Minh, Ngày (Date) 05 tháng (month) 03 năm (year) 2022', '2022-03-05'],
		// As Unicode's other form has it, in which the letters have their marks behind them.
		['ngày 05 tháng 03 năm 2022'.normalize('NFD'), '2022-03-05'],
		['05/03/2022 10:20:30', '2022-03-05'],
		['05-MAR-2022', '2022-03-05'],
		// XML, and the one form that every country reads alike.
		['2022-03-05', '2022-03-05'],
		['2022-03-05T10:20:30+07:00', '2022-03-05'],
		['29/02/2020', '2020-02-29'],
		// Does not exist.
		['29/02/2021', null],
		['31/02/2022', null],
		['31/04/2022', null],
		['00/00/0000', null],
		['01/00/2022', null],
		['12/13/2020', null],
		['ngày 31 tháng 02 năm 2022', null],
		['05/03/0022', null],
		['01/01/9999', null],
		// Is not there as a whole.
		['05/03/22', null],
		['900101', null],
		['1990', null],
		['12/2025', null],
		['tháng 3 năm 2022', null],
		['05/03', null],
		['05/03/202', null],
		// Fits no form.
		['05/03-2022', null],
		['05032022', null],
		['20220305', null],
		['05/03/2022; 06/03/2022', null],
		['05/03/2022 - 06/03/2022', null],
		['O5/03/2022', null],
		['05/03/2022 25:00', null],
		['05 MARZ 2022', null],
		['ngày tháng năm', null],
		['', null],
		['-', null],
		[null, null],
		[undefined, null],
		[true, null],
		[44625, null],
		[NaN, null],
		['a'.repeat(1000), null],
		[`${'A.'.repeat(20_000)}2022`, null],
	],
	'Vietnam (XML)': [
		['2022-03-05', '2022-03-05'],
		['05/03/2022', '2022-03-05'],
	],
	Korea: [
		['2022.03.05', '2022-03-05'],
		['2022. 3. 5.', '2022-03-05'],
		['2022-03-05', '2022-03-05'],
		['2022/03/05', '2022-03-05'],
		['2022년 3월 5일', '2022-03-05'],
		['2022년03월05일', '2022-03-05'],
		['20220305', '2022-03-05'],
		[20220305, '2022-03-05'],
		['11 4월/APR 1990', '1990-04-11'],
		['11 APR 1990', '1990-04-11'],
		['2022.03.05 14:30', '2022-03-05'],
		['11 5월/APR 1990', null],
		['2022년 13월 5일', null],
		['2022년 3월', null],
		['20220231', null],
		['220305', null],
		['900101-1', null],
		['05/03/2022', null],
		['2022.03', null],
	],
	China: [
		['2022年03月05日', '2022-03-05'],
		['2022 年 3 月 5 日', '2022-03-05'],
		['２０２２年３月５日', '2022-03-05'],
		['２０２２／０３／０５', '2022-03-05'],
		['1900.10.27', '1900-10-27'],
		['1980/1/1', '1980-01-01'],
		['20220305', '2022-03-05'],
		// Ranges, and what has no end.
		['2018.10.09-2028.10.08', null],
		['2018.10.09-长期', null],
		['长期', null],
		['2022年03月', null],
		['二〇二二年三月五日', null],
		['05/03/2022', null],
	],
	'Hong Kong': [
		['22-04-1997', '1997-04-22'],
		['1997年4月22日', '1997-04-22'],
		['(09-99)', null],
	],
	Macao: [
		['01-08-2014', '2014-08-01'],
		['(01-08-2014)', null],
	],
	Thailand: [
		['14 ธ.ค. 2509', '1966-12-14'],
		['๑๔ ธ.ค. ๒๕๐๙', '1966-12-14'],
		['14 ธันวาคม 2509', '1966-12-14'],
		['14 ธันวาคม พ.ศ. 2509', '1966-12-14'],
		['วันที่ 14 ธันวาคม พ.ศ. ๒๕๖๓', '2020-12-14'],
		['14/12/2509', '1966-12-14'],
		['14 Dec. 1966', '1966-12-14'],
		['9 Aug. 2032', '2032-08-09'],
		['14/12/1966', '1966-12-14'],
		// A leap year of ours, whose number is no leap year: 2024 and 2567.
		['29 ก.พ. 2567', '2024-02-29'],
		['29 ก.พ. 2566', null],
		['14 ธ.ค. 09', null],
		['๒๕๖๓', null],
		['14 ธ.ค. พ.ศ. 1966', null],
		['ตลอดชีพ', null],
	],
	Philippines: [
		['March 13,1985', '1985-03-13'],
		['MARCH 13, 1985', '1985-03-13'],
		['12/31/1990', '1990-12-31'],
		['1990/12/31', '1990-12-31'],
		['31/12/1990', null],
		['August **,1972', null],
	],
	Singapore: [
		['12/04/1988', '1988-04-12'],
		['12-04-1988', '1988-04-12'],
	],
	Malaysia: [['12-04-1988', '1988-04-12']],
	Indonesia: [
		['13-01-1987', '1987-01-13'],
		['JAKARTA 13-01-1987', null],
		['SEUMUR HIDUP', null],
	],
	Brazil: [
		['11/09/1977', '1977-09-11'],
		['11/SET/1977', '1977-09-11'],
		['11 set 1977', '1977-09-11'],
		['00/00/0000', null],
	],
	Mexico: [
		['19/01/1980', '1980-01-19'],
		['2022-2032', null],
		['2003 01', null],
	],
	International: [
		['19900411', '1990-04-11'],
		['11 Apr 1990', '1990-04-11'],
		['1997/10/01', '1997-10-01'],
		// Read the same in every country, because there is no month 15.
		['15-05-2015', '2015-05-15'],
		['05/15/2015', '2015-05-15'],
		['05/05/2015', '2015-05-05'],
		// The fifth of April, or the fourth of May.
		['05/04/2015', null],
		['11 APR/AVR 1990', null],
		['900411', null],
	],
};

describe.each(Object.entries(PRINTED) as Array<[Country, (typeof PRINTED)[Country]]>)(
	'%s',
	(country, printed) => {
		test.each(printed)('%j is %s', (text, iso) => expect(isoDate(text, country)).toBe(iso));
	},
);

test('the table above has every country', () => {
	expect(Object.keys(PRINTED).sort()).toEqual(Object.keys(COUNTRIES).sort());
});

/** Dates from 1900 to 2099, in UTC. */
const date = fc
	.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
	.map((day) => new Date(day.toISOString().slice(0, 10)));

/** How Unicode's data say that a country prints dates. */
const LOCALES: Array<[Country, locale: string, options: Intl.DateTimeFormatOptions]> = [
	['Vietnam', 'vi-VN', { day: 'numeric', month: 'numeric', year: 'numeric' }],
	['Vietnam', 'vi-VN', { day: '2-digit', month: '2-digit', year: 'numeric' }],
	['Korea', 'ko-KR', { dateStyle: 'long' }],
	['Korea', 'ko-KR', { day: 'numeric', month: 'numeric', year: 'numeric' }],
	['China', 'zh-CN', { dateStyle: 'long' }],
	['China', 'zh-CN', { day: '2-digit', month: '2-digit', year: 'numeric' }],
	['Hong Kong', 'en-HK', { day: 'numeric', month: 'numeric', year: 'numeric' }],
	['Hong Kong', 'zh-HK', { dateStyle: 'long' }],
	// Its years are Buddhist.
	['Thailand', 'th-TH', { day: 'numeric', month: 'short', year: 'numeric' }],
	['Thailand', 'th-TH', { day: 'numeric', month: 'numeric', year: 'numeric' }],
	['Thailand', 'th-TH-u-nu-thai', { day: 'numeric', month: 'long', year: 'numeric' }],
	['Thailand', 'en-GB', { day: 'numeric', month: 'short', year: 'numeric' }],
	['Singapore', 'en-SG', { day: 'numeric', month: 'numeric', year: 'numeric' }],
	['Malaysia', 'ms-MY', { day: 'numeric', month: 'numeric', year: 'numeric' }],
	['Indonesia', 'id-ID', { day: 'numeric', month: 'numeric', year: 'numeric' }],
	['Philippines', 'en-US', { day: 'numeric', month: 'numeric', year: 'numeric' }],
	['Philippines', 'en-US', { dateStyle: 'long' }],
	['Philippines', 'en-US', { dateStyle: 'medium' }],
	['Brazil', 'pt-BR', { day: '2-digit', month: '2-digit', year: 'numeric' }],
	['Mexico', 'es-MX', { day: '2-digit', month: '2-digit', year: 'numeric' }],
	['International', 'en-GB', { dateStyle: 'long' }],
	['International', 'sv-SE', { dateStyle: 'short' }],
];

test.each(LOCALES)('%s: dates as %s prints them with %j come back', (country, locale, options) => {
	const { format } = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
	fc.assert(
		fc.property(date, (day) => {
			expect([format(day), isoDate(format(day), country)]).toEqual([
				format(day),
				day.toISOString().slice(0, 10),
			]);
		}),
		{ seed: 17 },
	);
});

const countries = Object.keys(COUNTRIES) as Country[];

test('whatever a field holds is a date that exists, or null', () => {
	const text = fc.oneof(
		fc.string({ unit: 'grapheme' }),
		fc.string({
			unit: fc.constantFrom(...'0123456789./- 年月日년월일๑๒ngàythágnăm'),
			maxLength: 20,
		}),
		fc.anything(),
	);
	fc.assert(
		fc.property(fc.constantFrom(...countries), text, (country, value) => {
			const iso = isoDate(value, country);
			if (iso === null) return;
			expect(iso).toMatch(/^\d{4}-\d\d-\d\d$/);
			expect(new Date(iso).toISOString().slice(0, 10)).toBe(iso);
		}),
		{ seed: 17, numRuns: 5_000 },
	);
});

test('days and months that could be changed around are read only where one order is the rule', () => {
	const part = fc.integer({ min: 1, max: 12 });
	fc.assert(
		fc.property(part, part, fc.integer({ min: 1900, max: 2099 }), (one, other, year) => {
			const printed = `${one}/${other}/${year}`;
			const iso = isoDate(printed, 'International');
			expect(iso !== null).toBe(one === other);
			expect(isoDate(printed, 'Vietnam')).not.toBeNull();
		}),
		{ seed: 17 },
	);
});
