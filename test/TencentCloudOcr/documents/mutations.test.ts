/*
 * Answers that the documentation does not foresee, thousands of each shape. Whatever they hold, they
 * become rows of plain values in which every value is found again.
 */
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { documentCatalogue } from '../../../nodes/TencentCloudOcr/operations/document/catalogue';
import type { DocumentEntry } from '../../../nodes/TencentCloudOcr/output/records/documentEntry';
import { fieldRows } from '../../../nodes/TencentCloudOcr/output/records/fieldRow';
import { invoiceRows } from '../../../nodes/TencentCloudOcr/output/records/invoices';
import { isShaped } from '../../../nodes/TencentCloudOcr/output/records/isShaped';
import { structuredRows } from '../../../nodes/TencentCloudOcr/output/records/structured';
import { tableRows } from '../../../nodes/TencentCloudOcr/output/records/tables';
import { ANSWERS } from './answers';

/** The unit tests have no time for 20,000 a shape: `MUTATIONS=20000` does them all. */
const RUNS = Number(process.env.MUTATIONS ?? 1_000);

/** A scalar that is found again: each is another text. */
let count = 0;
const scalar = fc.constant(null).map(() => `<${++count}>`);

const NAMES = ['Key', 'Value', 'Name', 'Lines', 'Groups', 'Cells', 'Text', 'X', 'a', 'Total'];

const nested = fc.letrec((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		scalar,
		fc.constantFrom<unknown>(null, '', 0, -1, true, [], {}),
		fc.array(tie('value'), { maxLength: 3 }),
		fc.dictionary(fc.constantFrom(...NAMES), tie('value'), { maxKeys: 4, noNullPrototype: true }),
	),
})).value;

/** The places in a value: each is a path. */
function placesIn(value: unknown, path: string[] = []): string[][] {
	if (typeof value !== 'object' || value === null) return [path];
	return [path, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...path, key]))];
}

/** A copy in which the value at a place is another one; undefined if there is no such place. */
function replaced(value: unknown, [key, ...rest]: string[], by: unknown): unknown {
	if (key === undefined) return by;
	if (typeof value !== 'object' || value === null || !(key in value)) return undefined;
	const copy: unknown = Array.isArray(value) ? [...value] : { ...(value as IDataObject) };
	const part = replaced((value as IDataObject)[key], rest, by);
	if (part === undefined) return undefined;
	(copy as IDataObject)[key] = part as IDataObject;
	return copy;
}

/** What the rows leave to Raw: what was measured of text, and the other name of a field. */
const LEFT_TO_RAW =
	/\.(RequestId|Polygon|TableCoordPoint|PdfPageSize|Angle|WordList|TotalPDFCount|AutoName|ColTl|ColBr|RowTl|RowBr|Type|Confidence|AdvancedInfo|Data|ConfigName|WordCoord)(\.|$)/;

/** The texts in an answer that are found again, by their paths. */
function marksIn(value: unknown, path = ''): Array<[mark: string, path: string]> {
	if (typeof value === 'string') {
		return (value.match(/<\d+>/g) ?? []).map((mark): [string, string] => [mark, path]);
	}
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, part]) => marksIn(part, `${path}.${key}`));
}

const structured = { asked: ['Date'], about: ['Angle'], fieldBoxes: true, fullText: true };
const tables = { firstRowIsHeader: false, fillMergedCells: false, textOutside: true };

/** The rows of an answer, with all that an operation can show. */
function rowsOf(Response: IDataObject, entry: DocumentEntry): IDataObject[] {
	const responses = [{ body: { Response } }];
	switch (entry.shape) {
		case 'structured':
			return [false, true].flatMap((perLine) =>
				structuredRows(responses, perLine, { ...structured, rowPerPage: false }).map(
					({ row }) => row,
				),
			);
		case 'cells':
			return tableRows(responses, tables).map(({ row }) => row);
		case 'invoices':
			return invoiceRows(responses, true, 'China').map(({ row }) => row);
		case 'fields':
			return fieldRows(Response, entry).map(({ row }) => row);
	}
}

const entries: DocumentEntry[] = Object.values(documentCatalogue);

/** The operations whose answers are built in a way of their own. */
const SHAPES = [
	'extractDocMulti',
	'tableAccurate',
	'table',
	'generalInvoice',
	'licensePlate',
	'idCard',
];

test.each(SHAPES)(`%s: ${RUNS} answers`, (operation) => {
	const entry = entries.find(({ value }) => value === operation)!;
	const documented = ANSWERS[operation].Response;
	const places = placesIn(documented);
	let read = 0;
	fc.assert(
		fc.property(
			fc.array(fc.tuple(fc.nat(places.length - 1), nested), { minLength: 1, maxLength: 3 }),
			(changes) => {
				let said: unknown = documented;
				for (const [place, value] of changes) {
					// The place may be gone with an earlier change.
					said = replaced(said, places[place], value) ?? said;
				}
				if (typeof said !== 'object' || said === null || Array.isArray(said)) return;
				if (!isShaped(said as IDataObject, entry)) return;
				const rows = rowsOf(said as IDataObject, entry);
				read++;
				const cells = rows.flatMap((row) => Object.values(row));
				// Jest's `expect` would take longer than the rows.
				for (const value of cells) {
					if (typeof value === 'object' && value !== null) throw new Error(JSON.stringify(rows));
				}
				const text = JSON.stringify(rows);
				for (const [mark, path] of marksIn(said)) {
					if (LEFT_TO_RAW.test(path) || text.includes(mark)) continue;
					throw new Error(`${mark} at ${path} is lost: ${text.slice(0, 500)}`);
				}
			},
		),
		{ numRuns: RUNS, seed: 17 },
	);
	expect(read).toBeGreaterThan(RUNS / 2);
});
