import { isSpace, Lexer } from '../syntax/lexer';
import { Oddity } from '../syntax/oddity';
import { entryOf, parseValue, type Value } from '../syntax/values';
import type { Budget } from '../syntax/budget';

/** An object of a file. */
export interface PdfObject {
	number: number;
	generation: number;
	/** Of a stream, its dictionary. */
	value: Value;
	/** Of a stream, its bytes as they stand in the file. */
	data?: Buffer;
}

/** The cost of an object, in bytes that could be read in that time. */
const START = 64;
const [LF, CR] = [0x0a, 0x0d];

/**
 * The object that stands at a place of a file, which has to be whole: from its header to its
 * `endobj`, with a stream as long as its length says.
 *
 * Source: ISO 32000-1, 7.3.8 "Stream Objects", 7.3.10 "Indirect Objects".
 *
 * @param lengthOf reads a stream's length
 * @throws Oddity
 */
export async function objectAt(
	file: Buffer,
	offset: number,
	lengthOf: (length: Value | undefined) => Promise<number | undefined>,
	budget: Budget,
): Promise<PdfObject> {
	const lexer = new Lexer(file, offset);
	const { number, generation } = readHeader(lexer);
	const { value, next } = parseValue(lexer);
	if (budget.spend(START + lexer.position - offset)) await budget.rest();
	if (next === 'endobj') return { number, generation, value };
	if (next !== 'stream') throw new Oddity('an object has no end');
	const start = startOfData(file, lexer.position);
	const length = await lengthOf(entryOf(value, 'Length'));
	if (length === undefined) throw new Oddity('a stream has no length');
	const end = start + length;
	checkEnd(file, end);
	return { number, generation, value, data: file.subarray(start, end) };
}

/** Reads `12 0 obj`. The place where a table points to has to be its first byte. */
function readHeader(lexer: Lexer): { number: number; generation: number } {
	const integer = () => {
		const isNumber = lexer.next() === 'number';
		const text = isNumber && lexer.position - lexer.start <= 10 ? lexer.text() : '';
		return /^\d+$/.test(text) ? Number(text) : undefined;
	};
	const number = integer();
	const generation = integer();
	const isHeader = lexer.next() === 'word' && lexer.isWord('obj');
	if (number === undefined || generation === undefined || !isHeader) {
		throw new Oddity('an object is not where the cross-reference table says');
	}
	return { number, generation };
}

/** A line break follows the keyword `stream`. */
function startOfData(file: Buffer, position: number): number {
	if (file[position] === LF) return position + 1;
	if (file[position] === CR && file[position + 1] === LF) return position + 2;
	throw new Oddity('a stream does not begin with a line break');
}

function checkEnd(file: Buffer, end: number): void {
	let position = end;
	while (position < end + 2 && isSpace(file[position])) position++;
	const lexer = new Lexer(file, position);
	const isEnd = lexer.next() === 'word' && lexer.start === position && lexer.isWord('endstream');
	if (!isEnd) throw new Oddity('the length of a stream is wrong');
	if (lexer.next() !== 'word' || !lexer.isWord('endobj')) throw new Oddity('an object has no end');
}
