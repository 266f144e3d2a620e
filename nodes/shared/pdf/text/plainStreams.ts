import { inflate } from '../syntax/inflate';
import { Oddity } from '../syntax/oddity';
import { unpredict } from '../syntax/predictor';
import { entryOf, integerOf, type Value } from '../syntax/values';
import type { Budget } from '../syntax/budget';
import type { PdfObject } from '../structure/objectAt';
import { decodeAscii85 } from './ascii85';
import { decodeLzw } from './lzw';

/** The contents and character maps of a page that is worth its time have less. */
const MOST_BYTES = 8 * 1024 * 1024;
/** What is decoded in one go, before and after. */
const [MOST_PACKED, MOST_UNPACKED] = [1024 * 1024, 2 * 1024 * 1024];

/** A filter, and what it is told. */
interface Filter {
	name: string;
	parameters?: Value;
}

/**
 * Reads a page's streams, of at most 8 MB in all.
 *
 * Source: ISO 32000-1, 7.4 "Filters".
 */
export class PlainStreams {
	private left = MOST_BYTES;
	private readonly kept = new Map<number, Buffer>();

	constructor(private readonly budget: Budget) {}

	/**
	 * The plain bytes of a stream, which is read only once.
	 *
	 * @throws Oddity where it is too long, damaged, or has a filter that is not read
	 */
	async read(stream: PdfObject): Promise<Buffer> {
		const known = this.kept.get(stream.number);
		if (known) return known;
		const plain = await this.plain(stream, Infinity);
		this.kept.set(stream.number, plain);
		return plain;
	}

	/** The beginning of a stream: at least so many bytes, if it has them. */
	async readStart(stream: PdfObject, least: number): Promise<Buffer> {
		return await this.plain(stream, least);
	}

	private async plain({ value, data }: PdfObject, least: number): Promise<Buffer> {
		if (!data || entryOf(value, 'F')) throw new Oddity('a stream is missing');
		let bytes = data;
		const filters = filtersOf(value);
		if (filters.length === 0) this.take(bytes);
		for (const [index, filter] of filters.entries()) {
			bytes = await this.decode(bytes, filter, index === filters.length - 1 ? least : Infinity);
		}
		return bytes;
	}

	private async decode(data: Buffer, { name, parameters }: Filter, least: number): Promise<Buffer> {
		if (name === 'FlateDecode') {
			return await unpredict(await this.inflated(data, least), parameters, this.budget);
		}
		if (data.length > MOST_PACKED) throw new Oddity('the content is too long');
		let plain: Buffer;
		if (name === 'ASCII85Decode') plain = decodeAscii85(data);
		else if (name === 'LZWDecode') {
			const early = integerOf(entryOf(parameters, 'EarlyChange')) ?? 1;
			plain = decodeLzw(data, early, MOST_UNPACKED);
			plain = await unpredict(plain, parameters, this.budget);
		} else throw new Oddity('a filter of the content is not read');
		if (this.budget.spend(data.length + plain.length)) await this.budget.rest();
		return this.take(plain);
	}

	private async inflated(data: Buffer, least: number): Promise<Buffer> {
		const pieces: Buffer[] = [];
		let length = 0;
		for await (const piece of inflate(data, this.budget)) {
			pieces.push(this.take(piece));
			length += piece.length;
			if (length >= least) break;
		}
		return Buffer.concat(pieces, length);
	}

	private take(bytes: Buffer): Buffer {
		this.left -= bytes.length;
		if (this.left < 0) throw new Oddity('the content is too long');
		return bytes;
	}
}

/** Filters and their parameters may stand in arrays. */
function filtersOf(value: Value): Filter[] {
	const names = itemsOf(entryOf(value, 'Filter'));
	const parameters = itemsOf(entryOf(value, 'DecodeParms'));
	return names.map((item, index) => {
		if (item.kind !== 'name' || parameters[index]?.kind === 'reference') {
			throw new Oddity('a filter of the content is not read');
		}
		return { name: item.name, parameters: parameters[index] };
	});
}

function itemsOf(value: Value | undefined): Value[] {
	if (value === undefined) return [];
	return value.kind === 'array' ? value.items : [value];
}
