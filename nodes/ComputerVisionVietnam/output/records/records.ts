import type { IDataObject } from 'n8n-workflow';

import type { Cells } from '../../../shared/output/documents/cells';
import {
	addCells,
	addMeasured,
	cellsOf,
	fieldCells,
	noCells,
} from '../../../shared/output/documents/cells';
import { takeOut } from '../../../shared/output/documents/takeOut';
import { isObject, numberOf } from '../../../shared/output/values';
import type { DocumentEntry } from './documentEntry';
import { isValid } from '../documents/sideItem';
import type { Side } from '../documents/sides';
import { sidesOf } from '../documents/sides';
import type { ResponseBody } from '../responseBody';
import { isMissing } from '../responseBody';
import { columnsOf } from './documentedTypes';
import { words } from './words';

/** A line item, or a row of a table within a document. */
export interface LineItem {
	/** The path of its list in `info`, such as `table`. */
	list: string;
	cells: Cells;
}

/** A document, as the provider read it. */
export interface DocumentRecord {
	/** Its type and its verdict. */
	side: Side;
	/** Counted from 1; undefined if the response does not say it. */
	page?: number;
	cells: Cells;
	lineItems: LineItem[];
}

/**
 * The documents in a response.
 *
 * @returns undefined if any part of the response has another structure
 */
export function recordsOf(body: ResponseBody, entry: DocumentEntry): DocumentRecord[] | undefined {
	const namesOf = (type: string | null) => columnsOf(entry, type).names;
	const read = (data: unknown, page?: number): DocumentRecord[] | undefined =>
		sidesOf({ data: data as IDataObject }, namesOf)?.map((side) => recordOf(side, entry, page));
	const { data } = body;
	if (data === undefined) return undefined;
	if (entry.shape === 'labels') return labelledPages(data, entry);
	if (entry.shape === 'profile') return profileRecords(data, read);
	if (!entry.isPerPage) return read(data);
	const pages = [data].flat().map((page, index) => read(page, index + 1));
	return pages.every((records) => records !== undefined) ? pages.flat() : undefined;
}

/** The lists of a profile's documents, by type. Pages in which nothing was read are documents, too. */
function profileRecords(
	data: unknown,
	read: (data: unknown) => DocumentRecord[] | undefined,
): DocumentRecord[] | undefined {
	if (!isObject(data)) return isMissing(data) ? [] : read(data);
	const isNegative = (name: string) => /_negative$/.test(name);
	const documents = Object.entries(data)
		.filter(([name]) => !isNegative(name))
		.flatMap(([type, list]) =>
			[list].flat(Infinity).flatMap((document: unknown) => {
				if (isMissing(document)) return [];
				if (!isObject(document)) return [{ type, info: { [type]: document } }];
				return [{ type, ...('info' in document ? document : { info: document }) }];
			}),
		);
	const negative = Object.entries(data)
		.filter(([name]) => isNegative(name))
		.map(([name, list]): [string, unknown[]] => [name, [list].flat()]);
	const count = Math.max(0, ...negative.map(([, list]) => list.length));
	const unread = Array.from({ length: count }, (_, index) => ({
		type: 'image_negative',
		info: Object.fromEntries(negative.map(([name, list]) => [name, list[index]])),
	}));
	return read([...documents, ...unread]);
}

/** The pages of a classified file. */
function labelledPages(data: unknown, entry: DocumentEntry): DocumentRecord[] | undefined {
	const pages: unknown[] = [data].flat(Infinity).filter((page) => !isMissing(page));
	const isPage = (page: unknown): page is IDataObject =>
		isObject(page) && ('label' in page || 'id' in page);
	if (!pages.every(isPage)) return undefined;
	return pages.map((info, index) => {
		// The provider counts from 0.
		const id = numberOf(info.id);
		return recordOf({ type: null, info }, entry, (id ?? index) + 1);
	});
}

function recordOf(side: Side, entry: DocumentEntry, page?: number): DocumentRecord {
	const { fields, lists } = columnsOf(entry, side.type);
	const info: IDataObject = { ...side.info };
	const lineItems: LineItem[] = [];
	for (const [path, { names }] of Object.entries(lists)) {
		for (const row of rowsOf(takeOut(info, path.split('.')))) {
			lineItems.push({ list: path, cells: lineItemCells(row, names) });
		}
	}
	const own = { ...side };
	// Only `True` and `False` are a verdict; the word may also be a field of the document.
	if (!isMissing(own.valid) && (fields.includes('info_valid') || isValid(own.valid) === null)) {
		info.info_valid = own.valid as IDataObject;
		own.valid = undefined;
	}
	if (side.image !== undefined) info.image = side.image;
	return { side: own, page, cells: fieldCells(info, words), lineItems };
}

const isCell = (value: unknown) => isObject(value) && 'value' in value;

/** The rows in a list of rows, or in a list of tables; a row is an object, or a list of cells. */
function rowsOf(value: unknown): unknown[] {
	if (isMissing(value)) return [];
	if (!Array.isArray(value)) return [value];
	if (value.some(Array.isArray)) {
		return value.flatMap((row: unknown) =>
			Array.isArray(row) && row.some(Array.isArray) ? rowsOf(row) : isMissing(row) ? [] : [row],
		);
	}
	return value.some(isCell) || !value.some(isObject)
		? [value]
		: value.filter((row) => !isMissing(row));
}

/**
 * The cells of a row.
 *
 * @param names those of its cells, where they have no label
 */
export function lineItemCells(row: unknown, names: string[]): Cells {
	const first = names[0] ?? 'column1';
	if (!Array.isArray(row)) {
		if (!isObject(row) || isCell(row)) return cellsOf(first, row, words);
		// What was measured of a row is documented as that of its first column.
		const { [words.confidence]: confidence, [words.box]: box, ...fields } = row;
		const cells = fieldCells(fields, words);
		if (confidence !== undefined) addMeasured(cells.confidences, first, confidence);
		if (box !== undefined) addMeasured(cells.boxes, first, box);
		return cells;
	}
	const cells = noCells();
	for (const [index, cell] of row.entries()) {
		const { label, ...rest } = isObject(cell) ? cell : { label: undefined };
		const isLabelled = typeof label === 'string' && label.trim() !== '';
		const name = isLabelled ? label : (names[index] ?? `column${index + 1}`);
		// A label without a value is a column, too.
		if (isLabelled && !cells.values.has(name)) cells.values.set(name, null);
		addCells(cells, cellsOf(name, isLabelled ? rest : cell, words));
	}
	return cells;
}
