import type { IDataObject } from 'n8n-workflow';

import type { OcrResponse } from '../../../shared/engine/ocrOperation';
import type { Cells } from '../../../shared/output/documents/cells';
import { addCells, cellsOf, fieldCells, noCells } from '../../../shared/output/documents/cells';
import { addColumns, noColumns, valueColumns } from '../../../shared/output/documents/columns';
import { namesIn } from '../../../shared/output/documents/namesIn';
import type { SumFields } from '../../../shared/output/documents/sums';
import { checkSums } from '../../../shared/output/documents/sums';
import type { Country } from '../../../shared/output/documents/values/countries';
import { isObject } from '../../../shared/output/values';
import { edgesOf } from './corners';
import type { RecordRow } from './fieldRow';
import { INVOICE_TYPES } from './invoiceTypes';
import { pageColumns, saidOn } from './said';
import { words } from './words';

/** An invoice of a picture or page. */
interface Invoice {
	/** What is said about it: its page, its type, whether it was read, and where it is. */
	front: IDataObject;
	/** The name of its part in the response; null if it was not read. */
	type: string | null;
	cells: Cells;
	lines: Array<{ list: string; cells: Cells }>;
}

/** Columns that the node makes itself. */
const OWN = ['lineItems', 'list', 'lineItem', 'sumsMatch', 'checks'];

/** Where the sums of an invoice stand: the amounts of line items are those before tax. */
const SUMS: SumFields = {
	subTotal: 'PretaxAmount',
	tax: 'Tax',
	total: 'Total',
	quantity: 'Quantity',
	unitPrice: 'Price',
	amount: 'Total',
};

/** What is documented of each invoice beside its fields; `status` is its `Code`. */
const ABOUT = ['Type', 'SubType', 'TypeDescription', 'SubTypeDescription', 'status', 'Angle'];

/**
 * The rows of the invoices on the pages of a document: one per invoice, or one per line item.
 *
 * @param country whose rules the sums are checked by; without it, they are not checked
 */
export function invoiceRows(
	responses: OcrResponse[],
	perLine: boolean,
	country?: Country,
): RecordRow[] {
	const invoices = responses.flatMap(invoicesOn);
	return invoices.flatMap((invoice) => {
		const { cells, lines } = invoice;
		const pictures = [cells, ...lines.map((line) => line.cells)].flatMap((each) => each.pictures);
		const checks = country ? checksOf(invoice, country) : {};
		if (!perLine) {
			return [{ row: { ...rowOf(invoice), lineItems: lines.length, ...checks }, pictures }];
		}
		const columns = lineColumns(invoice);
		// An invoice without line items has a row, too.
		const count = Math.max(1, lines.length);
		return Array.from({ length: count }, (_, index) => ({
			row: { ...lineRow(invoice, index, columns), ...checks },
			pictures: index === 0 ? pictures : [],
		}));
	});
}

/** Whether the sums of an invoice match. */
function checksOf({ cells, lines }: Invoice, country: Country): IDataObject {
	const document = Object.fromEntries(cells.values) as IDataObject;
	const items = lines.map((line) => Object.fromEntries(line.cells.values) as IDataObject);
	return checkSums(document, items, SUMS, country).columns;
}

function rowOf({ front, type, cells }: Invoice): IDataObject {
	const fields = type === null ? [] : namesIn(INVOICE_TYPES[type]?.fields);
	const row = { ...front };
	addColumns(row, valueColumns(cells, { ...noColumns, fields }), 'invoice_', OWN);
	return row;
}

function lineRow(invoice: Invoice, index: number, columns: string[]): IDataObject {
	const line = index < invoice.lines.length ? invoice.lines[index] : undefined;
	const row = rowOf(invoice);
	row.list = line?.list ?? null;
	row.lineItem = line ? index + 1 : null;
	const cells = line?.cells ?? noCells();
	addColumns(row, valueColumns(cells, { ...noColumns, fields: columns }), 'item_', OWN);
	return row;
}

