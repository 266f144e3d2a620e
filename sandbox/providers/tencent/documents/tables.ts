import type { TextReader } from '../../../ocr/textReader';
import type { TextDetection } from '../textDetections';
import { pictureIn, type FileParameters } from './file';
import { printedRows, tablesIn, type PrintedRow } from './rows';
import { workbook } from './workbook';

const cellOf = (text: TextDetection, row: number, column: number) => ({
	...{ RowTl: row, ColTl: column, RowBr: row + 1, ColBr: column + 1 },
	...{ Text: text.DetectedText, Type: 'body', Confidence: text.Confidence, Polygon: text.Polygon },
});

const cellsOf = (table: PrintedRow[]) =>
	table.flatMap((row, index) => row.map((text, column) => cellOf(text, index, column)));

/** A file of the tables, as base64. */
const dataOf = (tables: PrintedRow[][]): string =>
	workbook(tables.flat().map((row) => row.map(({ DetectedText }) => DetectedText))).toString(
		'base64',
	);

/**
 * `RecognizeTableAccurateOCR`: rows with the same number of texts, at least two, are a table.
 *
 * @throws TencentError
 */
export async function accurateTables(
	bytes: Buffer,
	parameters: FileParameters,
	reader: TextReader,
): Promise<object> {
	const rows = await printedRows(reader, await pictureIn(bytes, parameters));
	const { tables, others } = tablesIn(rows, 2);
	const detections = [
		...others.map((row) => ({ Cells: cellsOf([row]), Type: 0, TableCoordPoint: null })),
		...tables.map((table) => ({ Cells: cellsOf(table), Type: 2, TableCoordPoint: null })),
	];
	return { TableDetections: detections, Data: dataOf(tables), PdfPageSize: 0, Angle: 0 };
}

/**
 * `TableOCR`: one table; text outside of it has the place -1.
 *
 * @throws TencentError
 */
export async function simpleTable(
	bytes: Buffer,
	parameters: FileParameters,
	reader: TextReader,
): Promise<object> {
	const rows = await printedRows(reader, await pictureIn(bytes, parameters));
	const { tables, others } = tablesIn(rows, 2);
	const outside = others.flat().map((text) => ({
		...cellOf(text, 0, 0),
		...{ RowTl: -1, ColTl: -1, RowBr: -1, ColBr: -1, Type: 'header' },
	}));
	const cells = [...outside, ...cellsOf(tables.flat())];
	return {
		TextDetections: cells.map((cell) => ({ ...cell, AdvancedInfo: '{}' })),
		Data: dataOf(tables),
	};
}
