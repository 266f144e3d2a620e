import type { IDataObject, IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Cells } from '../../../shared/output/documents/cells';
import { noCells } from '../../../shared/output/documents/cells';
import type { Measured } from '../../../shared/output/documents/columns';
import {
	addColumns,
	lowestConfidence,
	measuredColumns,
	noColumns,
	valueColumns,
} from '../../../shared/output/documents/columns';
import type { DocumentOutput } from '../../../shared/output/documents/fields';
import { withNormalized } from '../../../shared/output/documents/normalized';
import { attachFiles, namedPictures } from '../../../shared/output/documents/pictures';
import { reviewColumns } from '../../../shared/output/documents/review';
import type { SumChecks } from '../../../shared/output/documents/sums';
import { checkSums } from '../../../shared/output/documents/sums';
import type { ValueOptions } from '../../../shared/output/documents/valueOptions';
import { readValueOptions } from '../../../shared/output/documents/valueOptions';
import { isBlank } from '../../../shared/output/values';
import type { DocumentEntry } from './documentEntry';
import { hasLineItems } from './documentEntry';
import { hasVerdict, isPart, verdictOf, verdictWarning } from '../documents/sideItem';
import type { Side } from '../documents/sides';
import type { ResponseBody } from '../responseBody';
import { exceptionOf, isMissing, toCell, withRemarks } from '../responseBody';
import type { TypeColumns } from './documentedTypes';
import { columnsOf } from './documentedTypes';
import type { DocumentRecord, LineItem } from './records';
import { recordsOf } from './records';
import { tableRowsOf } from './tables';

/** What the options add to the rows. */
export interface RowOptions extends Measured, Partial<ValueOptions> {
	/** The fields that repeat parts of others as well, such as the district of an address. */
	allFields: boolean;
}

/** A row, and the pictures that belong to it. */
export interface RecordRow {
	row: IDataObject;
	pictures: Cells['pictures'];
}

/** The columns that the node makes itself. */
const OWN = [
	...['lineItems', 'list', 'lineItem', 'lineItemConfidence', 'confidence'],
	...['sumsMatch', 'checks', 'needsReview', 'reviewReason'],
];

/**
 * The items of a response with documents or tables.
 *
 * @param output any but `raw`
 */
export async function recordItems(
	context: IExecuteSingleFunctions,
	body: ResponseBody,
	entry: DocumentEntry,
	output: DocumentOutput,
): Promise<INodeExecutionData[]> {
	const isOn = (option: string) => context.getNodeParameter(`options.${option}`, false) as boolean;
	const options = {
		allFields: isOn('allFields'),
		fieldConfidences: isOn('fieldConfidences'),
		fieldBoxes: isOn('fieldBoxes'),
		...readValueOptions(context),
	};
	const rows = recordRows(body, entry, output, options) ?? [];
	return await Promise.all(
		rows.map(async ({ row, pictures }) => {
			const item: INodeExecutionData = { json: withRemarks(row, body) };
			await attachFiles(context, item, namedPictures(pictures));
			return item;
		}),
	);
}

/**
 * The rows of a response.
 *
 * @returns undefined if any part of it has another structure
 */
export function recordRows(
	body: ResponseBody,
	entry: DocumentEntry,
	output: DocumentOutput,
	options: RowOptions,
): RecordRow[] | undefined {
	if (entry.shape === 'tables') return tableRows(body, entry, options);
	const records = recordsOf(body, entry);
	const withVerdict = !!entry.hasVerdict || !!records?.some(({ side }) => hasVerdict(side));
	const exception = exceptionOf(body);
	const needsChecks = options.normalizeValues === true || options.reviewBelow !== undefined;
	return records?.flatMap((record, index) => {
		const checks = needsChecks ? checksOf(records, index, entry) : undefined;
		const about = { withVerdict, checks, exception };
		const rowOf = documentRow(record, entry, options, about);
		const pictures = [record, ...record.lineItems].flatMap(({ cells }) => cells.pictures);
		if (output === 'document') return [{ row: rowOf(), pictures }];
		const lines: Array<LineItem | undefined> = record.lineItems;
		// A document without line items has a row, too.
		return (lines.length > 0 ? lines : [undefined]).map((line, index) => ({
			row: rowOf({ line, index }),
			pictures: index === 0 ? pictures : [],
		}));
	});
}

const valuesOf = ({ cells }: { cells: Cells }): IDataObject => Object.fromEntries(cells.values);

/** Line items on the pages before an invoice's last one, which has the sums. */
function linesBefore(records: DocumentRecord[], index: number, entry: DocumentEntry): LineItem[] {
	const hasSums = ({ side, cells }: DocumentRecord) => {
		const { sums } = columnsOf(entry, side.type);
		return !sums || [sums.subTotal, sums.total].some((name) => !isBlank(cells.values.get(name)));
	};
	const last = records.slice(0, index).findLastIndex(hasSums);
	return records.slice(last + 1, index).flatMap(({ lineItems }) => lineItems);
}

/** What is found in the sums of an invoice; undefined for other documents. */
function checksOf(
	records: DocumentRecord[],
	index: number,
	entry: DocumentEntry,
): SumChecks | undefined {
	const record = records[index];
	const { sums, values } = columnsOf(entry, record.side.type);
	if (!sums) return undefined;
	const lineItems = record.lineItems.map(valuesOf);
	const earlier = entry.isPerPage ? linesBefore(records, index, entry).map(valuesOf) : [];
	return checkSums(valuesOf(record), lineItems, sums, values.country, earlier);
}

