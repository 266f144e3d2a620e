/*
 * Answers that the documentation does not foresee, thousands of each shape. Whatever they hold, they
 * become rows of plain values in which every value is found again, or they have an unknown structure.
 */
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { DocumentEntry } from '../../../nodes/ComputerVisionVietnam/output/records/documentEntry';
import { documentCatalogue } from '../../../nodes/ComputerVisionVietnam/operations/document/catalogue';
import { vehicleCatalogue } from '../../../nodes/ComputerVisionVietnam/operations/vehicle/catalogue';
import { hasLineItems } from '../../../nodes/ComputerVisionVietnam/output/records/documentEntry';
import { hasRecords } from '../../../nodes/ComputerVisionVietnam/output/records/hasRecords';
import type { RecordRow } from '../../../nodes/ComputerVisionVietnam/output/records/recordItems';
import { recordRows } from '../../../nodes/ComputerVisionVietnam/output/records/recordItems';
import { DATA, SHORT_INVOICE } from './answers';

/** The unit tests have no time for 20,000 a shape: `MUTATIONS=20000` does them all. */
const RUNS = Number(process.env.MUTATIONS ?? 2_000);

const everything = { allFields: true, fieldBoxes: true, fieldConfidences: true };

/** With these, a row has more columns, but none less. */
const values = { ...everything, normalizeValues: true, reviewBelow: 0.5 };

const byValue = new Map(
	[...documentCatalogue, ...vehicleCatalogue].map((entry) => [entry.value, entry]),
);
const entryOf = (value: string): DocumentEntry => byValue.get(value)!;

/** A scalar that is found again: each is another text. */
let count = 0;
const scalar = fc.constant(null).map(() => `<${++count}>`);

const nested = fc.letrec((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		scalar,
		fc.constantFrom<unknown>(null, '', [], {}),
		fc.array(tie('value'), { maxLength: 3 }),
		fc.dictionary(
			fc.constantFrom('value', 'score', 'box', 'label', 'a', 'b', 'total_amount', 'table', 'x_box'),
			tie('value'),
			{ maxKeys: 4, noNullPrototype: true },
		),
	),
})).value;

/** The places in a value: each is a path. */
function placesIn(value: unknown, path: string[] = []): string[][] {
	if (typeof value !== 'object' || value === null) return [path];
	return [path, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...path, key]))];
}

/** A copy in which the value at a place is another one. */
function replaced(value: unknown, [key, ...rest]: string[], by: unknown): unknown {
	if (key === undefined) return by;
	// JSON has no lists with names.
	if (Array.isArray(value) && !(Number(key) < value.length)) throw new Error('no such place');
	const copy: unknown = Array.isArray(value) ? [...value] : { ...(value as IDataObject) };
	(copy as IDataObject)[key] = replaced((value as IDataObject)[key], rest, by) as IDataObject;
	return copy;
}

/** The texts in an answer that are found again: labels as columns. */
function marksIn(value: unknown): string[] {
	if (typeof value === 'string') return value.includes('<') ? (value.match(/<\d+>/g) ?? []) : [];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(marksIn);
}

const placeOf = (mark: string, data: unknown): string =>
	`…${JSON.stringify(data).split(mark)[0].slice(-200)}${mark}`;

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
	const places = placesIn(documented);
	const output = entry.shape === 'tables' ? 'rows' : hasLineItems(entry) ? 'lineItems' : 'document';
	let read = 0;
	fc.assert(
		fc.property(
			fc.array(fc.tuple(fc.nat(places.length - 1), nested), { minLength: 1, maxLength: 3 }),
			(changes) => {
				let data: unknown = documented;
				for (const [place, value] of changes) {
					try {
						data = replaced(data, places[place], value);
					} catch {
						// The place is gone with an earlier change.
					}
				}
				const body = { data: data as IDataObject };
				const rows = recordRows(body, entry, output, everything);
				// Jest's `expect` would take longer than the rows.
				if (hasRecords(body, entry) !== (rows && rows.length > 0)) throw new Error('counts differ');
				if (!rows) return;
				read++;
				expectPlain(rows);
				expectFound(rows, data);
				// These take three times as long.
				if (read % 4 !== 0) return;
				const withValues = recordRows(body, entry, output, values)!;
				for (const [index, { row }] of rows.entries()) expectMore(row, withValues[index].row);
				expectPlain(withValues);
				// What was measured of a header is in no row.
				expectPlain(recordRows(body, entry, output, { ...values, firstRowIsHeader: true })!);
			},
		),
		{ numRuns: RUNS, seed: 17 },
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

const cellsIn = (rows: RecordRow[]) => rows.flatMap(({ row }) => Object.values(row));

/** Fails if a cell holds an object. */
function expectPlain(rows: RecordRow[]): void {
	for (const value of cellsIn(rows)) {
		if (typeof value === 'object' && value !== null) throw new Error(JSON.stringify(rows));
	}
}

/** Fails if a text of the answer is in no row. */
function expectFound(rows: RecordRow[], data: unknown): void {
	const names = rows.flatMap(({ row }) => Object.keys(row));
	const found = new Set([...names, ...cellsIn(rows)].flatMap(marksIn));
	for (const mark of marksIn(data)) {
		if (!found.has(mark)) throw new Error(`${mark} is lost: ${placeOf(mark, data)}`);
	}
}
