import type { TextPage } from '../textPage';
import { cellsOf } from './columns';
import type { LevelPage } from './levelPage';
import { levelPage } from './levelPage';
import type { Piece } from './pieces';
import { isPlaced, median } from './pieces';
import { printedWidth } from '../printedWidth';
import { isMostly, isNumber } from './prose';
import { piecesInOrder } from './readingOrder';
import { blankBetween, blanksAbove, usualBlank } from './spacing';
import { partsOf } from './tables';

/** A larger blank than usual by this begins a paragraph, in heights of print. */
const PARAGRAPH = 0.35;
/** Print that is so much larger than most is a heading, the largest first. */
const HEADINGS: Array<[mark: string, times: number]> = [
	['# ', 1.8],
	['## ', 1.4],
];
/** Its characters are wider, too: a high box alone may be a bracket. */
const WIDER = 1.2;

/** The text of pages in reading order, as Markdown. */
export const markdownOf = (pages: TextPage[]): string =>
	pages
		.map(({ lines }) => pageMarkdown(levelPage(lines, true)))
		.filter((text) => text !== '')
		.join('\n\n');

function pageMarkdown({ pieces, rows, size }: LevelPage): string {
	const headingOf = headingsOf(pieces, size);
	const parts = partsOf(rows.map(cellsOf), size).map((part) => {
		if (part.table) return { table: part.table, order: [] };
		const some = part.rows.flatMap((row) => row.flatMap((cell) => cell.pieces));
		return { order: piecesInOrder(some, size) };
	});
	const text = parts.flatMap(({ order }) => order.map((piece) => [piece]));
	const wide = usualBlank(blanksAbove(text), size) + PARAGRAPH * size;
	return parts
		.map(({ table, order }) => (table ? pipeTable(table) : paragraphsOf(order, wide, headingOf)))
		.join('\n\n');
}

function paragraphsOf(pieces: Piece[], wide: number, headingOf: (piece: Piece) => string): string {
	const paragraphs: Array<{ mark: string; lines: string[] }> = [];
	let last: Piece | undefined;
	for (const piece of pieces) {
		const mark = headingOf(piece);
		const text = escaped(piece.text);
		const paragraph = paragraphs.at(-1);
		const isSameRow = last?.place && last.place.row === piece.place?.row;
		const blank = blankBetween(last?.place, piece.place);
		const isNear =
			blank === undefined || (blank < wide && (isSameRow || blank > -piece.place!.height));
		const isSameBlock = last?.block === piece.block || isSameRow;
		last = piece;
		if (!paragraph || paragraph.mark !== mark || !isNear || !isSameBlock)
			paragraphs.push({ mark, lines: [text] });
		else if (isSameRow || mark) paragraph.lines.push(`${paragraph.lines.pop()} ${text}`);
		else paragraph.lines.push(text);
	}
	return paragraphs
		.map(({ mark, lines }) => mark + lines.map(escapedStart).join('\n'))
		.join('\n\n');
}

/** What stands before a piece: the mark of a heading, or nothing. */
function headingsOf(pieces: Piece[], size: number): (piece: Piece) => string {
	const characterWidth = ({ text, place }: Piece) =>
		place ? (place.right - place.left) / printedWidth(text) : 0;
	const usual = median(pieces.filter(isPlaced).map(characterWidth));
	return (piece) => {
		const { text, place } = piece;
		if (!place || isNumber(text) || characterWidth(piece) < WIDER * usual) return '';
		return HEADINGS.find(([, times]) => place.height >= times * size)?.[0] ?? '';
	};
}

/** The first row is the head of a table when it has no numbers, but a column below it has. */
function pipeTable(rows: string[][]): string {
	const [first, ...others] = rows;
	const isHead =
		first.every((text) => text !== '' && !/\d/.test(text)) &&
		first.some((_, column) => isMostly(others, (row) => isNumber(row[column])));
	const head = isHead ? first : first.map(() => '');
	const body = isHead ? others : rows;
	const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
	return [head.map(escaped), head.map(() => '---'), ...body.map((cells) => cells.map(escaped))]
		.map(row)
		.join('\n');
}

/** Text without what Markdown would read as its own signs. */
const escaped = (text: string): string =>
	text.replace(/[\\`*|]|<(?=[a-z/!?])|\](?=[(:[])|&(?=#?\w+;)|#(?=#*$)|_(?=\S)(?<!\w_)/gi, '\\$&');

/** Signs that mean something at the start of a line. Dashes and numbers stay: a list is one. */
const escapedStart = (line: string): string => line.replace(/^(?:[#>+=~]|-(?=[-\s]*$))/, '\\$&');
