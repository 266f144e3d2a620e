import { Lexer } from './lexer';
import { Oddity } from './oddity';

/** Where a value stands. */
interface Span {
	bytes: Buffer;
	start: number;
	/** The byte after the last one. */
	end: number;
}

export interface Reference extends Span {
	kind: 'reference';
	number: number;
	generation: number;
}

export interface Name extends Span {
	kind: 'name';
	/** Without the slash, and with `#20` and the like decoded. */
	name: string;
}

export interface Entry {
	key: Name;
	value: Value;
}

export interface Dictionary extends Span {
	kind: 'dictionary';
	entries: Map<string, Entry>;
}

/** An object of the standard, or a part of one, with its place. */
export type Value =
	| Dictionary
	| Reference
	| Name
	| (Span & { kind: 'array'; items: Value[] })
	| (Span & { kind: 'number' | 'string' | 'boolean' | 'null' });

/** Files of producers have no more, so that this stops only an attack. */
const MOST_DEPTH = 60;
/** Reading more in one go would keep n8n waiting. */
const MOST_BYTES = 1024 * 1024;
const MOST_TOKENS = 60_000;
/** The integers of ten digits include all offsets and numbers that a PDF can have. */
const MOST_DIGITS = 10;

interface Open {
	start: number;
	isArray: boolean;
	items: Value[];
}

/**
 * Reads one value, and the keyword after it.
 *
 * Source: ISO 32000-1, 7.3 "Objects".
 *
 * @returns the value, and what follows it: `endobj`, `stream` or `end of text`
 * @throws Oddity
 */
export function parseValue(lexer: Lexer): { value: Value; next: string } {
	const { bytes } = lexer;
	const limit = lexer.position + MOST_BYTES;
	const outer: Open = { start: lexer.position, isArray: true, items: [] };
	const stack: Open[] = [];
	let open = outer;
	let count = 0;

	for (;;) {
		const token = lexer.next();
		const { start, position: end } = lexer;
		if (end > limit || ++count > MOST_TOKENS) throw new Oddity('an object is too long');
		switch (token) {
			case 'name':
				open.items.push(nameOf(bytes, start, end));
				break;
			case 'number':
			case 'string':
				open.items.push({ kind: token, bytes, start, end });
				break;
			case '<<':
			case '[':
				if (stack.push(open) > MOST_DEPTH) throw new Oddity('an object is too deep');
				open = { start, isArray: token === '[', items: [] };
				break;
			case '>>':
			case ']': {
				const outside = stack.pop();
				if (!outside || open.isArray !== (token === ']')) {
					throw new Oddity('brackets do not match');
				}
				outside.items.push(
					open.isArray
						? { kind: 'array', items: open.items, bytes, start: open.start, end }
						: dictionaryOf(open.items, bytes, open.start, end),
				);
				open = outside;
				break;
			}
			case 'word':
				if (lexer.isWord('R')) open.items.push(referenceOf(open.items, bytes, end));
				else if (lexer.isWord('true') || lexer.isWord('false')) {
					open.items.push({ kind: 'boolean', bytes, start, end });
				} else if (lexer.isWord('null')) open.items.push({ kind: 'null', bytes, start, end });
				else return { value: onlyOf(outer, open), next: lexer.text().slice(0, 10) };
				break;
			case 'end of text':
				return { value: onlyOf(outer, open), next: token };
			case 'odd':
				throw new Oddity('an object is not readable');
		}
	}
}

function onlyOf(outer: Open, open: Open): Value {
	if (open !== outer || outer.items.length !== 1) throw new Oddity('an object is not one value');
	return outer.items[0];
}

function nameOf(bytes: Buffer, start: number, end: number): Name {
	return {
		kind: 'name',
		name: decodeName(bytes.toString('latin1', start + 1, end)),
		bytes,
		start,
		end,
	};
}

/** Source: ISO 32000-1, 7.3.5 "Name Objects". */
export const decodeName = (text: string): string =>
	text.includes('#')
		? text.replace(/#([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
		: text;

/** Takes the two numbers before an `R`. */
function referenceOf(items: Value[], bytes: Buffer, end: number): Reference {
	const second = items.pop();
	const first = items.pop();
	const generation = integerOf(second);
	const number = integerOf(first);
	if (!first || number === undefined || generation === undefined) {
		throw new Oddity('a reference is not readable');
	}
	return { kind: 'reference', number, generation, bytes, start: first.start, end };
}

function dictionaryOf(items: Value[], bytes: Buffer, start: number, end: number): Dictionary {
	const entries = new Map<string, Entry>();
	if (items.length % 2 !== 0) throw new Oddity('a dictionary has a key without a value');
	for (let index = 0; index < items.length; index += 2) {
		const key = items[index];
		if (key.kind !== 'name') throw new Oddity('a key is not a name');
		const value = items[index + 1];
		const known = entries.get(key.name);
		// Readers disagree on which of two values counts.
		if (known && textOf(known.value) !== textOf(value)) {
			throw new Oddity('a dictionary has a key twice');
		}
		if (!known) entries.set(key.name, { key, value });
	}
	return { kind: 'dictionary', entries, bytes, start, end };
}

/** A value that is an integer of zero or more. */
export function integerOf(value?: Value): number | undefined {
	if (value?.kind !== 'number' || value.end - value.start > MOST_DIGITS) return undefined;
	const text = textOf(value);
	return /^\d+$/.test(text) ? Number(text) : undefined;
}

/** The bytes of a value as they stand in the file, one character per byte. */
export const textOf = ({ bytes, start, end }: Value): string =>
	bytes.toString('latin1', start, end);

/** An entry of a dictionary. An entry that is null does not exist, says the standard. */
export function entryOf(value: Value | undefined, key: string): Value | undefined {
	if (value?.kind !== 'dictionary') return undefined;
	const entry = value.entries.get(key)?.value;
	return entry?.kind === 'null' ? undefined : entry;
}

/** The name that an entry is, such as `Page` for the key `Type`. */
export function nameAt(value: Value | undefined, key: string): string | undefined {
	const entry = entryOf(value, key);
	return entry?.kind === 'name' ? entry.name : undefined;
}

/** All references in a value. */
export function* referencesIn(value: Value): Generator<Reference, void> {
	if (value.kind === 'reference') yield value;
	else if (value.kind === 'array') for (const item of value.items) yield* referencesIn(item);
	else if (value.kind === 'dictionary') {
		for (const entry of value.entries.values()) yield* referencesIn(entry.value);
	}
}
