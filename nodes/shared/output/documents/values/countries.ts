/** Which sign groups thousands, and which one separates decimals; '' for none. */
export interface NumberSigns {
	thousands: '.' | ',' | '';
	decimal: '.' | ',';
}

/** How the documents of a country write dates and amounts. */
export interface CountryRules {
	/**
	 * The order of day and month where the year comes last, as in `05/03/2022`. Where it comes first,
	 * the order is year, month, day in all countries.
	 */
	yearLast: ReadonlyArray<'dmy' | 'mdy'>;
	/** Whether eight digits are a date: `20220305`. */
	isCompact?: boolean;
	/** Whether years from 2400 to 2699 count from 543 BC. */
	isBuddhist?: boolean;
	/** Dates with words of the country, with the groups `year`, `month` and `day`. */
	forms?: readonly RegExp[];
	/** The country's months, beside the English ones: the names and abbreviations of each. */
	months?: readonly string[];
	/** Several ways are fine if a number means the same in each that it fits. */
	numbers: readonly NumberSigns[];
	/** The signs and words of its money. An amount in any other money is no amount. */
	currency: string;
	/** The smallest amount that invoices print, in the unit of the money. */
	smallest: number;
}

const POINTS: NumberSigns = { thousands: '.', decimal: ',' };
const COMMAS: NumberSigns = { thousands: ',', decimal: '.' };
const XML: NumberSigns = { thousands: '', decimal: '.' };

const VIETNAM: CountryRules = {
	yearLast: ['dmy'],
	forms: [
		// Invoices print it in two languages, after the place: Hà Nội, Ngày (Date) 05 tháng (month) 03 năm (year) 2022.
		/^(?:[\p{L} .]+, *)?ngày(?: *\(\p{L}+\))? *(?<day>\d{1,2}) *tháng(?: *\(\p{L}+\))? *(?<month>\d{1,2}),? *năm(?: *\(\p{L}+\))? *(?<year>\d{4})\.?$/iu,
	],
	numbers: [POINTS],
	currency: 'đ ₫ VND VNĐ đồng',
	smallest: 1,
};

const KOREA: CountryRules = {
	yearLast: [],
	isCompact: true,
	forms: [
		/^(?<year>\d{4}) *년 *(?<month>\d{1,2}) *월 *(?<day>\d{1,2}) *일$/u,
		// Passports: 11 4월/APR 1990
		/^(?<day>\d{1,2}) *(?<month>\d{1,2})월 *\/ *(?<name>[a-z]{3}) *(?<year>\d{4})$/iu,
	],
	numbers: [COMMAS],
	currency: '₩ 원 KRW',
	smallest: 1,
};

const CHINA: CountryRules = {
	yearLast: [],
	isCompact: true,
	forms: [/^(?<year>\d{4}) *年 *(?<month>\d{1,2}) *月 *(?<day>\d{1,2}) *日$/u],
	numbers: [COMMAS],
	currency: '¥ 元 圆 人民币 RMB CNY',
	smallest: 0.01,
};

/** Where English is in use: 05/03/2022 is the fifth of March. */
const DAY_FIRST: CountryRules = {
	yearLast: ['dmy'],
	numbers: [COMMAS],
	currency: '$',
	smallest: 0.01,
};

/** What each country's documents look like. What fits none of its rules is not read. */
export const COUNTRIES = {
	Brazil: {
		yearLast: ['dmy'],
		months: ['jan', 'fev', 'mar', 'abr', 'mai', 'jun', 'jul', 'ago', 'set', 'out', 'nov', 'dez'],
		numbers: [POINTS],
		currency: 'R$ BRL',
		smallest: 0.01,
	},
	China: CHINA,
	'Hong Kong': { ...DAY_FIRST, forms: CHINA.forms, currency: '$ HK$ HKD 港币' },
	Indonesia: { yearLast: ['dmy'], numbers: [POINTS], currency: 'Rp Rp. IDR', smallest: 1 },
	/** Documents of any country: what two countries read differently is not read. */
	International: {
		yearLast: ['dmy', 'mdy'],
		isCompact: true,
		numbers: [POINTS, COMMAS],
		currency: '$ € £ ¥ ₩ ₫ đ ฿ USD EUR GBP CNY KRW VND THB JPY SGD',
		smallest: 0.01,
	},
	Korea: KOREA,
	Macao: { ...DAY_FIRST, forms: CHINA.forms, currency: 'MOP MOP$' },
	Malaysia: { ...DAY_FIRST, currency: 'RM MYR' },
	Mexico: { ...DAY_FIRST, currency: '$ MXN' },
	Philippines: { ...DAY_FIRST, yearLast: ['mdy'], currency: '₱ PHP' },
	Singapore: { ...DAY_FIRST, currency: '$ S$ SGD' },
	Thailand: {
		yearLast: ['dmy'],
		isBuddhist: true,
		months: [
			...['มค มกราคม', 'กพ กุมภาพันธ์', 'มีค มีนาคม', 'เมย เมษายน', 'พค พฤษภาคม', 'มิย มิถุนายน'],
			...['กค กรกฎาคม', 'สค สิงหาคม', 'กย กันยายน', 'ตค ตุลาคม', 'พย พฤศจิกายน', 'ธค ธันวาคม'],
		],
		numbers: [COMMAS],
		currency: '฿ บาท THB',
		smallest: 0.01,
	},
	Vietnam: VIETNAM,
	/** Invoices as XML have numbers of their own beside the printed ones: 100.000 may be a hundred. */
	'Vietnam (XML)': { ...VIETNAM, numbers: [POINTS, XML] },
} satisfies Record<string, CountryRules>;

/** Whose rules a document's dates and amounts follow. */
export type Country = keyof typeof COUNTRIES;

export const rulesOf = (country: Country): CountryRules => COUNTRIES[country];