/** What rows say of their whole document. */
interface AboutDocument {
	withVerdict: boolean;
	checks: SumChecks | undefined;
	/** What the provider says of the whole response. */
	exception: string | undefined;
}

/** Makes the row of a document, or that of one of its line items. */
function documentRow(
	{ side, page, cells, lineItems }: DocumentRecord,
	entry: DocumentEntry,
	options: RowOptions,
	{ withVerdict, checks, exception }: AboutDocument,
) {
	const columns = columnsOf(entry, side.type);
	const isShown = (name: string) => options.allFields || !isPart(name);
	const isField = (name: string) => isShown(name) && !columns.pages.includes(name);
	const front: IDataObject = {
		...(page !== undefined && { page }),
		...(entry.shape !== 'labels' && { type: side.type }),
		...(withVerdict && { ...verdictOf(side), ...messageOf(side) }),
	};
	const { normalizeValues, reviewBelow } = options;
	const read = valueColumns(cells, columns, isField);
	const values = normalizeValues ? withNormalized(read, columns.values) : read;
	addColumns(front, values, 'info_', OWN);
	const measured = {
		...measuredColumns(cells, columns, options, isShown),
		...(options.fieldBoxes && pagesOf(cells, columns)),
	};
	const confidence = lowestConfidence([cells]);
	const verdict: IDataObject = {
		...(normalizeValues && checks?.columns),
		...(reviewBelow !== undefined &&
			reviewColumns({
				below: reviewBelow,
				confidences: confidencesOf({ cells, lineItems }),
				warnings: [verdictWarning(side, !!entry.hasVerdict), exception],
				checks,
			})),
	};

	return (item?: { line: LineItem | undefined; index: number }): IDataObject => {
		const row = { ...front };
		if (item) addLineItem(row, item, columns, options);
		else if (hasLineItems(entry)) row.lineItems = lineItems.length;
		addColumns(row, measured, 'info_', OWN);
		row.confidence = confidence;
		return Object.assign(row, verdict);
	};
}

/** The confidences of a document and of its line items, by what they are of. */
const confidencesOf = ({
	cells,
	lineItems,
}: Pick<DocumentRecord, 'cells' | 'lineItems'>): Array<[string, unknown]> => [
	...cells.confidences,
	...lineItems.flatMap((line, index) =>
		[...line.cells.confidences].map(([name, list]): [string, unknown] => [
			`${name} of line item ${index + 1}`,
			list,
		]),
	),
];

/** The pages on which fields stand. */
const pagesOf = ({ values }: Cells, { pages }: TypeColumns): IDataObject =>
	Object.fromEntries(pages.map((name) => [name, values.get(name) ?? null]));

/** What the provider says beside a good verdict, unless it is the word for one. */
const messageOf = ({ invalidMessage }: Side) =>
	!isMissing(invalidMessage) && !/^success/i.test(String(invalidMessage))
		? { invalidMessage: toCell(invalidMessage) }
		: {};

function addLineItem(
	row: IDataObject,
	{ line, index }: { line: LineItem | undefined; index: number },
	{ lists, values }: TypeColumns,
	options: RowOptions,
): void {
	const cells = line?.cells ?? noCells();
	const fields = Object.values(lists).flatMap((list) => list.columns);
	const documented = { fields, confidences: fields, boxes: fields };
	row.list = line?.list ?? null;
	row.lineItem = line ? index + 1 : null;
	const read = valueColumns(cells, documented);
	addColumns(row, options.normalizeValues ? withNormalized(read, values) : read, 'item_', OWN);
	addColumns(row, measuredColumns(cells, documented, options), 'item_', OWN);
	row.lineItemConfidence = lowestConfidence([cells]);
}

function tableRows(
	body: ResponseBody,
	entry: DocumentEntry,
	options: RowOptions,
): RecordRow[] | undefined {
	const { fields: names, values } = columnsOf(entry, null);
	const { normalizeValues, reviewBelow, firstRowIsHeader } = options;
	const rows = tableRowsOf(body, names, firstRowIsHeader);
	const exception = exceptionOf(body);
	// Without a header, every row of a response has the columns of its widest one.
	const count = rows?.reduce((most, { width }) => Math.max(most, width), 0) ?? 0;
	const numbered = Array.from({ length: count }, (_, index) => `column${index + 1}`);
	const all = [...names, ...numbered.slice(names.length)];
	return rows?.map(({ page, table, row: number, columns: fields = all, ...rest }) => {
		const { cells, beside, isFirst } = rest;
		const documented = { fields, confidences: fields, boxes: fields };
		const row: IDataObject = { page, table, row: number };
		const read = valueColumns(cells, documented);
		addColumns(row, normalizeValues ? withNormalized(read, values) : read, 'cell_', OWN);
		addColumns(row, measuredColumns(cells, documented, options), 'cell_', OWN);
		row.confidence = lowestConfidence([cells]);
		if (reviewBelow !== undefined) {
			const { confidences } = cells;
			const warnings = [exception];
			Object.assign(row, reviewColumns({ below: reviewBelow, confidences, warnings }));
		}
		addColumns(row, Object.fromEntries(beside.values), 'page_');
		addColumns(row, measuredColumns(beside, noColumns, options), 'page_');
		return { row, pictures: [...(isFirst ? beside.pictures : []), ...cells.pictures] };
	});
}
