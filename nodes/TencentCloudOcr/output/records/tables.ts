import type { IDataObject } from 'n8n-workflow';

import type { OcrResponse } from '../../../shared/engine/ocrOperation';
import { joined, leavesOf } from '../../../shared/output/documents/cells';
import { addColumns } from '../../../shared/output/documents/columns';
import { headerNames } from '../../../shared/output/documents/headerNames';
import { reviewColumns } from '../../../shared/output/documents/review';
import { isObject, numberOf, plainText, readText } from '../../../shared/output/values';
import { pageColumns, saidOn } from './said';

/** What the options of an operation make of the rows. */
export interface TableOptions {
	/** Whether the first row of a table has the names of its columns. */
	firstRowIsHeader: boolean;
	/** Whether a cell that spans several rows or columns is repeated in each of them. */
	fillMergedCells: boolean;
	/** Whether text outside of tables has rows, too. */
	textOutside: boolean;
	/** The lowest confidence of a row that needs no review, 0..1. */
	reviewBelow?: number;
}

/** A row of a table, and the Excel file of its page, which the page's first row has. */
export interface TableRow {
	row: IDataObject;
	excel?: string;
}

/** A cell in its table; rows and columns are counted from 0, and the last ones are exclusive. */
interface TableCell {
	text: string;
	/** 0..1; null if not known. */
	confidence: number | null;
	top: number;
	left: number;
	bottom: number;
	right: number;
}

/** A table, and the texts beside it. */
interface Table {
	cells: TableCell[];
	outside: Array<Pick<TableCell, 'text' | 'confidence'>>;
}

/** What no table has: a larger number is no place. */
const MOST_COLUMNS = 16_384;
const MOST_ROWS = 1_048_576;

/** Columns that the node makes itself. */
const OWN = ['confidence', 'needsReview', 'reviewReason'];

/**
 * The rows of the tables in a document, in which every row has the columns of the widest table.
 *
 * Source: "Data Types > TableInfo, TableCellInfo, TextTable"; that `RowBr` and `ColBr` are exclusive,
 * the samples of RecognizeTableAccurateOCR; that -1 is text outside, the sample of TableOCR.
 */
export function tableRows(responses: OcrResponse[], options: TableOptions): TableRow[] {
	const pages = responses.map((response) => ({ response, tables: tablesOn(saidOn(response)) }));
	const width = Math.max(0, ...pages.flatMap(({ tables }) => tables.map(widthOf)));
	return pages.flatMap(({ response, tables }) => {
		const rows: TableRow[] = [];
		let number = 0;
		for (const table of tables) {
			if (table.cells.length > 0) number++;
			rows.push(...rowsOf(table, number, width, options));
		}
		for (const each of rows) each.row = { ...pageColumns(response), ...each.row };
		const excel = readText(saidOn(response).Data);
		if (rows.length > 0 && excel !== '') rows[0].excel = excel;
		return rows;
	});
}

/** `TableDetections` are tables; `TextDetections` are the cells of one. */
function tablesOn({ TableDetections, TextDetections }: IDataObject): Table[] {
	if (!Array.isArray(TableDetections)) {
		return Array.isArray(TextDetections) ? [tableOf(TextDetections, true)] : [];
	}
	return (TableDetections as unknown[]).map((table) => {
		if (!isObject(table) || !Array.isArray(table.Cells)) return tableOf([table], false);
		const { Cells, Type, TableCoordPoint: _place, ...rest } = table;
		const { cells, outside } = tableOf(Cells, numberOf(Type) !== 0);
		return { cells, outside: [...outside, ...tableOf(Object.values(rest), false).outside] };
	});
}

/** @param isTable whether the cells have places; other text has none */
function tableOf(list: unknown[], isTable: boolean): Table {
	const table: Table = { cells: [], outside: [] };
	for (const cell of list) {
		const isCell = isObject(cell) && 'RowTl' in cell;
		const text = plainText(joined(leavesOf(isCell ? (cell.Text ?? '') : cell)));
		const percent = isCell ? numberOf(cell.Confidence) : null;
		const about = { text, confidence: percent === null ? null : percent / 100 };
		const edges = isCell && isTable ? edgesOf(cell) : undefined;
		if (edges) table.cells.push({ ...about, ...edges });
		else if (text !== '') table.outside.push(about);
	}
	return table;
}

