import type { IDataObject } from 'n8n-workflow';

import type { OcrResponse } from '../../../shared/engine/ocrOperation';
import type { Cells } from '../../../shared/output/documents/cells';
import { addCells, cellsOf, joined, noCells } from '../../../shared/output/documents/cells';
import { addColumns, measuredColumns, noColumns } from '../../../shared/output/documents/columns';
import { isObject, listOf, readText } from '../../../shared/output/values';
import type { RecordRow } from './fieldRow';
import { readGroups } from './groups';
import { pageColumns, saidOn } from './said';
import { words } from './words';

/** What the parameters and the options of an operation make of the rows. */
export interface StructuredOptions {
	/** The names that were asked for: columns of every row, in this order. */
	asked: string[];
	/** The names of what is said of the whole page, such as its angle: the last columns. */
	about: string[];
	/** Whether to add the place of each field, in pixels. */
	fieldBoxes: boolean;
	/** Whether to add the column `fullText` to the rows of documents. */
	fullText: boolean;
	/** Whether each page of a PDF is a document of its own. */
	rowPerPage: boolean;
}

/** What was read of a document. */
interface Read {
	front: IDataObject;
	fields: Cells;
	/** The lines of its tables. */
	lines: Array<{ page?: number; cells: Cells }>;
	text: string[];
	about: Cells;
	/** What the provider added beside all this. */
	more: Cells;
}

/** Columns that the node makes itself. */
const OWN = ['page', 'pages', 'lineItems', 'lineItem', 'fullText', 'Angle', 'TokenNum'];

/**
 * The rows of the fields that were read: one per document, or one per line of its tables. The fields
 * of several pages are joined; what is the same on each of them is there once.
 */
export function structuredRows(
	responses: OcrResponse[],
	perLine: boolean,
	options: StructuredOptions,
): RecordRow[] {
	const documents = options.rowPerPage ? responses.map((each) => [each]) : [responses];
	return documents.flatMap((pages) => {
		const read = readPages(pages, options);
		const all = [read.fields, read.more, ...read.lines.map(({ cells }) => cells)];
		const pictures = all.flatMap((cells) => cells.pictures);
		if (!perLine) return [{ row: documentRow(read, options), pictures }];
		const columns = columnsOf(read, options.asked);
		// A document without line items has a row, too.
		const count = Math.max(1, read.lines.length);
		return Array.from({ length: count }, (_, index) => ({
			row: lineRow(read, index, columns, options),
			pictures: index === 0 ? pictures : [],
		}));
	});
}

function readPages(pages: OcrResponse[], { asked, about, rowPerPage }: StructuredOptions): Read {
	const { page: _, ...ofDocument } = pageColumns(pages[0]);
	const read: Read = {
		front: rowPerPage ? pageColumns(pages[0]) : ofDocument,
		...{ fields: noCells(), lines: [], text: [], about: noCells(), more: noCells() },
	};
	for (const response of pages) {
		const { StructuralList, WordList, RequestId, ...rest } = saidOn(response);
		const { fields, lines } = readGroups(StructuralList ?? [], asked);
		read.lines.push(...lines.map((cells) => ({ page: response.page, cells })));
		for (const [name, value] of Object.entries(rest)) {
			addCells(about.includes(name) ? read.about : read.more, cellsOf(name, value, words));
		}
		addPage(read.fields, fields);
		for (const line of listOf(WordList)) {
			const text = isObject(line) ? readText(line.DetectedText) : '';
			if (text !== '') read.text.push(text);
		}
	}
	return read;
}

/** Adds the fields of a page; a value that is known is not repeated. */
function addPage(known: Cells, page: Cells): void {
	const isNew = ([name, value]: [string, unknown]) =>
		!known.values.has(name) || known.values.get(name) !== value;
	addCells(known, { ...page, values: new Map([...page.values].filter(isNew)) });
}

function documentRow(
	{ front, fields, lines, text, about, more }: Read,
	options: StructuredOptions,
) {
	const row = { ...front };
	const { asked } = options;
	const valuesOf = (name: string) => [
		fields.values.get(name),
		// What was asked for and stands in a table is not left out.
		...lines.map(({ cells }) => cells.values.get(name)),
	];
	const values = asked.map((name) => [name, joined(valuesOf(name))]);
	addColumns(row, Object.fromEntries(values) as IDataObject, 'field_', OWN);
	addColumns(row, valuesWithout(fields, asked), 'field_', OWN);
	addColumns(row, valuesWithout(more, []), 'field_', OWN);
	row.lineItems = lines.length;
	if (options.fieldBoxes) addBoxes(row, fields, asked);
	if (options.fullText) row.fullText = text.join('\n') || null;
	for (const name of options.about) row[name] = about.values.get(name) ?? null;
	return row;
}

/** Which columns the rows of line items have. */
interface LineColumns {
	/** Those that were asked for, and whether their values are those of lines. */
	asked: Map<string, boolean>;
	/** Further ones of lines. */
	lines: string[];
	/** The fields that are no columns of the document, because the lines have them. */
	ofLines: string[];
}

function columnsOf({ fields, lines }: Read, asked: string[]): LineColumns {
	const inLines = new Set(lines.flatMap(({ cells }) => [...cells.values.keys()]));
	return {
		asked: new Map(asked.map((name) => [name, inLines.has(name)])),
		lines: [...inLines].filter((name) => !asked.includes(name)),
		// A field of the document with the name of a column that was asked for gets a prefix.
		ofLines: asked.filter((name) => !inLines.has(name) || !fields.values.has(name)),
	};
}

function lineRow(
	{ front, fields, lines, more }: Read,
	index: number,
	columns: LineColumns,
	{ fieldBoxes }: StructuredOptions,
): IDataObject {
	const line = index < lines.length ? lines[index] : undefined;
	const own = line?.cells ?? noCells();
	const row: IDataObject = { ...(line?.page !== undefined && { page: line.page }), ...front };
	const asked = [...columns.asked].map(([name, isOfLine]) => [
		name,
		(isOfLine ? own : fields).values.get(name) ?? null,
	]);
	addColumns(row, Object.fromEntries(asked) as IDataObject, 'field_', OWN);
	addColumns(row, valuesWithout(fields, columns.ofLines), 'field_', OWN);
	addColumns(row, valuesWithout(more, []), 'field_', OWN);
	row.lineItem = line ? index + 1 : null;
	const further = columns.lines.map((name) => [name, own.values.get(name) ?? null]);
	addColumns(row, Object.fromEntries(further) as IDataObject, 'item_', OWN);
	if (fieldBoxes) {
		addBoxes(row, fields, []);
		addBoxes(row, own, columns.lines);
	}
	return row;
}

const valuesWithout = ({ values }: Cells, names: string[]): IDataObject =>
	Object.fromEntries([...values].filter(([name]) => !names.includes(name)));

function addBoxes(row: IDataObject, cells: Cells, names: string[]): void {
	const documented = { ...noColumns, boxes: [...new Set([...names, ...cells.values.keys()])] };
	const measured = { fieldConfidences: false, fieldBoxes: true };
	addColumns(row, measuredColumns(cells, documented, measured), 'field_', OWN);
}
