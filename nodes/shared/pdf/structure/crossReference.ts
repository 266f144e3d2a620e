import { Lexer } from '../syntax/lexer';
import { Oddity } from '../syntax/oddity';
import { entryOf, integerOf, parseValue, type Dictionary, type Value } from '../syntax/values';
import type { Budget } from '../syntax/budget';
import { readCrossReferenceStream } from './crossReferenceStream';
import { readCrossReferenceTable } from './crossReferenceTable';
import { Places } from './places';

/** In the last bytes of a file stands where its newest cross-reference section begins. */
const LAST_BYTES = 1024;

/**
 * The places of a file's objects, and its newest trailer.
 *
 * Source: ISO 32000-1, 7.5.4 "Cross-Reference Table", 7.5.5 "File Trailer", 7.5.6 "Incremental
 * Updates", 7.5.8 "Cross-Reference Streams".
 *
 * @throws Oddity
 */
export async function readCrossReferences(
	file: Buffer,
	budget: Budget,
): Promise<{ places: Places; trailer: Dictionary }> {
	const places = new Places();
	const seen = new Set<number>();
	let newest: Dictionary | undefined;
	let offset: number | undefined = startOf(file);
	while (offset !== undefined) {
		const trailer = await readSection(file, offset, seen, places, budget);
		if (entryOf(trailer, 'Encrypt')) throw new Oddity('the file is encrypted');
		newest ??= trailer;
		offset = offsetOf(entryOf(trailer, 'Prev'));
	}
	return { places, trailer: newest! };
}

function startOf(file: Buffer): number {
	const end = file.subarray(Math.max(0, file.length - LAST_BYTES)).toString('latin1');
	const [, digits] =
		/startxref[\0\t\n\f\r ]+(\d{1,10})[\0\t\n\f\r ]+%%EOF/.exec(
			end.slice(Math.max(0, end.lastIndexOf('startxref'))),
		) ?? [];
	if (digits === undefined) throw new Oddity('the end of the file is missing');
	return Number(digits);
}

function offsetOf(value: Value | undefined): number | undefined {
	const offset = integerOf(value);
	if (value && offset === undefined) throw new Oddity('a trailer is not readable');
	return offset;
}

/** Adds a section's places, and returns its trailer. */
async function readSection(
	file: Buffer,
	offset: number,
	seen: Set<number>,
	places: Places,
	budget: Budget,
): Promise<Dictionary> {
	if (seen.has(offset)) throw new Oddity('the cross-reference sections are a loop');
	seen.add(offset);
	const lexer = new Lexer(file, offset);
	const isTable = lexer.next() === 'word' && lexer.isWord('xref');
	if (!isTable) return await readCrossReferenceStream(file, offset, places, budget);

	const free = await readCrossReferenceTable(lexer, places, budget);
	const { value: trailer } = parseValue(lexer);
	if (trailer.kind !== 'dictionary') throw new Oddity('a trailer is not readable');
	// In a file for readers of PDF 1.4 as well, this stream has the objects that the table hides.
	const hidden = offsetOf(entryOf(trailer, 'XRefStm'));
	if (hidden !== undefined) await readCrossReferenceStream(file, hidden, places, budget);
	for (const number of free) places.add(number, 'free');
	return trailer;
}
