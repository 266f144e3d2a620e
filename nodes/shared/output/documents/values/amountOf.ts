import type { Country, CountryRules, NumberSigns } from './countries';
import { rulesOf } from './countries';
import { plainValue } from './plainValue';

/** More digits than a number holds exactly. */
const TOO_MANY = 16;

/**
 * A printed number, such as an amount or a quantity, by the rules of a country. The country's money
 * may stand beside it. A minus before it, or parentheses around it, make it negative.
 *
 * @returns null for what does not fit the rules, or means two numbers. That is also a number with
 * three decimals that would be thousands elsewhere: 1,234 in Vietnam, 1.234 in Korea. A stroke behind
 * an amount is a minus in print, and by hand it only ends the amount.
 */
export function amountOf(value: unknown, country: Country): number | null {
	if (typeof value === 'number') return Number.isFinite(value) ? value : null;
	const rules = rulesOf(country);
	const text = plainValue(value).toLowerCase().replace(moneyOf(rules), ' ').trim();
	const [, before, figure, behind] = PRINTED.exec(text) ?? [];
	if (figure === undefined || (before === '(') !== (behind === ')')) return null;
	const number = figureOf(figure, rules);
	const isNegative = before !== '' && before !== '+';
	return number === null || number === 0 || !isNegative ? number : -number;
}

/** A figure with its sign, which Unicode has as a minus, a hyphen and a dash. */
const PRINTED = /^([-\u2212\u2013+(]?) ?(\d[\d.,]*) ?(\)?)$/;

/** What finds money in a text, by its names: making it takes longer than reading an amount. */
const known = new Map<string, RegExp>();

function moneyOf({ currency }: CountryRules): RegExp {
	const made = known.get(currency);
	if (made) return made;
	// The longest first: HK$ before $.
	const names = currency
		.toLowerCase()
		.split(' ')
		.sort((a, b) => b.length - a.length);
	const money = new RegExp(
		` ?(?:${names.map((name) => name.replace(/[$.]/g, '\\$&')).join('|')}) ?`,
		'g',
	);
	known.set(currency, money);
	return money;
}

/** The number that a figure means in all ways that it fits; null if it fits none, or means two. */
function figureOf(figure: string, { numbers }: CountryRules): number | null {
	if (figure.replace(/\D/g, '').replace(/^0+/, '').length >= TOO_MANY) return null;
	const meanings = new Set(
		numbers.map((signs) => meaningOf(figure, signs)).filter((number) => number !== undefined),
	);
	const [number, ...others] = meanings;
	return number === undefined || others.length > 0 || Number.isNaN(number) ? null : number;
}

/** @returns undefined for what does not fit, NaN for what may be thousands as well as decimals */
function meaningOf(figure: string, { thousands, decimal }: NumberSigns): number | undefined {
	const [whole, decimals, ...others] = figure.split(decimal);
	if (others.length > 0 || decimals === '') return undefined;
	if (decimals !== undefined && !/^\d+$/.test(decimals)) return undefined;
	const isPlain = /^\d+$/.test(whole);
	const isGrouped = thousands === ',' ? /^[1-9]\d{0,2}(,\d{3})+$/ : /^[1-9]\d{0,2}(\.\d{3})+$/;
	if (!isPlain && (thousands === '' || !isGrouped.test(whole))) return undefined;
	const isThousands = decimals?.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
	if (isThousands && thousands !== '') return NaN;
	return Number(`${whole.replace(/\D/g, '')}.${decimals ?? 0}`);
}
