import type { IDataObject } from 'n8n-workflow';

import type { Cells } from '../../../shared/output/documents/cells';
import { cellsOf, fieldCells, joined, noCells } from '../../../shared/output/documents/cells';
import { headerNames } from '../../../shared/output/documents/headerNames';
import { isObject } from '../../../shared/output/values';
import type { ResponseBody } from '../responseBody';
import { isMissing } from '../responseBody';
import { lineItemCells } from './records';
import { words } from './words';

/** A row of a table. Counts begin at 1. */
export interface TableRow {
	page: number;
	/** null for a page that has no table, but something else. */
	table: number | null;
	row: number | null;
	/** How many cells it has. */
	width: number;
	/** The columns that its table has by its header. */
	columns?: string[];
	cells: Cells;
	/** What the page has beside its tables: of its first row, with the pictures. */
	beside: Cells;
	isFirst: boolean;
}

/** The tables of a page: lists of rows, which are lists of cells. */
interface Page {
	tables: unknown[][];
	beside: IDataObject;
}

/**
 * The rows of a response with tables. `data` is a list of pages, whose `json` holds the tables, or a
 * list of rows: the provider's page on tables says both.
 *
 * @param names the columns of the cells, where they have names
 * @param withHeader whether the first row of each table names its columns, and is no row
 * @returns undefined if any part of the response has another structure
 */
export function tableRowsOf(
	{ data }: ResponseBody,
	names: string[],
	withHeader = false,
): TableRow[] | undefined {
	if (data === undefined) return undefined;
	return pagesOf(data)?.flatMap(({ tables, beside }, page): TableRow[] => {
		const cells = fieldCells(beside, words);
		const rows = tables.flatMap((table, index) => {
			const all = table.filter((row) => !isMissing(row));
			const header = withHeader ? headerOf(all) : undefined;
			return (header ? all.slice(1) : all).map((row, at) => {
				const own = lineItemCells(row, header?.columns ?? names);
				if (header && at === 0) own.pictures.unshift(...header.pictures);
				return {
					...{ table: index + 1, row: at + 1, width: widthOf(row) },
					...{ columns: header?.columns, cells: own },
				};
			});
		});
		if (rows.length === 0 && cells.values.size > 0) {
			const nothing = { table: null, row: null, width: 0, cells: noCells() };
			return [{ page: page + 1, ...nothing, beside: cells, isFirst: true }];
		}
		return rows.map((row, index) => ({
			...{ page: page + 1, ...row },
			...{ beside: cells, isFirst: index === 0 },
		}));
	});
}

const widthOf = (row: unknown): number => [row].flat().length;

/**
 * The header of a table: its first row. A table of one row has none, because it would be left without
 * rows. Neither has one whose cells have labels: those are its columns.
 */
function headerOf(rows: unknown[]): (Pick<Cells, 'pictures'> & { columns: string[] }) | undefined {
	const [first] = rows;
	if (rows.length < 2 || !Array.isArray(first)) return undefined;
	if (first.some((cell) => isObject(cell) && 'label' in cell)) return undefined;
	const cells = first.map((cell) => cellsOf('column', cell, words));
	const texts = cells.map(({ values }) => joined([...values.values()]));
	const width = rows.reduce((most: number, row) => Math.max(most, widthOf(row)), 0);
	const columns = headerNames(texts, width);
	return { columns, pictures: cells.flatMap(({ pictures }) => pictures) };
}

function pagesOf(data: unknown): Page[] | undefined {
	if (isMissing(data)) return [];
	if (isPage(data)) return [pageOf(data)];
	if (!Array.isArray(data)) return undefined;
	// A row may be a list with one object that has the cells.
	const parts: unknown[] = data.map((part: unknown) =>
		Array.isArray(part) && part.length === 1 && isPage(part[0]) ? part[0] : part,
	);
	if (parts.some(isPage)) {
		const pages = parts.filter((part) => !isMissing(part));
		if (!pages.every(isPage)) return undefined;
		return pages.every(({ json }) => depthOf(json) <= 1) ? [rowsAsPage(pages)] : pages.map(pageOf);
	}
	const tables = tablesIn(parts);
	return tables && [{ tables, beside: {} }];
}

const isPage = (value: unknown): value is IDataObject & { json: unknown } =>
	isObject(value) && 'json' in value;

const pageOf = ({ json, ...beside }: IDataObject & { json: unknown }): Page => ({
	tables: tablesIn(json) ?? [],
	beside,
});

/** Objects of which each has the cells of a row. */
const rowsAsPage = (rows: Array<IDataObject & { json: unknown }>): Page => ({
	tables: [rows.map(({ json }) => json)],
	beside: Object.assign({}, ...rows.map((row) => pageOf(row).beside)) as IDataObject,
});

/** How many lists are around the cells. */
const depthOf = (value: unknown): number =>
	Array.isArray(value) ? 1 + Math.max(0, ...value.map(depthOf)) : 0;

/** The tables in a list of cells, of rows, or of tables. */
function tablesIn(value: unknown): unknown[][] | undefined {
	const depth = depthOf(value);
	if (depth <= 1) return isMissing(value) ? [] : [[value]];
	return depth === 2 ? [value as unknown[]] : (value as unknown[]).map((table) => [table].flat());
}
