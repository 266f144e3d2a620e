/*
 * Answers that the documentation does not foresee, thousands of each shape. Whatever they hold, they
 * become rows of plain values in which every value is found again.
 */
import fc from 'fast-check';

/** The unit tests have no time for 20,000 a shape: `MUTATIONS=20000` does them all. */
export const RUNS = Number(process.env.MUTATIONS ?? 2_000);

/** The same answers each time, so that a failure can be looked at. */
export const SEEDED = { numRuns: RUNS, seed: 17 };

/** A scalar that is found again: each is another text. */
let count = 0;
const mark = fc.constant(null).map(() => `<${++count}>`);
const MARKS = /<\d+>/g;

/** Values of any structure, whose objects have some of these names. */
const nested = (names: string[]): fc.Arbitrary<unknown> =>
	fc.letrec((tie) => ({
		value: fc.oneof(
			{ depthSize: 'small', withCrossShrink: true },
			mark,
			fc.constantFrom<unknown>(null, '', 0, -1, true, [], {}),
			fc.array(tie('value'), { maxLength: 3 }),
			fc.dictionary(fc.constantFrom(...names), tie('value'), {
				maxKeys: 4,
				noNullPrototype: true,
			}),
		),
	})).value;

/**
 * A documented answer with up to three of its values replaced by others.
 *
 * @param names that objects in them may have
 * @param isChanged whether the value at a path may be replaced
 */
export function changed(
	documented: unknown,
	names: string[],
	isChanged: (path: string[]) => boolean = () => true,
): fc.Arbitrary<unknown> {
	const places = placesIn(documented).filter(isChanged);
	const change = fc.tuple(fc.nat(places.length - 1), nested(names));
	return fc
		.array(change, { minLength: 1, maxLength: 3 })
		.map((changes) =>
			changes.reduce(
				(answer, [place, value]) => replaced(answer, places[place], value),
				documented,
			),
		);
}

/** The places in a value: each is a path. */
function placesIn(value: unknown, path: string[] = []): string[][] {
	if (typeof value !== 'object' || value === null) return [path];
	return [path, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...path, key]))];
}

/** A copy in which the value at a place is another one; the same if an earlier change took the place. */
function replaced(value: unknown, [key, ...rest]: string[], by: unknown): unknown {
	if (key === undefined) return by;
	if (typeof value !== 'object' || value === null || !(key in value)) return value;
	const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<
		string,
		unknown
	>;
	copy[key] = replaced(copy[key], rest, by);
	return copy;
}

// Jest's `expect` would take longer than the rows.

/** Fails if a cell holds an object. */
export function expectPlain(rows: object[]): void {
	for (const value of rows.flatMap((row) => Object.values(row) as unknown[])) {
		if (typeof value === 'object' && value !== null) throw new Error(JSON.stringify(rows));
	}
}

/**
 * Fails if a text that was put into an answer is neither a value nor a name in the rows.
 *
 * @param isShown whether the rows have what is at a path, such as `.info.table.0`
 */
export function expectFound(
	rows: unknown,
	answer: unknown,
	isShown: (path: string) => boolean = () => true,
): void {
	const found = new Set(JSON.stringify(rows).match(MARKS));
	for (const [text, path] of marksIn(answer)) {
		if (found.has(text) || !isShown(path)) continue;
		throw new Error(`${text} at ${path} is lost: ${JSON.stringify(answer).slice(0, 2_000)}`);
	}
}

function marksIn(value: unknown, path = ''): Array<[text: string, path: string]> {
	if (typeof value === 'string') return (value.match(MARKS) ?? []).map((text) => [text, path]);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, part]) => marksIn(part, `${path}.${key}`));
}
