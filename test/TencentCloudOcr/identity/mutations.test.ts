import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { identityCatalogue } from '../../../nodes/TencentCloudOcr/operations/identityDocument/catalogue';
import { identityRow } from '../../../nodes/TencentCloudOcr/output/identity/identityItem';
import { verificationRow } from '../../../nodes/TencentCloudOcr/output/identity/verificationItem';
import type { RecordRow } from '../../../nodes/TencentCloudOcr/output/records/fieldRow';
import { changed, expectFound, expectPlain, RUNS, SEEDED } from '../../support/mutations';
import { BRAZILIAN, RESPONSES, VERIFIED, verificationOf } from './answers';

const NAMES = [
	...['Value', 'a', 'b', 'Name', 'document', 'card', 'confidence', 'valid', 'warnings'],
	...['Result', 'AdvancedInfo', 'PortraitImage', 'Status', 'added'],
];

/** Corners are no values: the description calls them deprecated. */
const isShown = (path: string) => !path.includes('.Polygon');

/** The number of a request is no value of the document. */
const isChanged = ([name]: string[]) => name !== undefined && name !== 'RequestId';

const rowsOf = (api: string) => {
	const entry = identityCatalogue.find((each) => each.api === api)!;
	return (said: IDataObject) => identityRow(said, entry);
};

const anyBrazilian = (name: string) => {
	const [type, , card] = BRAZILIAN.find((each) => each[1] === name)!;
	return { Type: type, Result: { RNE: null, RNM: null, [name]: card } };
};

/** A documented answer of each shape. */
const SHAPES: Array<[shape: string, row: (said: IDataObject) => RecordRow, said: IDataObject]> = [
	['values', rowsOf('HKIDCardOCR'), RESPONSES.HKIDCardOCR],
	['values with confidences', rowsOf('RecognizeThaiIDCardOCR'), RESPONSES.RecognizeThaiIDCardOCR],
	['an object within', rowsOf('MLIDPassportOCR'), RESPONSES.MLIDPassportOCR],
	[
		'objects with a Value',
		rowsOf('RecognizePhilippinesVoteIDOCR'),
		RESPONSES.RecognizePhilippinesVoteIDOCR,
	],
	['one of four cards', rowsOf('RecognizeBrazilCommonOCR'), anyBrazilian('RNM')],
	['a verification', verificationRow, verificationOf('COMPLETED', VERIFIED).Response],
];

test.each(SHAPES)(`%s: ${RUNS} answers`, (_, rowOf, documented) => {
	const columns = Object.keys(rowOf(documented).row);
	fc.assert(
		// A field that is not documented may be there, too.
		fc.property(changed({ ...documented, added: null }, NAMES, isChanged), (answer) => {
			const said = answer as IDataObject;
			const { row, pictures } = rowOf(said);
			expectPlain([row, Object.fromEntries(pictures)]);
			expectFound([row, pictures], said, isShown);
			// Which card it is depends on what was changed.
			if ('card' in row) return;
			const missing = columns.filter((name) => !(name in row));
			if (missing.length > 0) throw new Error(`no column ${missing.join(', ')}`);
		}),
		SEEDED,
	);
});
