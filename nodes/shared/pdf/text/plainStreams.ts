import { inflate } from '../syntax/inflate';
import { Oddity } from '../syntax/oddity';
import { entryOf, type Value } from '../syntax/values';
import type { Budget } from '../syntax/budget';
import type { PdfObject } from '../structure/objectAt';
import { decodeAscii85 } from './ascii85';

/** The contents and character maps of a page that is worth its time have less. */
const MOST_BYTES = 8 * 1024 * 1024;
/** They are decoded in one go. */
const MOST_CHARACTERS = 1024 * 1024;

/**
 * Reads a page's streams: as they are, or with FlateDecode or ASCII85Decode, of at most 8 MB in all.
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
	 * @throws Oddity where it is too long, damaged, or has another filter
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
		const filters = filtersOf(value);
		if (filters[0] === 'ASCII85Decode') {
			if (data.length > MOST_CHARACTERS) throw unread();
			if (this.budget.spend(data.length)) await this.budget.rest();
			data = decodeAscii85(data);
			filters.shift();
		}
		if (filters.length === 0) {
			this.take(data.length);
			return data;
		}
		if (filters.length > 1 || filters[0] !== 'FlateDecode') throw unread();
		const pieces: Buffer[] = [];
		let length = 0;
		for await (const piece of inflate(data, this.budget)) {
			this.take(piece.length);
			pieces.push(piece);
			length += piece.length;
			if (length >= least) break;
		}
		return Buffer.concat(pieces, length);
	}

	private take(bytes: number): void {
		this.left -= bytes;
		if (this.left < 0) throw new Oddity('the content is too long');
	}
}

const unread = () => new Oddity('a filter of the content is not read');

function filtersOf(value: Value): string[] {
	if (entryOf(value, 'DecodeParms')) throw unread();
	const filter = entryOf(value, 'Filter');
	if (filter === undefined) return [];
	const filters = filter.kind === 'array' ? filter.items : [filter];
	return filters.map((item) => {
		if (item.kind !== 'name') throw unread();
		return item.name;
	});
}
