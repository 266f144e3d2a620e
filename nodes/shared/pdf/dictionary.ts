import type { Budget } from './budget';

/** The keys that a page count needs. */
type Key = 'Count' | 'Filter' | 'First' | 'Length' | 'Linearized' | 'N' | 'Pages' | 'Root' | 'Type';

export type Dictionary = Partial<Record<Key, string>>;

const KEY = /^\/(?:Count|Filter|First|Length|Linearized|N|Pages|Root|Type)$/;
const TOKEN = /<<|>>|<[^<>]*>?|%[^\r\n]*|\/?[^\0\t\n\f\r ()<>[\]{}/%]+|[()[\]{}/>]/g;
const TOKEN_IN_STRING = /[()]|\\[^]/g;
/** The cost of starting, in bytes that could be read in that time. */
const START = 64;
/** A reference such as `2 0 R` has three, and nothing that matters has more. */
const MOST_TOKENS = 3;

/**
 * The values of a text's first dictionary, as text such as `/Catalog`, `12` or `2 0 R`. The content
 * of its strings, comments and inner dictionaries does not count.
 *
 * Source: ISO 32000-1, 7.2 "Lexical Conventions", 7.3 "Objects".
 */
export async function readDictionary(text: string, budget: Budget): Promise<Dictionary> {
	const entries = new Map<string, string[]>();
	/** Collects the tokens of the current value. */
	let value: string[] | undefined;
	let depth = 0;
	let arrays = 0;
	let openBrackets = 0;
	let position = 0;

	if (budget.spend(START)) await budget.rest();
	for (;;) {
		const pattern = openBrackets > 0 ? TOKEN_IN_STRING : TOKEN;
		pattern.lastIndex = position;
		const token = pattern.exec(text)?.[0];
		if (token === undefined) break;
		const end = pattern.lastIndex;
		if (budget.spend(end - position)) await budget.rest();
		position = end;

		if (openBrackets > 0) {
			if (token === '(') openBrackets++;
			if (token === ')') openBrackets--;
			continue;
		}
		if (token.startsWith('%')) continue;
		if (token === '>>' && --depth <= 0) break;
		if (depth === 1 && arrays === 0) {
			const isKey = token.startsWith('/') && value?.length !== 0;
			if (isKey) {
				value = [];
				if (KEY.test(token) && !entries.has(token)) entries.set(token, value);
			} else if (value && value.length < MOST_TOKENS) value.push(token);
		}
		if (token === '(') openBrackets = 1;
		if (token === '<<') depth++;
		if (depth === 1 && token === '[') arrays++;
		if (depth === 1 && token === ']' && arrays > 0) arrays--;
	}
	return Object.fromEntries([...entries].map(([key, tokens]) => [key.slice(1), tokens.join(' ')]));
}

/** The number of the object that a value refers to; undefined if it is not a reference. */
export function referenceOf(value = ''): number | undefined {
	const [, number] = /^(\d{1,10}) \d{1,10} R$/.exec(value) ?? [];
	return number === undefined ? undefined : Number(number);
}

/** A value, or an object, that is a number of up to ten digits. */
export function integerOf(value = ''): number | undefined {
	const [, number] = /^\s{0,9}\+?(\d{1,10})\b/.exec(value) ?? [];
	return number === undefined ? undefined : Number(number);
}
