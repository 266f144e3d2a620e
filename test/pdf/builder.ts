import { deflateSync } from 'node:zlib';

interface Stream {
	/** The entries besides the length. */
	dictionary: string;
	data: Buffer | string;
}

/** Where an object is: a byte, or a place in an object stream. */
type Place = { offset: number } | { stream: number; index: number };

/** Writes a PDF by hand, with a cross-reference section that is right. */
export class PdfBuilder {
	private readonly pieces: Buffer[] = [];
	private length = 0;
	private section = new Map<number, Place>();
	private previous: number | undefined;

	constructor(header = '%PDF-1.7\n') {
		this.add(header);
	}

	add(bytes: Buffer | string): this {
		const piece = Buffer.from(bytes as string, 'latin1');
		this.pieces.push(piece);
		this.length += piece.length;
		return this;
	}

	object(number: number, value: string | Stream): this {
		this.section.set(number, { offset: this.length });
		if (typeof value === 'string') return this.add(`${number} 0 obj\n${value}\nendobj\n`);
		const data = Buffer.from(value.data as string, 'latin1');
		const length = /\/Length\b/.test(value.dictionary) ? '' : ` /Length ${data.length}`;
		return this.add(`${number} 0 obj\n<< ${value.dictionary}${length} >>\nstream\n`)
			.add(data)
			.add('\nendstream\nendobj\n');
	}

	objects(values: Record<number, string | Stream>): this {
		for (const [number, value] of Object.entries(values)) this.object(Number(number), value);
		return this;
	}

	objectStream(number: number, values: Record<number, string>): this {
		let [pairs, texts] = ['', ''];
		for (const [index, [of, text]] of Object.entries(values).entries()) {
			pairs += `${of} ${texts.length} `;
			texts += `${text} `;
			this.section.set(Number(of), { stream: number, index });
		}
		return this.object(number, {
			dictionary: `/Type /ObjStm /N ${Object.keys(values).length} /First ${pairs.length} /Filter /FlateDecode`,
			data: deflateSync(Buffer.from(pairs + texts, 'latin1')),
		});
	}

	/** Ends a version of the file with a table. */
	table(trailer = '/Root 1 0 R'): this {
		const start = this.length;
		const entries = [...this.section].flatMap(([number, place]) =>
			'offset' in place
				? [`${number} 1\n${String(place.offset).padStart(10, '0')} 00000 n \n`]
				: [],
		);
		this.add(`xref\n0 1\n0000000000 65535 f \n${entries.join('')}`);
		return this.add(`trailer\n<< /Size 100 ${trailer} ${this.prev()} >>\n`).end(start);
	}

	/** Ends a version of the file with a cross-reference stream, whose rows are predicted. */
	crossReferenceStream(number: number, trailer = '/Root 1 0 R'): this {
		const start = this.length;
		this.writeCrossReferenceStream(number, `${trailer} ${this.prev()}`);
		return this.end(start);
	}

	/** Ends a version with a table that hides what is in object streams from old readers. */
	hybrid(number: number, trailer = '/Root 1 0 R'): this {
		const start = this.length;
		this.writeCrossReferenceStream(number, '');
		return this.table(`${trailer} /XRefStm ${start}`);
	}

	file(): Buffer {
		return Buffer.concat(this.pieces);
	}

	private writeCrossReferenceStream(number: number, trailer: string): void {
		this.section.set(number, { offset: this.length });
		const rows = [...this.section].map(([, place]) => {
			const row = Buffer.alloc(6);
			row[0] = 'offset' in place ? 1 : 2;
			row.writeUInt32BE('offset' in place ? place.offset : place.stream, 1);
			row[5] = 'offset' in place ? 0 : place.index;
			return row;
		});
		// "Up": each byte is the difference from the one above.
		const predicted = rows.map((row, index) => [
			2,
			...row.map((byte, at) => byte - (index > 0 ? rows[index - 1][at] : 0)),
		]);
		const index = [...this.section.keys()].map((of) => `${of} 1`).join(' ');
		this.object(number, {
			dictionary: `/Type /XRef /Size 100 /W [1 4 1] /Index [${index}] /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 6 >> ${trailer}`,
			data: deflateSync(Buffer.from(predicted.flat())),
		});
	}

	private prev = () => (this.previous === undefined ? '' : `/Prev ${this.previous}`);

	private end(start: number): this {
		this.previous = start;
		this.section = new Map();
		return this.add(`startxref\n${start}\n%%EOF\n`);
	}
}

/** A content that shows a text. */
export const showing = (text: string): Stream => ({
	dictionary: '',
	data: `BT /F1 24 Tf 20 50 Td (${text}) Tj ET`,
});

/** A file of pages, whose objects are 1 (catalog), 2 (pages), 3 (font), 10, 11 … (pages), 20, 21 … */
export function pagesShowing(...texts: string[]): Record<number, string | Stream> {
	const kids = texts.map((_, index) => `${10 + index} 0 R`).join(' ');
	const objects: Record<number, string | Stream> = {
		1: '<< /Type /Catalog /Pages 2 0 R >>',
		2: `<< /Type /Pages /Kids [${kids}] /Count ${texts.length} /MediaBox [0 0 300 100] /Resources << /Font << /F1 3 0 R >> >> >>`,
		3: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
	};
	for (const [index, text] of texts.entries()) {
		objects[10 + index] = `<< /Type /Page /Parent 2 0 R /Contents ${20 + index} 0 R >>`;
		objects[20 + index] = showing(text);
	}
	return objects;
}
