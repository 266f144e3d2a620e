import type { Point } from '../../nodes/shared/output/box';
import { boxAround } from '../../nodes/shared/output/box';
import { rowsOf } from '../../nodes/shared/output/layout';
import { textItems } from '../../nodes/shared/output/textItems';
import type { TextLine, TextWord } from '../../nodes/shared/output/textPage';

const CORNERS: Point[] = [
	{ x: 1, y: 2 },
	{ x: 31, y: 5 },
	{ x: 30, y: 15 },
	{ x: 0, y: 12 },
];
const COLUMNS = { x1: 1, y1: 2, x2: 31, y2: 5, x3: 30, y3: 15, x4: 0, y4: 12 };
const UNKNOWN = Object.fromEntries(Object.keys(COLUMNS).map((name) => [name, null]));

const wordOf = (more: Partial<TextWord>): TextWord => ({
	...{ text: 'a', confidence: 1, left: 0, top: 2, right: 31, bottom: 15 },
	...more,
});
const lineOf = (more: Partial<TextWord>): TextLine => {
	const word = wordOf(more);
	return { ...word, block: 1, words: [word] };
};
const rows = (lines: TextLine[], output: 'lines' | 'words', withCorners: boolean) =>
	textItems([{ page: 1, lines }], output, { withCorners }, { columns: ['own'] }).map(
		({ json }) => json,
	);

describe.each(['lines', 'words'] as const)('the corners in %s', (output) => {
	test('are columns right after the box, before what else the provider sends', () => {
		const [row] = rows([lineOf({ corners: CORNERS, columns: { own: 1 } })], output, true);
		expect(row).toMatchObject(COLUMNS);
		expect(Object.keys(row).slice(-10)).toEqual(['bottom', ...Object.keys(COLUMNS), 'own']);
	});

	test.each([
		['missing', undefined],
		['empty', []],
		['three', CORNERS.slice(1)],
	])('are null where they are %s', (_, corners) => {
		const [row] = rows([lineOf({ corners })], output, true);
		expect(row).toMatchObject(UNKNOWN);
	});

	test('are null in a row without text', () => {
		const [withText] = rows([lineOf({ corners: CORNERS, columns: { own: 1 } })], output, true);
		const [without] = rows([], output, true);
		expect(without).toMatchObject({ text: '', ...UNKNOWN, own: null });
		expect(Object.keys(without)).toEqual(Object.keys(withText));
	});

	test('are no columns unless they are asked for', () => {
		const [row] = rows([lineOf({ corners: CORNERS })], output, false);
		expect(Object.keys(row).slice(-1)).toEqual(['bottom']);
	});
});

test('corners that lie on no picture do not tell how rows run', () => {
	const at = (text: string, x: number, y: number, farOff = 0) => {
		const corners = [
			{ x, y },
			{ x: x + 60, y: y + 3 + farOff },
			{ x: x + 59, y: y + 23 + farOff },
			{ x: x - 1, y: y + 20 },
		];
		const box = boxAround(
			corners.map((corner) => corner.x),
			corners.map((corner) => corner.y),
		);
		return lineOf({ text, corners, ...box });
	};
	// Rows that fall by 5 %, with one line that a provider puts out of the picture.
	const lines = Array.from({ length: 6 }, (_, row) => [
		at(`item${row}`, 0, row * 30),
		at(`price${row}`, 600, row * 30 + 30),
	]).flat();
	const far = at('far', 0, 0, 1e200);
	const texts = rowsOf({ page: 1, lines: [...lines, far] }).map(({ pieces }) =>
		pieces.map(({ text }) => text),
	);
	for (let row = 0; row < 6; row++) expect(texts).toContainEqual([`item${row}`, `price${row}`]);
});
