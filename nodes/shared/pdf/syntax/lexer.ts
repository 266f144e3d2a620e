/** What a token is. `word` is a keyword such as `obj` or `R`; `odd` is no token of the standard. */
export type Token =
	'name' | 'number' | 'word' | 'string' | '<<' | '>>' | '[' | ']' | 'end of text' | 'odd';

const [REGULAR, SPACE, DELIMITER] = [0, 1, 2];
const CLASSES = new Uint8Array(256);
for (const space of '\0\t\n\f\r ') CLASSES[space.charCodeAt(0)] = SPACE;
for (const delimiter of '()<>[]{}/%') CLASSES[delimiter.charCodeAt(0)] = DELIMITER;

const [LF, CR, PERCENT, SLASH, BACKSLASH] = [0x0a, 0x0d, 0x25, 0x2f, 0x5c];
const [OPEN, CLOSE, LESS, GREATER, OPEN_ARRAY, CLOSE_ARRAY] = [0x28, 0x29, 0x3c, 0x3e, 0x5b, 0x5d];
const [PLUS, MINUS, POINT, ZERO, NINE] = [0x2b, 0x2d, 0x2e, 0x30, 0x39];

/** No token of a producer is longer, with the space before it: reading on would keep n8n waiting. */
const LONGEST = 1024 * 1024;

export const isSpace = (byte: number): boolean => CLASSES[byte] === SPACE;

/**
 * Finds the tokens of a PDF one by one. Each byte is read once.
 *
 * Source: ISO 32000-1, 7.2 "Lexical Conventions", 7.3.3 "Numeric Objects", 7.3.4 "String Objects".
 */
export class Lexer {
	/** The first byte of the last token. */
	start: number;
	/** Where the current token has to end. */
	private limit: number;

	/**
	 * @param position where the next token is searched
	 * @param end where the text ends
	 */
	constructor(
		readonly bytes: Buffer,
		public position = 0,
		readonly end = bytes.length,
	) {
		this.start = position;
		this.limit = position;
	}

	/** The last token's text, one character per byte. */
	text(): string {
		return this.bytes.toString('latin1', this.start, this.position);
	}

	/** Whether the last token is this keyword. */
	isWord(word: string): boolean {
		const { bytes, start, position } = this;
		if (position - start !== word.length) return false;
		for (let index = 0; index < word.length; index++) {
			if (bytes[start + index] !== word.charCodeAt(index)) return false;
		}
		return true;
	}

	/** The next token. What is too long is odd, up to where it was read. */
	next(): Token {
		this.limit = Math.min(this.end, this.position + LONGEST);
		const token = this.read();
		return this.position === this.limit && this.limit < this.end ? 'odd' : token;
	}

	private read(): Token {
		this.skip();
		this.start = this.position;
		if (this.position >= this.limit) return 'end of text';
		const { bytes } = this;
		const first = bytes[this.position];
		if (CLASSES[first] === REGULAR) return this.regular();
		this.position++;
		if (first === SLASH) {
			this.skipRegular();
			return 'name';
		}
		if (first === OPEN) return this.string();
		if (first === OPEN_ARRAY) return '[';
		if (first === CLOSE_ARRAY) return ']';
		const isDouble = bytes[this.position] === first && this.position < this.limit;
		if (first === LESS && !isDouble) return this.hexadecimal();
		if (isDouble && (first === LESS || first === GREATER)) {
			this.position++;
			return first === LESS ? '<<' : '>>';
		}
		return 'odd';
	}

	/** White space and comments. */
	private skip(): void {
		const { bytes, limit } = this;
		let position = this.position;
		while (position < limit) {
			const byte = bytes[position];
			if (byte === PERCENT) {
				while (position < limit && bytes[position] !== LF && bytes[position] !== CR) position++;
			} else if (CLASSES[byte] === SPACE) position++;
			else break;
		}
		this.position = position;
	}

	private skipRegular(): void {
		const { bytes, limit } = this;
		while (this.position < limit && CLASSES[bytes[this.position]] === REGULAR) this.position++;
	}

	private regular(): Token {
		this.skipRegular();
		const { bytes, start, position } = this;
		const isSigned = bytes[start] === PLUS || bytes[start] === MINUS;
		let [digits, points] = [0, 0];
		for (let index = isSigned ? start + 1 : start; index < position; index++) {
			const byte = bytes[index];
			if (byte >= ZERO && byte <= NINE) digits++;
			else if (byte === POINT) points++;
			else return 'word';
		}
		return digits > 0 && points <= 1 ? 'number' : 'word';
	}

	private string(): Token {
		const { bytes, limit } = this;
		let [position, depth] = [this.position, 1];
		while (position < limit) {
			const byte = bytes[position++];
			if (byte === BACKSLASH) position++;
			else if (byte === OPEN) depth++;
			else if (byte === CLOSE && --depth === 0) {
				this.position = position;
				return 'string';
			}
		}
		this.position = limit;
		return 'odd';
	}

	private hexadecimal(): Token {
		const { bytes, limit } = this;
		let isOdd = false;
		while (this.position < limit) {
			const byte = bytes[this.position++];
			if (byte === GREATER) return isOdd ? 'odd' : 'string';
			const letter = byte | 0x20;
			const isDigit = (byte >= ZERO && byte <= NINE) || (letter >= 0x61 && letter <= 0x66);
			if (!isDigit && CLASSES[byte] !== SPACE) isOdd = true;
		}
		return 'odd';
	}
}
