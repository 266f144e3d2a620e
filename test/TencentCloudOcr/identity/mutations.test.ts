/*
 * Answers that the documentation does not foresee, thousands of each shape. Whatever they hold, they
 * become rows of plain values in which every value is found again.
 */
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { identityCatalogue } from '../../../nodes/TencentCloudOcr/operations/identityDocument/catalogue';
import { identityRow } from '../../../nodes/TencentCloudOcr/output/identity/identityItem';
import { verificationRow } from '../../../nodes/TencentCloudOcr/output/identity/verificationItem';
import type { RecordRow } from '../../../nodes/TencentCloudOcr/output/records/fieldRow';
import { BRAZILIAN, RESPONSES, VERIFIED, verificationOf } from './answers';

/** The unit tests have no time for 20,000 a shape: `MUTATIONS=20000` does them all. */
const RUNS = Number(process.env.MUTATIONS ?? 2_000);

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
			fc.constantFrom(
				...['Value', 'a', 'b', 'Name', 'document', 'card', 'confidence', 'valid', 'warnings'],
				...['Result', 'AdvancedInfo', 'PortraitImage', 'Status'],
			),
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

/** A copy in which the value at a place is another one; the same if the place is gone. */
function replaced(value: unknown, [key, ...rest]: string[], by: unknown): unknown {
	if (key === undefined) return by;
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value) && !(Number(key) < value.length)) return value;
	const copy: unknown = Array.isArray(value) ? [...value] : { ...value };
	(copy as IDataObject)[key] = replaced((value as IDataObject)[key], rest, by) as IDataObject;
	return copy;
}

function marksIn(value: unknown): string[] {
	if (typeof value === 'string') return value.includes('<') ? (value.match(/<\d+>/g) ?? []) : [];
	if (typeof value !== 'object' || value === null) return [];
	// Corners are no values: the description calls them deprecated.
	return Object.entries(value).flatMap(([name, part]) => (name === 'Polygon' ? [] : marksIn(part)));
}

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
	// The number of a request is no value of the document.
	const places = placesIn(documented).filter(
		([name]) => name !== undefined && name !== 'RequestId',
	);
	const columns = Object.keys(rowOf(documented).row);
	fc.assert(
		fc.property(
			fc.array(fc.tuple(fc.nat(places.length - 1), nested), { minLength: 1, maxLength: 3 }),
			fc.option(nested),
			(changes, added) => {
				let said: unknown = documented;
				for (const [place, value] of changes) said = replaced(said, places[place], value);
				if (added !== null) said = { ...(said as IDataObject), added };
				const { row, pictures } = rowOf(said as IDataObject);
				// Jest's `expect` would take longer than the rows.
				const cells = [...Object.values(row), ...pictures.map(([, picture]) => picture)];
				for (const value of cells) {
					if (typeof value === 'object' && value !== null) throw new Error(JSON.stringify(row));
				}
				const found = new Set(cells.flatMap(marksIn));
				for (const mark of marksIn(said)) {
					if (!found.has(mark)) throw new Error(`${mark} is lost of ${JSON.stringify(said)}`);
				}
				// Which card it is depends on what was changed.
				if ('card' in row) return;
				const missing = columns.filter((name) => !(name in row));
				if (missing.length > 0) throw new Error(`no column ${missing.join(', ')}`);
			},
		),
		{ numRuns: RUNS, seed: 17 },
	);
});
