import type { Point } from '../../nodes/shared/output/box';
import { boxAround, NO_BOX } from '../../nodes/shared/output/box';
import type { TextLine } from '../../nodes/shared/output/textPage';
import { withoutDuplicates } from '../../nodes/shared/output/withoutDuplicates';

const lineOf = (text: string, more: Partial<TextLine>): TextLine => ({
	...{ text, confidence: 1, ...NO_BOX, block: 1, words: [] },
	...more,
});

const lineAt = (text: string, left: number, top: number, right: number, bottom: number) =>
	lineOf(text, { left, top, right, bottom });

/** A line whose text falls by `slope`, its upper left corner at a place. */
function slantedAt(text: string, x: number, y: number, width: number, slope: number): TextLine {
	const fall = width * slope;
	const corners: Point[] = [
		{ x, y },
		{ x: x + width, y: y + fall },
		{ x: x + width - 20 * slope, y: y + fall + 20 },
		{ x: x - 20 * slope, y: y + 20 },
	];
	const box = boxAround(
		corners.map((corner) => corner.x),
		corners.map((corner) => corner.y),
	);
	return lineOf(text, { ...box, corners });
}

const kept = (lines: TextLine[]) => withoutDuplicates({ page: 3, lines });
const places = (lines: TextLine[]) => kept(lines).lines.map((line) => lines.indexOf(line));

test('a line that repeats an earlier one is left out, and the page is otherwise the same', () => {
	const lines = [
		lineAt('a', 0, 0, 50, 20),
		lineAt('b', 0, 30, 50, 50),
		lineAt('b', 1, 31, 51, 50),
		lineAt('c', 0, 60, 50, 80),
	];
	expect(kept(lines)).toEqual({ page: 3, lines: [lines[0], lines[1], lines[3]] });
	expect(lines).toHaveLength(4);
});

test.each<[string, TextLine, TextLine]>([
	['71 % of both', lineAt('a', 0, 0, 100, 20), lineAt('a', 29, 0, 129, 20)],
	['all of the smaller one', lineAt('a', 0, 0, 100, 20), lineAt('a', 0, 12, 100, 20)],
	['all of the smaller one, read first', lineAt('a', 0, 12, 100, 20), lineAt('a', 0, 0, 100, 20)],
	['a little lower', lineAt('a', 0, 19, 100, 39), lineAt('a', 0, 21, 100, 41)],
	['a little higher', lineAt('a', 0, 21, 100, 41), lineAt('a', 0, 19, 100, 39)],
	['places left of and above the image', lineAt('a', -9, -9, 90, 9), lineAt('a', -9, -8, 90, 9)],
	['slanted text', slantedAt('a', 0, 0, 900, 0.1), slantedAt('a', 1, 1, 900, 0.1)],
])('the same line: %s', (_, one, other) => {
	expect(places([one, other])).toEqual([0]);
});

test.each<[string, TextLine, TextLine]>([
	['69 % of both', lineAt('a', 0, 0, 100, 20), lineAt('a', 31, 0, 131, 20)],
	['another text', lineAt('a', 0, 0, 100, 20), lineAt('A', 0, 0, 100, 20)],
	['the row below', lineAt('a', 0, 0, 100, 20), lineAt('a', 0, 20, 100, 40)],
	['far below', lineAt('a', 0, 0, 100, 20), lineAt('a', 0, 9000, 100, 9020)],
	['beside it', lineAt('a', 0, 0, 100, 20), lineAt('a', 500, 0, 600, 20)],
	['no box', lineOf('a', {}), lineOf('a', {})],
	['half a box', lineOf('a', { left: 1, top: 2 }), lineOf('a', { left: 1, top: 2 })],
	['a box without an area', lineAt('a', 5, 5, 5, 5), lineAt('a', 5, 5, 5, 5)],
	// Their upright boxes share 78 %.
	['the row below, slanted', slantedAt('a', 0, 0, 900, 0.1), slantedAt('a', -2, 24, 900, 0.1)],
	['a name of every object', lineAt('constructor', 0, 0, 9, 9), lineAt('__proto__', 0, 0, 9, 9)],
])('two lines: %s', (_, one, other) => {
	expect(places([one, other])).toEqual([0, 1]);
});

test('of three readings the first one stays', () => {
	const readings = [0, 2, 4].map((top) => lineAt('a', 0, top, 100, top + 20));
	expect(places(readings)).toEqual([0]);
});

describe('long images', () => {
	/** How often a property of the lines is read. */
	const readsOf = (lines: TextLine[]) => {
		let reads = 0;
		const watched = lines.map(
			(line) =>
				new Proxy(line, {
					get: (target, name) => {
						reads++;
						return target[name as keyof TextLine];
					},
				}),
		);
		expect(kept(watched).lines).toHaveLength(lines.length);
		return reads;
	};
	const column = (text: (row: number) => string) =>
		Array.from({ length: 10_000 }, (_, row) => lineAt(text(row), 0, row * 30, 100, row * 30 + 20));

	test.each<[string, (row: number) => string]>([
		['10,000 texts', (row) => `line ${row}`],
		['one text 10,000 times', () => '-'],
	])('%s: each line is compared with few others', (_, text) => {
		expect(readsOf(column(text))).toBeLessThan(10_000 * 100);
	});
});
