import {
	layoutText,
	markdownOf,
	readingOrder,
	rowItems,
} from '../../../nodes/shared/output/layout';
import { articleWithTable } from './fixtures/articleWithTable';
import { text } from './fixtures/fixture';
import { form } from './fixtures/form';
import { letter } from './fixtures/letter';
import { tableWithEmptyCells } from './fixtures/tableWithEmptyCells';
import { twoColumnArticle } from './fixtures/twoColumnArticle';
import type { Print } from './print';
import { blockAt, endingAt, pageOf } from './print';
import { columnsOf, inOrder } from './readAs';

test('an article is read column by column, whatever the numbers of its blocks', () => {
	const { prints, order } = twoColumnArticle;
	for (const blocks of [
		[4, 3, 1, 2],
		[1, 1, 1, 1],
	])
		for (const reading of [{ order: 'byY' }, { order: 'shuffled', slant: 5 }] as const) {
			const others = prints.map((print) => ({ ...print, block: blocks[print.block! - 1] }));
			expect(inOrder(pageOf(others, reading))).toEqual(order);
		}
});

test('a table in a column of an article is read in this column, also without blocks', () => {
	const { prints, order } = articleWithTable;
	const whole = prints.map((print) => ({ ...print, block: 1 }));
	for (const reading of [{ order: 'byY' }, { order: 'shuffled', slant: 5 }] as const)
		expect(inOrder(pageOf(whole, reading))).toEqual(order);
});

test('an article without blocks whose columns stand row by row is no table', () => {
	const left = ['The harbour was quiet when', 'the first boats came home.', 'Nobody waited there.'];
	const right = [
		'In spring the young people',
		'moved away to the big city',
		'and left their houses.',
	];
	const page = pageOf([...blockAt(0, 0, left), ...blockAt(300, 0, right)], { order: 'byY' });
	expect(markdownOf([page])).toBe([...left, '', ...right].join('\n'));
});

test('a form is read row by row, also where each cell is a block', () => {
	const { prints, order, cells } = form;
	const blocks = prints.map((print, index) => ({ ...print, block: index + 1 }));
	for (const sorted of ['byY', 'shuffled', 'byColumn'] as const)
		expect(inOrder(pageOf(blocks, { order: sorted, slant: 5 }))).toEqual(order);
	expect(columnsOf(pageOf(blocks, { order: 'shuffled', slant: -8 }))).toEqual(cells);
});

test('a form whose rows are lines comes apart into labels and values', () => {
	expect(columnsOf(pageOf(form.prints, { isWhole: true }))).toEqual(form.cells);
});

test('a long table has its numbers below each other, also photographed', () => {
	const { prints } = tableWithEmptyCells;
	const long = Array.from({ length: 4 }, (_, index) =>
		prints.map((print) => ({ ...print, y: print.y + index * 180 })),
	).flat();
	const printed = layoutText([pageOf(long)]);
	// A camera makes some columns wider and others narrower.
	const withoutWidths = (layout: string) => layout.replace(/ {2,}/g, '  ');
	for (const view of [
		{ slant: 5 },
		{ slant: -8 },
		{ keystone: 0.1 },
		{ leaning: 0.1 },
		{ slant: 3, leaning: 0.1 },
	]) {
		const seen = layoutText([pageOf(long, { ...view, order: 'shuffled' })]);
		expect(withoutWidths(seen)).toBe(withoutWidths(printed));
		const ends = seen.split('\n').filter((line) => /\d$/.test(line));
		expect(new Set(ends.map((line) => line.length)).size).toBe(1);
	}
});

test('a pipe in a cell does not end the cell', () => {
	const prints = tableWithEmptyCells.prints.map((print) => ({
		...print,
		text: print.text.replace('blue', 'b|ue'),
	}));
	expect(markdownOf([pageOf(prints)])).toBe(tableWithEmptyCells.markdown.replace('blue', 'b\\|ue'));
});

test('pages are parted, also by one without text', () => {
	const second = pageOf([{ x: 0, y: 0, text: '- 2 -' }], {}, 2);
	expect(markdownOf([pageOf(letter.prints), second])).toBe(`${letter.markdown}\n\n- 2 -`);
	expect(layoutText([second, { page: 2, lines: [] }, second])).toBe('- 2 -\n\f\n\f- 2 -');
});

test('the second line of a cell is a row of the table, and what follows the table is not', () => {
	const page = pageOf([
		...blockAt(0, 0, ['Chair', 'with arms', 'Table', 'Lamp', 'Thank you']),
		...[0, 56, 84].map((y, index) => endingAt(300, y, `${index}.50`)),
	]);
	expect(markdownOf([page])).toBe(
		text(`
			|  |  |
			| --- | --- |
			| Chair | 0.50 |
			| with arms |  |
			| Table | 1.50 |
			| Lamp | 2.50 |

			Thank you
		`),
	);
});

test('numbers of the last column end below each other, even where they begin so in print', () => {
	const page = pageOf([
		...blockAt(0, 0, ['Chair', 'Table', 'Lamp']),
		...blockAt(200, 0, ['120.00', '85.50', '9.90']),
	]);
	expect(layoutText([page])).toBe(
		text(`
			Chair               120.00
			Table                85.50
			Lamp                  9.90
		`),
	);
});

