import { Lexer } from '../syntax/lexer';
import { Oddity } from '../syntax/oddity';
import { decodeName } from '../syntax/values';
import { endOfInlineImage } from './inlineImage';

/** A number; a name; a string, or the strings of an array, as they stand in the content. */
export type Operand = number | string | Buffer[] | undefined;

/** An operator of a content, with what stands before it. */
export interface Operation {
	/** Such as `Tj`; `EI` for an inline image. */
	operator: string;
	operands: Operand[];
	/** How many bytes of the content it takes. */
	size: number;
}

const OPERATORS = new Set(
	(
		'b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M ' +
		'MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \' "'
	).split(' '),
);
const LONGEST_OPERATOR = 3;
const CONSTANTS = ['true', 'false', 'null'];

/** More than an operation of a producer has: reading on would keep n8n waiting. */
const MOST_BYTES = 1024 * 1024;
const MOST_TOKENS = 60_000;
const MOST_DEPTH = 60;

/**
 * Reads a page's operations one by one. What one stream of a content begins, the next one may end.
 *
 * Source: ISO 32000-1, 7.8.2 "Content Streams", Annex A "Operator Summary".
 *
 * @throws Oddity where the content is not exactly as the standard says
 */
export class Operations {
	private operands: Operand[] = [];
	/** The arrays and dictionaries that are open. */
	private readonly open: string[] = [];
	/** The strings of an open array. */
	private strings: Buffer[] = [];
	private tokens = 0;

	*read(content: Buffer): Generator<Operation, void> {
		const lexer = new Lexer(content);
		let start = 0;
		for (;;) {
			const token = lexer.next();
			const isTooLong = ++this.tokens > MOST_TOKENS || lexer.position - start > MOST_BYTES;
			if (isTooLong || token === 'odd') throw unreadable();
			if (token === 'end of text') return;
			if (token !== 'word') {
				this.addOperand(token, lexer);
				continue;
			}
			const operator = lexer.position - lexer.start <= 5 ? lexer.text() : '';
			if (CONSTANTS.includes(operator)) {
				if (this.open.length === 0) this.operands.push(undefined);
				continue;
			}
			const isKnown = operator.length <= LONGEST_OPERATOR && OPERATORS.has(operator);
			if (!isKnown || this.open.length > 0) throw unreadable();
			const { operands } = this;
			this.operands = [];
			this.tokens = 0;
			if (operator === 'ID') lexer.position = endOfInlineImage(content, lexer.position);
			const size = lexer.position - start;
			start = lexer.position;
			yield { operator: operator === 'ID' ? 'EI' : operator, operands, size };
		}
	}

	private addOperand(token: string, lexer: Lexer): void {
		const { open, operands } = this;
		if (token === '[' || token === '<<') {
			if (open.push(token) > MOST_DEPTH) throw unreadable();
		} else if (token === ']' || token === '>>') {
			if (open.pop() !== (token === ']' ? '[' : '<<')) throw unreadable();
			if (open.length > 0) return;
			operands.push(this.strings);
			this.strings = [];
		} else if (open.length > 0) {
			if (token === 'string') this.strings.push(this.bytesOf(lexer));
		} else if (token === 'number') operands.push(Number(lexer.text()));
		else if (token === 'name') operands.push(decodeName(lexer.text().slice(1)));
		else operands.push([this.bytesOf(lexer)]);
	}

	private bytesOf = ({ bytes, start, position }: Lexer) => bytes.subarray(start, position);
}

const unreadable = () => new Oddity('the content is not readable');
