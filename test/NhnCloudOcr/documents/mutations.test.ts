import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { documentCatalogue } from '../../../nodes/NhnCloudOcr/operations/document/catalogue';
import { identityCardCatalogue } from '../../../nodes/NhnCloudOcr/operations/identityCard/catalogue';
import { documentRow, hasDocument } from '../../../nodes/NhnCloudOcr/output/documents/documentRow';
import { changed, expectFound, expectPlain, RUNS, SEEDED } from '../../support/mutations';
import { ANSWERS, DRIVER } from './answers';

const everything = {
	...{ fieldBoxes: true, fieldConfidences: true },
	...{ normalizeValues: true, reviewBelow: 0.8 },
};

const entries = new Map(
	[...documentCatalogue, ...identityCardCatalogue].map((entry) => [entry.url, entry]),
);

const NAMES = ['value', 'conf', 'bbox', 'key', 'x1', 'name', 'boxes', 'fileType', 'confidence'];

const SHAPES: Array<[shape: string, url: string, result: unknown]> = [
	['fields: a text', '/document-ai', ANSWERS['document/documentAi'].result],
	['fields: a status', '/business/status', ANSWERS['document/businessStatus'].result],
	['fields: a verdict', '/id-card/authenticity', ANSWERS['identityCard/verify'].result],
	['fields with boxes', '/credit-card', ANSWERS['document/creditCard'].result],
	['keys and values', '/business', ANSWERS['document/business'].result],
	['keys and values of many kinds', '/id-card', DRIVER],
];

test.each(SHAPES)(`%s (%s): ${RUNS} answers`, (_, url, documented) => {
	const entry = entries.get(url)!;
	let read = 0;
	fc.assert(
		fc.property(changed(documented, NAMES), (result) => {
			const body = { result: result as IDataObject };
			const row = documentRow(body, entry, everything);
			if (hasDocument(body, entry) && !row) throw new Error('a document without a row');
			if (!row) return;
			read++;
			expectPlain([row]);
			expectFound(row, result);
		}),
		SEEDED,
	);
	expect(read).toBeGreaterThan(RUNS / 3);
});