test('what begins almost below each other begins so', () => {
	const page = pageOf([
		...[0, 28, 56].map((y): Print => ({ x: 0, y, text: 'Name' })),
		...[103, 107, 104].map((x, row): Print => ({ x, y: row * 28, text: 'Sample' })),
	]);
	expect(layoutText([page])).toBe(Array(3).fill('Name      Sample').join('\n'));
});

test('texts that stand here and there are no table', () => {
	const rows = [0, 1, 2, 3].map((row) => [`north ${row}`, `east ${row}`]);
	const page = pageOf(
		rows.flatMap(([one, other], row) => [
			{ x: [0, 330, 120, 500][row], y: row * 28, text: one },
			{ x: [0, 330, 120, 500][row] + 110, y: row * 28, text: other },
		]),
	);
	expect(markdownOf([page])).toBe(rows.map((row) => row.join(' ')).join('\n'));
});

test('short lines in blocks, side by side, are columns', () => {
	const opening = ['Opening hours', 'Mon to Fri 9 to 5', 'Sat 10 to 2'];
	const contact = ['Contact', 'Tel 555 0100', 'mail@example.com'];
	const address = ['Where we are', 'Sample Market', '12 Example Street', 'Sampletown', 'Bus 4'];
	const poster = [
		...blockAt(0, 0, opening, { block: 1 }),
		...blockAt(0, 110, contact, { block: 2 }),
		...blockAt(300, 20, address, { block: 3 }),
	];
	expect(inOrder(pageOf(poster, { order: 'byY' }))).toEqual([...opening, ...contact, ...address]);
});

test('two long texts side by side are no columns yet', () => {
	const left = ['Sample Chairs Ltd in Sampletown', 'Sample Warehouse in Otherport'];
	const right = ['open from Monday to Friday', 'closed on all public holidays'];
	const footer = [...blockAt(0, 0, left), ...blockAt(400, 0, right)];
	expect(inOrder(pageOf(footer, { order: 'byColumn' }))).toEqual([
		left[0],
		right[0],
		left[1],
		right[1],
	]);
});

test('a line whose words are characters is one piece', () => {
	const page = pageOf([{ x: 0, y: 0, text: '你      好' }]);
	page.lines[0].text = '你好';
	expect(columnsOf(page)).toEqual([['你好']]);
	page.lines[0].text = '你 好';
	expect(columnsOf(page)).toEqual([['你', '好']]);
});

test('a page that reads row by row stays as it is', () => {
	const rows = ['The first row of a page', 'and its second row', '3', 'the last one of this page'];
	const page = pageOf(blockAt(0, 0, rows, { step: 22 }));
	expect(readingOrder(page)).toEqual(page);
});

test('lines without a box follow their predecessor', () => {
	const page = pageOf(blockAt(0, 0, ['first', 'second', 'third']), {});
	const nowhere = { left: null, top: null, right: null, bottom: null };
	const stray = { ...page.lines[0], ...nowhere, words: [], text: 'stray' };
	const [first, second, third] = page.lines;
	const strayPage = { page: 1, lines: [{ ...stray, text: 'lead' }, third, stray, first, second] };
	expect(inOrder(strayPage)).toEqual(['lead', 'first', 'second', 'third', 'stray']);
	expect(columnsOf(strayPage)).toEqual([['lead'], ['first'], ['second'], ['third'], ['stray']]);
	expect(layoutText([strayPage])).toBe('lead\nfirst\nsecond\nthird\nstray');
});

test('rows: what an item has', () => {
	const page = pageOf([
		{ x: 10, y: 20, text: 'Rye bread' },
		endingAt(400, 22, '3.20'),
		{ x: 10, y: 50, text: 'Thank you' },
	]);
	page.lines[1].confidence = 0.8;
	expect(
		rowItems([
			{ page: 1, lines: [] },
			{ ...page, page: 2 },
		]).map(({ json }) => json),
	).toEqual([
		{
			...{ page: 1, pages: 2, row: null, text: '', confidence: null },
			...{ left: null, top: null, right: null, bottom: null, column1: '', column2: '' },
		},
		{
			...{ page: 2, pages: 2, row: 1, text: 'Rye bread 3.20', confidence: 0.85 },
			...{ left: 210, top: 55, right: 600, bottom: 77, column1: 'Rye bread', column2: '3.20' },
		},
		{
			...{ page: 2, pages: 2, row: 2, text: 'Thank you', confidence: 0.9 },
			...{ left: 210, top: 85, right: 300, bottom: 105, column1: 'Thank you', column2: '' },
		},
	]);
});

test("Markdown: text that looks like Markdown's signs is text", () => {
	const lines = ['# 1 of *all*', '--- ---', '> C:\\a_b', '<b>bold</b>', '![x](http://y)', '- item'];
	expect(markdownOf([pageOf(blockAt(0, 0, lines))])).toBe(
		text(`
			\\# 1 of \\*all\\*
			\\--- ---
			\\> C:\\\\a_b
			\\<b>bold\\</b>
			![x\\](http://y)
			- item
		`),
	);
});
