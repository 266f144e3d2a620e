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
import { attachFiles, namedPictures } from '../../../shared/output/documents/pictures';
import type { DocumentEntry } from './documentEntry';
import { hasLineItems } from './documentEntry';
import { hasVerdict, isPart, verdictOf } from '../documents/sideItem';
import type { Side } from '../documents/sides';
import type { ResponseBody } from '../responseBody';
import { isMissing, toCell, withRemarks } from '../responseBody';
import type { TypeColumns } from './documentedTypes';
import { columnsOf } from './documentedTypes';
import type { DocumentRecord, LineItem } from './records';
import { recordsOf } from './records';
import { tableRowsOf } from './tables';

/** What the options add to the rows. */
export interface RowOptions extends Measured {
	/** The fields that repeat parts of others as well, such as the district of an address. */
	allFields: boolean;
}

/** A row, and the pictures that belong to it. */
export interface RecordRow {
	row: IDataObject;
	pictures: Cells['pictures'];
}

/** The columns that the node makes itself. */
const OWN = ['lineItems', 'list', 'lineItem', 'lineItemConfidence', 'confidence'];

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
	return records?.flatMap((record) => {
		const rowOf = documentRow(record, entry, options, withVerdict);
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

/** Makes the row of a document, or that of one of its line items. */
function documentRow(
	{ side, page, cells, lineItems }: DocumentRecord,
	entry: DocumentEntry,
	options: RowOptions,
	withVerdict: boolean,
) {
	const columns = columnsOf(entry, side.type);
	const isShown = (name: string) => options.allFields || !isPart(name);
	const isField = (name: string) => isShown(name) && !columns.pages.includes(name);
	const front: IDataObject = {
		...(page !== undefined && { page }),
		...(entry.shape !== 'labels' && { type: side.type }),
		...(withVerdict && { ...verdictOf(side), ...messageOf(side) }),
	};
	addColumns(front, valueColumns(cells, columns, isField), 'info_', OWN);
	const measured = {
		...measuredColumns(cells, columns, options, isShown),
		...(options.fieldBoxes && pagesOf(cells, columns)),
	};
	const confidence = lowestConfidence([cells]);
	const fields = Object.values(columns.lists).flatMap((list) => list.columns);

	return (item?: { line: LineItem | undefined; index: number }): IDataObject => {
		const row = { ...front };
		if (item) addLineItem(row, item, fields, options);
		else if (hasLineItems(entry)) row.lineItems = lineItems.length;
		addColumns(row, measured, 'info_', OWN);
		row.confidence = confidence;
		return row;
	};
}

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
	fields: string[],
	options: RowOptions,
): void {
	const cells = line?.cells ?? noCells();
	const documented = { fields, confidences: fields, boxes: fields };
	row.list = line?.list ?? null;
	row.lineItem = line ? index + 1 : null;
	addColumns(row, valueColumns(cells, documented), 'item_', OWN);
	addColumns(row, measuredColumns(cells, documented, options), 'item_', OWN);
	row.lineItemConfidence = lowestConfidence([cells]);
}

function tableRows(
	body: ResponseBody,
	entry: DocumentEntry,
	options: RowOptions,
): RecordRow[] | undefined {
	const { fields: names } = columnsOf(entry, null);
	const rows = tableRowsOf(body, names);
	// Every row of a response has the columns of its widest one.
	const count = rows?.reduce((most, { width }) => Math.max(most, width), 0) ?? 0;
	const numbered = Array.from({ length: count }, (_, index) => `column${index + 1}`);
	const fields = [...names, ...numbered.slice(names.length)];
	const documented = { fields, confidences: fields, boxes: fields };
	return rows?.map(({ page, table, row: number, cells, beside, isFirst }) => {
		const row: IDataObject = { page, table, row: number };
		addColumns(row, valueColumns(cells, documented), 'cell_', OWN);
		addColumns(row, measuredColumns(cells, documented, options), 'cell_', OWN);
		row.confidence = lowestConfidence([cells]);
		addColumns(row, Object.fromEntries(beside.values), 'page_');
		addColumns(row, measuredColumns(beside, noColumns, options), 'page_');
		return { row, pictures: [...(isFirst ? beside.pictures : []), ...cells.pictures] };
	});
}
