import { Lexer } from '../syntax/lexer';
import { Oddity } from '../syntax/oddity';
import type { Budget } from '../syntax/budget';
import { kindOf, type Codes } from './codes';
import { stringBytes } from './strings';

/** The standard allows 100 characters at a time, which not all producers know. */
const MOST_OPERANDS = 60_000;
/** In bytes that could be read in that time. */
const COST_OF_CODE = 16;

/**
 * Adds what a ToUnicode map says about the codes of a font. Codes that it does not name stay as they
 * are.
 *
 * Source: ISO 32000-1, 9.10.3 "ToUnicode CMaps".
 *
 * @throws Oddity
 */
export async function readToUnicode(map: Buffer, codes: Codes, budget: Budget): Promise<void> {
	const lexer = new Lexer(map);
	let operands: Array<Buffer | Buffer[]> = [];
	let array: Buffer[] | undefined;
	let start = 0;
	for (;;) {
		const token = lexer.next();
		if (budget.spend(lexer.position - start)) await budget.rest();
		start = lexer.position;
		if (token === 'end of text') return;
		// Names and dictionaries say where the map comes from.
		if (token === '[') array = [];
		else if (token === ']' && array) {
			operands.push(array);
			array = undefined;
		} else if (token === 'string') {
			(array ?? operands).push(stringBytes(map.subarray(lexer.start, lexer.position)));
			if ((array ?? operands).length > MOST_OPERANDS) throw unreadable();
		} else if (token === 'word') {
			if (lexer.isWord('endbfchar')) addCharacters(operands, codes);
			else if (lexer.isWord('endbfrange') && addRanges(operands, codes, budget))
				await budget.rest();
			operands = [];
		}
	}
}

const unreadable = () => new Oddity('a ToUnicode map is not readable');

function addCharacters(operands: Array<Buffer | Buffer[]>, { kinds }: Codes): void {
	for (let index = 0; index + 1 < operands.length; index += 2) {
		const [code, target] = [numberOf(operands[index]), operands[index + 1]];
		if (code < kinds.length) kinds[code] = kindOfTarget(target, 0);
	}
}

/** @returns whether to rest now */
function addRanges(operands: Array<Buffer | Buffer[]>, { kinds }: Codes, budget: Budget): boolean {
	let isLong = false;
	for (let index = 0; index + 2 < operands.length; index += 3) {
		const [first, last] = [numberOf(operands[index]), numberOf(operands[index + 1])];
		// Only the last byte of a code counts in a range, says the standard.
		const end = Math.min(first - (first % 256) + (last % 256), kinds.length - 1);
		if (end < first) continue;
		isLong = budget.spend((end - first) * COST_OF_CODE) || isLong;
		const target = operands[index + 2];
		for (let code = first; code <= end; code++) {
			const item = Array.isArray(target) ? target[code - first] : target;
			kinds[code] = kindOfTarget(item, Array.isArray(target) ? 0 : code - first);
		}
	}
	return isLong;
}

function numberOf(code: Buffer | Buffer[]): number {
	if (Array.isArray(code) || code.length === 0 || code.length > 4) throw unreadable();
	return code.readUIntBE(0, code.length);
}

/** The kind of the characters that a code stands for, which are UTF-16. */
function kindOfTarget(target: Buffer | Buffer[] | undefined, offset: number): number {
	if (!target || Array.isArray(target) || target.length === 0) return kindOf(0);
	if (target.length === 1) return kindOf(target[0] + offset);
	const isAlone = target.length === 2;
	return kindOf(target.readUInt16BE(0) + (isAlone ? offset : 0));
}
