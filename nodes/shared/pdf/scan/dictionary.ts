import { Lexer } from '../syntax/lexer';
import type { Budget } from '../syntax/budget';

/** The keys that a page count needs. */
type Key = 'Count' | 'Filter' | 'First' | 'Length' | 'Linearized' | 'N' | 'Pages' | 'Root' | 'Type';

export type Dictionary = Partial<Record<Key, string>>;

const KEY = /^\/(?:Count|Filter|First|Length|Linearized|N|Pages|Root|Type)$/;
/** The cost of starting, in bytes that could be read in that time. */
const START = 64;
/** A reference such as `2 0 R` has three, and nothing that matters has more. */
const MOST_TOKENS = 3;
/** Of a token that matters. */
const LONGEST_TOKEN = 64;
/** The root of 100,000 pages that are all listed in it has less. */
const MOST_BYTES = 2 * 1024 * 1024;

/**
 * The values of a text's first dictionary, as text such as `/Catalog`, `12` or `2 0 R`. The content
 * of its strings, comments and inner dictionaries does not count, and neither does what is no token.
 *
 * Source: ISO 32000-1, 7.3 "Objects".
 */
export async function readDictionary(bytes: Buffer, budget: Budget): Promise<Dictionary> {
	const entries = new Map<string, string[]>();
	/** Collects the tokens of the current value. */
	let value: string[] | undefined;
	let depth = 0;
	let arrays = 0;
	const lexer = new Lexer(bytes.subarray(0, MOST_BYTES));

	if (budget.spend(START)) await budget.rest();
	for (;;) {
		const before = lexer.position;
		const token = lexer.next();
		if (budget.spend(lexer.position - before)) await budget.rest();
		if (token === 'end of text' || (token === '>>' && --depth <= 0)) break;
		if (depth === 1 && arrays === 0) {
			const text = lexer.position - lexer.start <= LONGEST_TOKEN ? lexer.text() : '';
			const isKey = token === 'name' && value?.length !== 0;
			if (isKey) {
				value = [];
				if (KEY.test(text) && !entries.has(text)) entries.set(text, value);
			} else if (value && value.length < MOST_TOKENS) value.push(text);
		}
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

/** A text that begins with a number of up to ten digits. */
export function integerOf(value = ''): number | undefined {
	const [, number] = /^\s{0,9}\+?(\d{1,10})\b/.exec(value) ?? [];
	return number === undefined ? undefined : Number(number);
}
