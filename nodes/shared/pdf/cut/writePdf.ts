/** An object as it is written: the text of its value, one character per byte, and its stream. */
export interface WrittenObject {
	number: number;
	generation: number;
	text: string;
	data?: Buffer;
}

/**
 * Writes a file of these objects, under their numbers.
 *
 * Source: ISO 32000-1, 7.5.2 "File Header", 7.5.4 "Cross-Reference Table", 7.5.5 "File Trailer".
 *
 * @param header such as `%PDF-1.7`
 * @param root the reference of the catalog
 */
export function writePdf(header: string, objects: WrittenObject[], root: string): Buffer {
	const pieces: Buffer[] = [];
	let length = 0;
	const write = (piece: Buffer | string) => {
		const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece;
		pieces.push(bytes);
		length += bytes.length;
	};
	const sorted = objects.slice().sort((a, b) => a.number - b.number);
	const entries = new Map([[0, '0000000000 65535 f\r\n']]);

	// Bytes above 127 tell programs that the file is not text.
	write(`${header}\n%\xe2\xe3\xcf\xd3\n`);
	for (const { number, generation, text, data } of sorted) {
		entries.set(number, `${digits(length, 10)} ${digits(generation, 5)} n\r\n`);
		write(`${number} ${generation} obj\n${text}\n`);
		if (data) {
			write('stream\n');
			write(data);
			write('\nendstream\n');
		}
		write('endobj\n');
	}
	const start = length;
	write(`xref\n${[...subsections(entries)].join('')}`);
	const size = (sorted.at(-1)?.number ?? 0) + 1;
	write(`trailer\n<< /Size ${size} /Root ${root} >>\nstartxref\n${start}\n%%EOF\n`);
	return Buffer.concat(pieces, length);
}

/** A subsection for each run of numbers without a gap. */
function* subsections(entries: Map<number, string>): Generator<string> {
	let [first, run]: [number, string[]] = [0, []];
	for (const [number, entry] of entries) {
		if (number !== first + run.length) {
			yield `${first} ${run.length}\n${run.join('')}`;
			[first, run] = [number, []];
		}
		run.push(entry);
	}
	yield `${first} ${run.length}\n${run.join('')}`;
}

const digits = (number: number, count: number) => String(number).padStart(count, '0');
