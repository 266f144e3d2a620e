import { inflateWhole } from '../syntax/inflate';
import { Lexer } from '../syntax/lexer';
import { Oddity } from '../syntax/oddity';
import { unpredict } from '../syntax/predictor';
import { entryOf, integerOf, nameAt, parseValue, type Value } from '../syntax/values';
import type { Budget } from '../syntax/budget';
import type { PdfObject } from './objectAt';

/** More than any object stream has that was not made as an attack. */
const MOST_INFLATED = 16 * 1024 * 1024;
/** How many plain bytes of object streams a file keeps. */
const MOST_KEPT = 4 * 1024 * 1024;
/** The cost of an object, in bytes that could be read in that time. */
const START = 64;

interface ObjectStream {
	plain: Buffer;
	numbers: number[];
	/** The first byte of each object, and the byte after the last object. */
	starts: number[];
	/** The first bytes in the order of the bytes, and the byte after the last object. */
	sorted: number[];
}

/**
 * The plain bytes of a stream of the file's own structure: not compressed, or with FlateDecode.
 *
 * @throws Oddity
 */
export async function plainBytes({ value, data }: PdfObject, budget: Budget): Promise<Buffer> {
	if (!data) throw new Oddity('a stream is missing');
	const filter = onlyItem(entryOf(value, 'Filter'));
	if (filter === undefined) return data;
	if (filter.kind !== 'name' || filter.name !== 'FlateDecode') {
		throw new Oddity('a filter of an object stream is not read');
	}
	const plain = await inflateWhole(data, MOST_INFLATED, budget);
	return await unpredict(plain, onlyItem(entryOf(value, 'DecodeParms')), budget);
}

/** Filters and their parameters may stand in an array, of one item here. */
function onlyItem(value: Value | undefined): Value | undefined {
	if (value?.kind !== 'array') return value;
	if (value.items.length > 1) throw new Oddity('a filter of an object stream is not read');
	return value.items[0];
}

/**
 * Reads objects out of object streams, and keeps the streams that it read last.
 *
 * Source: ISO 32000-1, 7.5.7 "Object Streams".
 */
export class ObjectStreams {
	private readonly kept = new Map<number, ObjectStream>();
	private bytes = 0;

	/**
	 * The object that stands at an index of an object stream.
	 *
	 * @throws Oddity
	 */
	async read(
		stream: number,
		index: number,
		load: () => Promise<PdfObject | undefined>,
		budget: Budget,
	): Promise<PdfObject> {
		const { plain, numbers, starts, sorted } = await this.streamOf(stream, load, budget);
		const start = starts[index];
		if (start === undefined) throw new Oddity('an object stream does not have an object');
		const lexer = new Lexer(plain, start, after(sorted, start));
		const { value, next } = parseValue(lexer);
		if (next !== 'end of text') throw new Oddity('an object is not one value');
		if (budget.spend(START + lexer.position - start)) await budget.rest();
		return { number: numbers[index], generation: 0, value };
	}

	private async streamOf(
		number: number,
		load: () => Promise<PdfObject | undefined>,
		budget: Budget,
	): Promise<ObjectStream> {
		const known = this.kept.get(number);
		if (known) {
			// The order of a Map is that of use.
			this.kept.delete(number);
			this.kept.set(number, known);
			return known;
		}
		const stream = await readStream(await load(), budget);
		if (this.kept.has(number)) return stream;
		this.kept.set(number, stream);
		this.bytes += stream.plain.length;
		for (const [oldest, { plain }] of this.kept) {
			if (this.bytes <= MOST_KEPT || oldest === number) break;
			this.kept.delete(oldest);
			this.bytes -= plain.length;
		}
		return stream;
	}
}

async function readStream(object: PdfObject | undefined, budget: Budget): Promise<ObjectStream> {
	if (!object || nameAt(object.value, 'Type') !== 'ObjStm') {
		throw new Oddity('an object stream is missing');
	}
	const count = integerOf(entryOf(object.value, 'N'));
	const first = integerOf(entryOf(object.value, 'First'));
	const plain = await plainBytes(object, budget);
	if (count === undefined || first === undefined || first > plain.length || count > first) {
		throw new Oddity('the numbers of an object stream are wrong');
	}
	const lexer = new Lexer(plain, 0, first);
	const integer = () => {
		const isShort = lexer.next() === 'number' && lexer.position - lexer.start <= 10;
		const integer = isShort ? Number(lexer.text()) : NaN;
		if (!Number.isSafeInteger(integer) || integer < 0) {
			throw new Oddity('the numbers of an object stream are wrong');
		}
		return integer;
	};
	const numbers: number[] = [];
	const starts: number[] = [];
	for (let index = 0; index < count; index++) {
		budget.keep();
		numbers.push(integer());
		starts.push(first + integer());
		if (budget.spend(10)) await budget.rest();
	}
	const sorted = [...starts, plain.length].sort((a, b) => a - b);
	return { plain, numbers, starts, sorted };
}

/** The first of sorted numbers that is larger than a number. */
function after(sorted: number[], number: number): number {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sorted[middle] > number) high = middle;
		else low = middle + 1;
	}
	if (low === sorted.length) throw new Oddity('the numbers of an object stream are wrong');
	return sorted[low];
}