/** The columns of an invoice's line items. */
function lineColumns({ type, lines }: Invoice): string[] {
	const lists = type === null ? {} : (INVOICE_TYPES[type]?.lists ?? {});
	const documented = Object.values(lists).flatMap(namesIn);
	return [...new Set([...documented, ...lines.flatMap(({ cells }) => [...cells.values.keys()])])];
}

function invoicesOn(response: OcrResponse): Invoice[] {
	const { MixedInvoiceItems, TotalPDFCount: _, RequestId, ...rest } = saidOn(response);
	const list: unknown[] = Array.isArray(MixedInvoiceItems) ? MixedInvoiceItems : [];
	return list.map((item, index) => {
		const invoice = invoiceOf(item, pageColumns(response));
		if (index === 0) addCells(invoice.cells, fieldCells(rest, words));
		return invoice;
	});
}

function invoiceOf(item: unknown, page: IDataObject): Invoice {
	const { SingleInvoiceInfos, Polygon, Code, Page, ...rest } = isObject(item)
		? item
		: { SingleInvoiceInfos: item as IDataObject };
	const edges = edgesOf(Polygon);
	const [left, top, right, bottom] = edges ?? [];
	const unplaced = edges ? {} : { Polygon };
	const about = fieldCells({ ...rest, page: Page, status: Code, ...unplaced }, words);
	const front: IDataObject = {};
	for (const name of ['page', ...ABOUT]) {
		front[name] = about.values.get(name) ?? null;
		about.values.delete(name);
	}
	Object.assign(front, page);
	for (const [name, edge] of Object.entries({ left, top, right, bottom }))
		front[name] = edge ?? null;
	const invoice: Invoice = { front, type: null, cells: noCells(), lines: [] };
	readParts(SingleInvoiceInfos, invoice);
	addCells(invoice.cells, about);
	return invoice;
}

/** Reads the one part that is filled. */
function readParts(parts: unknown, invoice: Invoice): void {
	if (!isObject(parts)) return addCells(invoice.cells, cellsOf('SingleInvoiceInfos', parts, words));
	for (const [name, part] of Object.entries(parts)) {
		if (isObject(part) && invoice.type === null) {
			invoice.type = name;
			for (const field of Object.entries(part)) readField(field, invoice);
		} else addCells(invoice.cells, cellsOf(name, part, words));
	}
}

function readField([name, value]: [string, unknown], { cells, lines }: Invoice): void {
	const list: unknown[] = Array.isArray(value) ? value : [];
	if (list.length > 0 && list.every(isPair)) return addCells(cells, pairCells(list));
	if (!list.some(isObject)) return addCells(cells, cellsOf(name, value, words));
	for (const line of list) {
		const own = isObject(line) ? lineCells(line) : cellsOf(name, line, words);
		lines.push({ list: name, cells: own });
	}
}

/** The cells of a line item; those of an OtherInvoice are a list of names with their values. */
function lineCells(line: IDataObject): Cells {
	const cells = noCells();
	for (const [name, value] of Object.entries(line)) {
		const isPairs = Array.isArray(value) && value.length > 0 && (value as unknown[]).every(isPair);
		addCells(cells, isPairs ? pairCells(value as Pair[]) : fieldCells({ [name]: value }, words));
	}
	return cells;
}

/** A field with its name on the paper. */
interface Pair {
	Name: string;
	Value: unknown;
}

const isPair = (value: unknown): value is Pair =>
	isObject(value) &&
	typeof value.Name === 'string' &&
	value.Name.trim() !== '' &&
	Object.keys(value).sort().join() === 'Name,Value';

function pairCells(pairs: Pair[]): Cells {
	const cells = noCells();
	for (const { Name, Value } of pairs) {
		if (!cells.values.has(Name)) cells.values.set(Name, null);
		addCells(cells, cellsOf(Name, Value, words));
	}
	return cells;
}
