/*
 * Answers that the documentation does not foresee, thousands of each shape. Whatever they hold, they
 * become a row of plain values in which every value is found again, or they have an unknown structure.
 */
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { documentCatalogue } from '../../../nodes/NhnCloudOcr/operations/document/catalogue';
import { identityCardCatalogue } from '../../../nodes/NhnCloudOcr/operations/identityCard/catalogue';
import { documentRow, hasDocument } from '../../../nodes/NhnCloudOcr/output/documents/documentRow';
import { ANSWERS, DRIVER } from './answers';

/** The unit tests have no time for 20,000 a shape: `MUTATIONS=20000` does them all. */
const RUNS = Number(process.env.MUTATIONS ?? 2_000);

const everything = {
	...{ fieldBoxes: true, fieldConfidences: true },
	...{ normalizeValues: true, reviewBelow: 0.8 },
};

const entries = new Map(
	[...documentCatalogue, ...identityCardCatalogue].map((entry) => [entry.url, entry]),
);

/** A scalar that is found again: each is another text. */
let count = 0;
const scalar = fc.constant(null).map(() => `<${++count}>`);

const NAMES = ['value', 'conf', 'bbox', 'key', 'x1', 'name', 'boxes', 'fileType', 'confidence'];

const nested = fc.letrec((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		scalar,
		fc.constantFrom<unknown>(null, '', 0, 1, true, [], {}),
		fc.array(tie('value'), { maxLength: 3 }),
		fc.dictionary(fc.constantFrom(...NAMES), tie('value'), { maxKeys: 4, noNullPrototype: true }),
	),
})).value;

/** The places in a value: each is a path. */
function placesIn(value: unknown, path: string[] = []): string[][] {
	if (typeof value !== 'object' || value === null) return [path];
	return [path, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...path, key]))];
}

/** A copy in which the value at a place is another one; undefined if the place is not there. */
function replaced(value: unknown, [key, ...rest]: string[], by: unknown): unknown {
	if (key === undefined) return by;
	if (typeof value !== 'object' || value === null || !(key in value)) return undefined;
	const copy: unknown = Array.isArray(value) ? [...value] : { ...value };
	const part = replaced((value as IDataObject)[key], rest, by);
	if (part === undefined) return undefined;
	(copy as IDataObject)[key] = part;
	return copy;
}

/** The texts in an answer that are found again. */
function marksIn(value: unknown): string[] {
	if (typeof value === 'string') return value.match(/<\d+>/g) ?? [];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(marksIn);
}

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
	const places = placesIn(documented);
	let read = 0;
	fc.assert(
		fc.property(
			fc.array(fc.tuple(fc.nat(places.length - 1), nested), { minLength: 1, maxLength: 3 }),
			(changes) => {
				let result = documented;
				for (const [place, value] of changes) {
					result = replaced(result, places[place], value) ?? result;
				}
				const body = { result: result as IDataObject };
				const row = documentRow(body, entry, everything);
				// Jest's `expect` would take longer than the rows.
				if (hasDocument(body, entry) && !row) throw new Error('a document without a row');
				if (!row) return;
				read++;
				const cells = Object.values(row);
				for (const value of cells) {
					if (typeof value === 'object' && value !== null) throw new Error(JSON.stringify(row));
				}
				const found = new Set([...Object.keys(row), ...cells].flatMap(marksIn));
				for (const mark of marksIn(result)) {
					if (!found.has(mark)) {
						throw new Error(`${mark} is lost: ${JSON.stringify(result)} ${JSON.stringify(row)}`);
					}
				}
			},
		),
		{ numRuns: RUNS, seed: 17 },
	);
	expect(read).toBeGreaterThan(RUNS / 2);
});
