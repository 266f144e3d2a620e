import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { DocumentEntry } from '../../../nodes/ComputerVisionVietnam/output/records/documentEntry';
import { documentCatalogue } from '../../../nodes/ComputerVisionVietnam/operations/document/catalogue';
import { vehicleCatalogue } from '../../../nodes/ComputerVisionVietnam/operations/vehicle/catalogue';
import { hasLineItems } from '../../../nodes/ComputerVisionVietnam/output/records/documentEntry';
import { hasRecords } from '../../../nodes/ComputerVisionVietnam/output/records/hasRecords';
import type { RowOptions } from '../../../nodes/ComputerVisionVietnam/output/records/recordItems';
import { recordRows } from '../../../nodes/ComputerVisionVietnam/output/records/recordItems';
import { changed, expectFound, expectPlain, RUNS, SEEDED } from '../../support/mutations';
import { DATA, SHORT_INVOICE } from './answers';

const everything = { allFields: true, fieldBoxes: true, fieldConfidences: true };

/** With these, a row has more columns, but none less. */
const values = { ...everything, normalizeValues: true, reviewBelow: 0.5 };

const byValue = new Map(
	[...documentCatalogue, ...vehicleCatalogue].map((entry) => [entry.value, entry]),
);
const entryOf = (value: string): DocumentEntry => byValue.get(value)!;

const NAMES = ['value', 'score', 'box', 'label', 'a', 'b', 'total_amount', 'table', 'x_box'];

const ofType = (list: unknown, ...types: string[]) =>
	(list as Array<{ type: string }>).filter(({ type }) => types.includes(type));

/** A documented answer of each shape; the shorter it is, the more of it is changed. */
const SHAPES: Array<[shape: string, operation: string, data: unknown]> = [
	[
		'documents',
		'businessRegistration',
		[{ ...SHORT_INVOICE, type: 'business_registration', info: { address: 'a', address_box: [1] } }],
	],
	['documents with line items', 'priceQuotation', DATA['document/priceQuotation']],
	['documents of many types', 'claims', ofType(DATA['document/claims'], 'list_expense', 'bvcard')],
	['profile', 'employeeProfile', DATA['document/employeeProfile']],
	['labels', 'getLabelClaim', DATA['document/getLabelClaim']],
	['tables: pages', 'bankStatement', DATA['document/bankStatement']],
	['tables: rows', 'getTable', DATA['document/getTable']],
];

test.each(SHAPES)(`%s (%s): ${RUNS} answers`, (_, operation, documented) => {
	const entry = entryOf(operation);
	const output = entry.shape === 'tables' ? 'rows' : hasLineItems(entry) ? 'lineItems' : 'document';
	let read = 0;
	fc.assert(
		fc.property(changed(documented, NAMES), (data) => {
			const body = { data: data as IDataObject };
			const rowsWith = (options: RowOptions) =>
				recordRows(body, entry, output, options)?.map(({ row }) => row);
			const rows = rowsWith(everything);
			if (hasRecords(body, entry) !== (rows && rows.length > 0)) throw new Error('counts differ');
			if (!rows) return;
			read++;
			expectPlain(rows);
			expectFound(rows, data);
			// These take three times as long.
			if (read % 4 !== 0) return;
			const withValues = rowsWith(values)!;
			for (const [index, row] of rows.entries()) expectMore(row, withValues[index]);
			expectPlain(withValues);
			// What was measured of a header is in no row.
			expectPlain(rowsWith({ ...values, firstRowIsHeader: true })!);
		}),
		SEEDED,
	);
	expect(read).toBeGreaterThan(RUNS / 2);
});

/** Fails unless a row has all the columns of another one, in their order. */
function expectMore(row: IDataObject, more: IDataObject): void {
	const names = Object.keys(more).filter((name) => name in row);
	if (names.join() !== Object.keys(row).join()) throw new Error(`${names.join()} are left`);
	for (const name of names) {
		if (more[name] !== row[name]) throw new Error(`${name} is another value`);
	}
}
