import { isSpace, type Lexer } from '../syntax/lexer';
import { Oddity } from '../syntax/oddity';
import type { Budget } from '../syntax/budget';
import type { Places } from './places';

/** An entry such as `0000000123 00000 n` with its two bytes of line break. */
const ENTRY = 20;
const [OFFSET_DIGITS, GENERATION_AT, GENERATION_DIGITS, KIND_AT] = [10, 11, 5, 17];
const [ZERO, LF, CR, SPACE] = [0x30, 0x0a, 0x0d, 0x20];
const [IN_USE, FREE] = [0x6e, 0x66];

/**
 * Reads a table after its `xref`, up to its `trailer`.
 *
 * Source: ISO 32000-1, 7.5.4 "Cross-Reference Table".
 *
 * @returns the numbers of the objects that the table marks as free
 * @throws Oddity
 */
export async function readCrossReferenceTable(
	lexer: Lexer,
	places: Places,
	budget: Budget,
): Promise<number[]> {
	const { bytes } = lexer;
	const free: number[] = [];
	for (;;) {
		if (lexer.next() === 'word' && lexer.isWord('trailer')) return free;
		const first = integerOf(lexer);
		lexer.next();
		const count = integerOf(lexer);
		lexer.position = afterLineBreak(bytes, lexer.position);
		for (let index = 0; index < count; index++) {
			budget.keep();
			if (budget.spend(ENTRY)) await budget.rest();
			const number = first + index;
			const at = lexer.position;
			const offset = digitsAt(bytes, at, OFFSET_DIGITS);
			const generation = digitsAt(bytes, at + GENERATION_AT, GENERATION_DIGITS);
			const kind = bytes[at + KIND_AT];
			if ((kind !== IN_USE && kind !== FREE) || !isSpace(bytes[at + KIND_AT + 1]))
				throw unreadable();
			if (kind === FREE) free.push(number);
			else places.add(number, { offset, generation });
			// Some producers write a line break of one byte instead of two.
			lexer.position += isSpace(bytes[at + ENTRY - 1]) ? ENTRY : ENTRY - 1;
		}
	}
}

const unreadable = () => new Oddity('the cross-reference table is not readable');

function integerOf(lexer: Lexer): number {
	const text = lexer.position - lexer.start <= 10 ? lexer.text() : '';
	if (!/^\d+$/.test(text)) throw unreadable();
	return Number(text);
}

function digitsAt(bytes: Buffer, at: number, count: number): number {
	let number = 0;
	for (let index = at; index < at + count; index++) {
		const digit = bytes[index] - ZERO;
		if (!(digit >= 0 && digit <= 9)) throw unreadable();
		number = number * 10 + digit;
	}
	if (!isSpace(bytes[at + count])) throw unreadable();
	return number;
}

function afterLineBreak(bytes: Buffer, position: number): number {
	let end = position;
	while (bytes[end] === SPACE) end++;
	if (bytes[end] === CR && bytes[end + 1] === LF) return end + 2;
	if (bytes[end] === CR || bytes[end] === LF) return end + 1;
	throw unreadable();
}
