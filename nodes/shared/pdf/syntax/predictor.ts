import { Oddity } from './oddity';
import { entryOf, integerOf, type Value } from './values';
import type { Budget } from './budget';

const [NONE, FIRST_PNG] = [1, 10];
/** A row of a cross-reference stream has some five bytes. */
const MOST_COLUMNS = 1024;

/**
 * Undoes the prediction of a stream's bytes, for rows of bytes of one color as cross-reference
 * streams and object streams have.
 *
 * Source: ISO 32000-1, 7.4.4.4 "LZW and Flate Predictor Functions"; RFC 2083, 6 "Filter Algorithms".
 *
 * @throws Oddity
 */
export async function unpredict(data: Buffer, parameters: Value | undefined, budget: Budget) {
	const numberAt = (key: string, normal: number) => {
		const entry = entryOf(parameters, key);
		return entry ? integerOf(entry) : normal;
	};
	const predictor = numberAt('Predictor', NONE);
	if (predictor === NONE) return data;
	const columns = numberAt('Columns', 1);
	const isOfBytes = numberAt('Colors', 1) === 1 && numberAt('BitsPerComponent', 8) === 8;
	if (!predictor || predictor < FIRST_PNG || !isOfBytes || !columns || columns > MOST_COLUMNS) {
		throw new Oddity('a predictor is not known');
	}
	// Behind the last row, some producers write a line break.
	const rows = Math.floor(data.length / (columns + 1));

	const plain = Buffer.alloc(rows * columns);
	for (let row = 0; row < rows; row++) {
		const from = row * (columns + 1);
		unpredictRow(data.subarray(from, from + columns + 1), plain, row * columns);
		if (budget.spend(columns)) await budget.rest();
	}
	return plain;
}

/** Undoes the prediction of one row: its first byte says how each byte was predicted. */
function unpredictRow(row: Buffer, plain: Buffer, to: number): void {
	const columns = row.length - 1;
	const above = to - columns;
	for (let index = 0; index < columns; index++) {
		const left = index > 0 ? plain[to + index - 1] : 0;
		const up = above >= 0 ? plain[above + index] : 0;
		const upLeft = above >= 0 && index > 0 ? plain[above + index - 1] : 0;
		plain[to + index] = row[index + 1] + prediction(row[0], left, up, upLeft);
	}
}

function prediction(kind: number, left: number, up: number, upLeft: number): number {
	switch (kind) {
		case 0:
			return 0;
		case 1:
			return left;
		case 2:
			return up;
		case 3:
			return (left + up) >> 1;
		case 4: {
			const guess = left + up - upLeft;
			const [a, b, c] = [left, up, upLeft].map((byte) => Math.abs(guess - byte));
			if (a <= b && a <= c) return left;
			return b <= c ? up : upLeft;
		}
		default:
			throw new Oddity('a predictor is not known');
	}
}
