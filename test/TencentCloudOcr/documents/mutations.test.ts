import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { documentCatalogue } from '../../../nodes/TencentCloudOcr/operations/document/catalogue';
import type { DocumentEntry } from '../../../nodes/TencentCloudOcr/output/records/documentEntry';
import { fieldRows } from '../../../nodes/TencentCloudOcr/output/records/fieldRow';
import { invoiceRows } from '../../../nodes/TencentCloudOcr/output/records/invoices';
import { isShaped } from '../../../nodes/TencentCloudOcr/output/records/isShaped';
import { structuredRows } from '../../../nodes/TencentCloudOcr/output/records/structured';
import { tableRows } from '../../../nodes/TencentCloudOcr/output/records/tables';
import { isObject } from '../../../nodes/shared/output/values';
import { changed, expectFound, expectPlain, RUNS, SEEDED } from '../../support/mutations';
import { ANSWERS } from './answers';

const NAMES = ['Key', 'Value', 'Name', 'Lines', 'Groups', 'Cells', 'Text', 'X', 'a', 'Total'];

/** What the rows leave to Raw: what was measured of text, and the other name of a field. */
const LEFT_TO_RAW =
	/\.(RequestId|Polygon|TableCoordPoint|PdfPageSize|Angle|WordList|TotalPDFCount|AutoName|ColTl|ColBr|RowTl|RowBr|Type|Confidence|AdvancedInfo|Data|ConfigName|WordCoord)(\.|$)/;

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
	let read = 0;
	fc.assert(
		fc.property(changed(ANSWERS[operation].Response, NAMES), (answer) => {
			const said = answer as IDataObject;
			if (!isObject(said) || !isShaped(said, entry)) return;
			read++;
			const rows = rowsOf(said, entry);
			expectPlain(rows);
			expectFound(rows, said, (path) => !LEFT_TO_RAW.test(path));
		}),
		SEEDED,
	);
	expect(read).toBeGreaterThan(RUNS / 2);
});