/** The place of a cell; undefined for text outside of the table. */
function edgesOf({ RowTl, ColTl, RowBr, ColBr }: IDataObject) {
	const [top, left] = [placeOf(RowTl, MOST_ROWS), placeOf(ColTl, MOST_COLUMNS)];
	if (top === undefined || left === undefined) return undefined;
	const bottom = placeOf(RowBr, MOST_ROWS) ?? 0;
	const right = placeOf(ColBr, MOST_COLUMNS) ?? 0;
	return { top, left, bottom: Math.max(bottom, top + 1), right: Math.max(right, left + 1) };
}

function placeOf(value: unknown, most: number): number | undefined {
	const place = numberOf(value);
	return place !== null && Number.isInteger(place) && place >= 0 && place <= most
		? place
		: undefined;
}

const widthOf = ({ cells }: Table): number =>
	cells.reduce((most, { right }) => Math.max(most, right), 0);

/** A row on its way: what stands in its columns, and the confidences of what was read. */
interface Row {
	texts: Map<number, string[]>;
	confidences: number[];
}

function rowsOf(table: Table, number: number, width: number, options: TableOptions): TableRow[] {
	const rows = byRow(table, options.fillMergedCells);
	const header = options.firstRowIsHeader ? rows.shift()?.[1] : undefined;
	// Names of its own are no columns of another table.
	const names = namesOf(header, header ? widthOf(table) : width);
	const made = rows.map(([index, { texts, confidences }]) =>
		rowOf({ table: number, row: index + 1 }, names, texts, lowest(confidences), options),
	);
	const outside = options.textOutside ? table.outside : [];
	return [
		...made,
		...outside.map(({ text, confidence }) => {
			const texts = new Map([[0, [text]]]);
			return rowOf(
				{ table: null, row: null },
				['column1', ...names.slice(1)],
				texts,
				confidence,
				options,
			);
		}),
	];
}

function rowOf(
	place: IDataObject,
	names: string[],
	texts: Row['texts'],
	confidence: number | null,
	{ reviewBelow }: TableOptions,
): TableRow {
	const row = { ...place };
	const cells = names.map((name, column) => [name, joined(texts.get(column) ?? [])]);
	addColumns(row, Object.fromEntries(cells) as IDataObject, 'cell_', OWN);
	row.confidence = confidence;
	if (reviewBelow !== undefined) {
		const confidences = [['The row', confidence]] as const;
		Object.assign(row, reviewColumns({ below: reviewBelow, confidences }));
	}
	return { row };
}

/** The rows that have cells, in their order. */
function byRow({ cells }: Table, fillsMerged: boolean): Array<[index: number, row: Row]> {
	const rows = new Map<number, Row>();
	for (const { top } of cells) rows.set(top, { texts: new Map(), confidences: [] });
	for (const { text, confidence, top, left, bottom, right } of cells) {
		const own = fillsMerged ? [...rows].filter(([index]) => index >= top && index < bottom) : [];
		for (const row of fillsMerged ? own.map(([, each]) => each) : [rows.get(top)!]) {
			for (let column = left; column < (fillsMerged ? right : left + 1); column++) {
				row.texts.set(column, [...(row.texts.get(column) ?? []), text]);
			}
			// An empty cell has the confidence 0.
			if (text !== '' && confidence !== null) row.confidences.push(confidence);
		}
	}
	return [...rows].sort(([one], [other]) => one - other);
}

/** The names of the columns: those of the header, or `column1` to `columnN`. */
const namesOf = (header: Row | undefined, width: number): string[] => {
	const texts = Array.from({ length: width }, (_, column) =>
		joined(header?.texts.get(column) ?? []),
	);
	return headerNames(texts, width);
};

const lowest = (confidences: number[]): number | null =>
	confidences.reduce<number | null>((least, each) => Math.min(least ?? each, each), null);
