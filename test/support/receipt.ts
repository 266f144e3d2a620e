/**
 * A receipt, and what the outputs that keep its layout make of it, written by hand.
 *
 * Its characters are 10 pixels wide and 20 high, twice that in its title.
 */

/** Print of one row without a wide gap. */
export interface Piece {
	text: string;
	left: number;
	top: number;
	/** Height; a character is half as wide. */
	size: number;
}

const at = (left: number, top: number, text: string, size = 20): Piece => ({
	text,
	left,
	top,
	size,
});

/** The printed rows, from left to right. */
export const RECEIPT: Piece[][] = [
	[at(120, 100, 'CORNER MARKET', 40)],
	[at(100, 180, 'Whole milk'), at(360, 180, '2.58')],
	[at(100, 210, 'Rye bread'), at(360, 210, '3.20')],
	[at(100, 240, 'Olive oil 500 ml'), at(360, 240, '7.90')],
	[at(100, 290, 'TOTAL'), at(350, 290, '13.68')],
	[at(200, 340, 'Thank you')],
];

/** The upright box of a piece, or of words in it. */
export function boxOf({ text, left, top, size }: Piece) {
	return { left, top, right: left + (text.length * size) / 2, bottom: top + size };
}

/** The words of a piece, each where it stands. */
export function wordsIn({ text, left, top, size }: Piece): Piece[] {
	return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
		text: word,
		left: left + (index * size) / 2,
		top,
		size,
	}));
}

/** All items of the output `rows`. */
export const RECEIPT_ROWS = [
	row(1, ['CORNER MARKET', ''], { left: 120, top: 100, right: 380, bottom: 140 }),
	row(2, ['Whole milk', '2.58'], { left: 100, top: 180, right: 400, bottom: 200 }),
	row(3, ['Rye bread', '3.20'], { left: 100, top: 210, right: 400, bottom: 230 }),
	row(4, ['Olive oil 500 ml', '7.90'], { left: 100, top: 240, right: 400, bottom: 260 }),
	row(5, ['TOTAL', '13.68'], { left: 100, top: 290, right: 400, bottom: 310 }),
	row(6, ['Thank you', ''], { left: 200, top: 340, right: 290, bottom: 360 }),
];

function row(number: number, [column1, column2]: string[], box: object) {
	const text = `${column1} ${column2}`.trim();
	return { page: 1, pages: 1, row: number, text, confidence: 0.9, ...box, column1, column2 };
}

export const RECEIPT_LAYOUT = `
  CORNER MARKET

Whole milk                2.58
Rye bread                 3.20
Olive oil 500 ml          7.90

TOTAL                    13.68

          Thank you
`.slice(1, -1);

export const RECEIPT_MARKDOWN = `
# CORNER MARKET

|  |  |
| --- | --- |
| Whole milk | 2.58 |
| Rye bread | 3.20 |
| Olive oil 500 ml | 7.90 |
| TOTAL | 13.68 |

Thank you
`.slice(1, -1);

/** The item of an image without text in the output `rows`. */
export const EMPTY_ROW = {
	page: 1,
	pages: 1,
	row: null,
	text: '',
	confidence: null,
	left: null,
	top: null,
	right: null,
	bottom: null,
	column1: '',
};

/** The item of an image without text in the outputs of one item per document. */
export const EMPTY_DOCUMENT = {
	text: '',
	confidence: null,
	pages: 1,
	pagesRead: 1,
	lines: 0,
	words: 0,
};
