import type { Budget } from '../syntax/budget';

type Kind = 'obj' | 'endobj' | 'stream' | 'endstream' | 'trailer' | 'startxref';

/** A keyword of a PDF's outer structure, from its first byte to the byte after its last. */
interface Keyword {
	kind: Kind | 'end of file';
	start: number;
	end: number;
	/** The number of the object that `obj` begins. */
	number?: number;
}

/**
 * More lenient than the standard: an object may follow `endobj` without a space, and blanks and
 * other line breaks may follow `stream`. Repetitions are short, so that each byte is read only a
 * few times.
 */
const KEYWORD =
	/(\d{1,10})[\0\t\n\f\r ]{1,9}\d{1,5}[\0\t\n\f\r ]{1,9}obj\b|\bstream[ \t]{0,9}(?:\r\n|\n|\r)|\b(?:trailer|startxref)\b|endobj|endstream/g;
/** No keyword is longer. */
const LONGEST = 64;
/** How many bytes are converted to text at a time. */
const WINDOW = 64 * 1024;

/**
 * Finds the keywords of a file one by one.
 *
 * Source: ISO 32000-1, 7.3.8 "Stream Objects", 7.3.10 "Indirect Objects", 7.5.5 "File Trailer".
 */
export class Keywords {
	/** Where the search continues. */
	position = 0;
	private text = '';
	private textStart = 0;

	constructor(
		private readonly file: Buffer,
		private readonly budget: Budget,
	) {}

	/** The next keyword of one of these kinds. */
	async next(...kinds: Kind[]): Promise<Keyword> {
		const { file, budget } = this;
		while (this.position < file.length) {
			const from = this.position;
			const keyword = this.inWindow();
			this.position = keyword?.end ?? this.textStart + WINDOW;
			if (budget.spend(this.position - from)) await budget.rest();
			if (keyword && (kinds as string[]).includes(keyword.kind)) return keyword;
		}
		return { kind: 'end of file', start: file.length, end: file.length };
	}

	private inWindow(): Keyword | undefined {
		const isBeyond = this.position >= this.textStart + WINDOW;
		if (isBeyond || this.text === '') {
			this.textStart = this.position;
			this.text = this.file.toString('latin1', this.position, this.position + WINDOW + LONGEST);
		}
		KEYWORD.lastIndex = this.position - this.textStart;
		const match = KEYWORD.exec(this.text);
		if (!match || match.index >= WINDOW) return undefined;
		const [word, number] = match;
		const start = this.textStart + match.index;
		const end = start + word.length;
		if (number === undefined) return { kind: word.trimEnd() as Kind, start, end };
		return { kind: 'obj', start, end, number: Number(number) };
	}
}
