import type { TextReader } from '../../../ocr/textReader';
import { fail } from '../errors';
import { textDetections, type TextDetection } from '../textDetections';

/** The texts that are printed in one row, from left to right. */
export type PrintedRow = TextDetection[];

/**
 * Reads the printed rows of an image.
 *
 * @throws TencentError for an image without text
 */
export async function printedRows(reader: TextReader, image: Buffer): Promise<PrintedRow[]> {
	const paragraphs = await reader
		.read(image)
		.catch(() => fail('FailedOperation.ImageDecodeFailed'));
	const pieces = textDetections(paragraphs, false);
	if (pieces.length === 0) fail('FailedOperation.ImageNoText');
	const rows: PrintedRow[] = [];
	const middle = ({ ItemPolygon: { Y, Height } }: TextDetection) => Y + Height / 2;
	for (const piece of [...pieces].sort((one, other) => middle(one) - middle(other))) {
		const row = rows.at(-1);
		const isSame = row && Math.abs(middle(row[0]) - middle(piece)) < piece.ItemPolygon.Height * 0.6;
		if (isSame) row.push(piece);
		else rows.push([piece]);
	}
	for (const row of rows) row.sort((one, other) => one.ItemPolygon.X - other.ItemPolygon.X);
	return rows;
}

/** Rows that follow each other and have the same number of columns, at least so many; and the others. */
export function tablesIn(rows: PrintedRow[], leastColumns: number) {
	const tables: PrintedRow[][] = [];
	const others: PrintedRow[] = [];
	let table: PrintedRow[] = [];
	const end = () => {
		if (table.length > 1) tables.push(table);
		else others.push(...table);
		table = [];
	};
	for (const row of rows) {
		if (table.length > 0 && table[0].length !== row.length) end();
		if (row.length >= leastColumns) table.push(row);
		else others.push(row);
	}
	end();
	return { tables, others };
}
