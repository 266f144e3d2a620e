import type { Country, CountryRules } from './countries';
import { rulesOf } from './countries';
import { plainValue } from './plainValue';

/** Before the era of Buddhist years. */
const BUDDHIST_OFFSET = 543;

const ENGLISH = [
	...['jan january', 'feb february', 'mar march', 'apr april', 'may', 'jun june', 'jul july'],
	...['aug august', 'sep sept september', 'oct october', 'nov november', 'dec december'],
];

/** Year first, with the same sign twice: `2022-03-05`, `2022. 3. 5.` */
const YEAR_FIRST =
	/^(?<year>\d{4}) ?(?<sign>[./-]) ?(?<month>\d{1,2}) ?\k<sign> ?(?<day>\d{1,2})\.?$/;

/** Year last, with the same sign twice: `05/03/2022`. */
const YEAR_LAST = {
	dmy: /^(?<day>\d{1,2}) ?(?<sign>[./-]) ?(?<month>\d{1,2}) ?\k<sign> ?(?<year>\d{4})$/,
	mdy: /^(?<month>\d{1,2}) ?(?<sign>[./-]) ?(?<day>\d{1,2}) ?\k<sign> ?(?<year>\d{4})$/,
};

const COMPACT = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/;

/** With the name of the month: `12 Jan. 1990`, `05-MAR-2022`, `March 13,1985`. */
const NAMED = [
	/^(?<day>\d{1,2})(?:st|nd|rd|th)?[ ./-]*(?<name>\p{L}[\p{L}\p{M}.]*)[ ./,-]*(?<year>\d{4})$/iu,
	/^(?<name>\p{L}[\p{L}\p{M}.]*) ?(?<day>\d{1,2})(?:st|nd|rd|th)?[ ,]+(?<year>\d{4})$/iu,
];

/** What may stand behind a date. */
const TIME =
	/[ T,]+(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?: ?[ap]m)?(?:Z|[+-]\d\d:?\d\d)?$/i;

/**
 * A date as `yyyy-mm-dd`, by the rules of a country. A time behind it is left out.
 *
 * @returns null for what does not fit the rules, has a year of two digits, does not exist, or means
 * two dates
 */
export function isoDate(value: unknown, country: Country): string | null {
	const rules = rulesOf(country);
	const text = withoutEra(plainValue(value).replace(TIME, ''), rules);
	if (text === '') return null;
	const dates = new Set<string>();
	for (const form of formsOf(rules)) {
		const date = dateOf(form.exec(text)?.groups, rules);
		if (date !== undefined) dates.add(date);
	}
	const [date, ...others] = dates;
	return date !== undefined && others.length === 0 ? date : null;
}

const formsOf = ({ yearLast, isCompact, forms = [] }: CountryRules): RegExp[] => [
	YEAR_FIRST,
	...yearLast.map((order) => YEAR_LAST[order]),
	...(isCompact ? [COMPACT] : []),
	...forms,
	...NAMED,
];

/** Thai dates without the words for "date" and "Buddhist era": the year says it already. */
const withoutEra = (text: string, { isBuddhist }: CountryRules): string =>
	isBuddhist ? text.replace(/^วันที่ ?/u, '').replace(/ ?พ\.? ?ศ\.? ?(?=2[4-6]\d\d$)/u, ' ') : text;

/** A date that exists, as `yyyy-mm-dd`. */
function dateOf(
	groups: Record<string, string> | undefined,
	rules: CountryRules,
): string | undefined {
	if (!groups) return undefined;
	const named = groups.name === undefined ? undefined : monthOf(groups.name, rules);
	const month = groups.month === undefined ? named : Number(groups.month);
	// A month in figures and in letters has to be the same.
	if (month === undefined || (groups.name !== undefined && named !== month)) return undefined;
	const year = yearOf(Number(groups.year), rules);
	if (year === undefined) return undefined;
	const date = new Date(Date.UTC(year, month - 1, Number(groups.day)));
	// JavaScript takes the 31st of February for a day in March.
	const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(groups.day);
	return exists ? date.toISOString().slice(0, 10) : undefined;
}

function yearOf(year: number, { isBuddhist }: CountryRules): number | undefined {
	if (isBuddhist && year >= 2400 && year < 2700) return year - BUDDHIST_OFFSET;
	return year >= 1800 && year < 2200 ? year : undefined;
}

/** The number of a month, from 1 on; undefined for any other word. */
function monthOf(name: string, { months = [] }: CountryRules): number | undefined {
	const word = name.toLowerCase().replaceAll('.', '');
	for (const names of [ENGLISH, months]) {
		const index = names.findIndex((list) => list.split(' ').includes(word));
		if (index >= 0) return index + 1;
	}
	return undefined;
}
