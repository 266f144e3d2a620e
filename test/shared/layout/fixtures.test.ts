import {
	layoutText,
	markdownOf,
	readingOrder,
	rowItems,
} from '../../../nodes/shared/output/layout';
import type { TextPage } from '../../../nodes/shared/output/textPage';
import type { Print, Reading } from './print';
import { blockAt, endingAt, pageOf } from './print';

const inOrder = (page: TextPage) => readingOrder(page).lines.map(({ text }) => text);
const columnsOf = (page: TextPage) =>
	rowItems([page]).map(({ json }) =>
		Object.entries(json)
			.filter(([name]) => name.startsWith('column'))
			.map(([, text]) => text),
	);

/** Text without the indentation of this file. */
const text = (block: string) => {
	const lines = block.split('\n').slice(1, -1);
	const indent = Math.min(
		...lines.filter((line) => line).map((line) => /^\t*/.exec(line)![0].length),
	);
	return lines.map((line) => line.slice(indent)).join('\n');
};

describe('a two-column article', () => {
	const left = [
		'The harbour was quiet when',
		'the first boats came home.',
		'Nobody waited on the pier.',
		'The fish had gone north in',
		'the cold months, they said',
		'in town.',
	];
	const right = [
		'In spring the young people',
		'moved away to the big city',
		'and the old houses were to',
		'be had for very little.',
		'A painter bought the first',
		'one of them that year.',
	];
	const articleOf = (blocks: number[]): Print[] => [
		{ x: 0, y: 0, text: 'Quiet Waters', size: 40, block: blocks[0] },
		...blockAt(0, 80, left.slice(0, 3), { block: blocks[1] }),
		...blockAt(0, 178, left.slice(3), { block: blocks[2] }),
		...blockAt(300, 80, right, { block: blocks[3] }),
	];
	const readings: Reading[] = [
		{ order: 'byY' },
		{ order: 'shuffled' },
		{ order: 'byY', slant: 5 },
		{ order: 'byY', slant: -8, known: 'corners' },
		{ order: 'shuffled', keystone: 0.1 },
	];

	test.each(readings)('is read column by column: %j', (reading) => {
		for (const blocks of [
			[1, 2, 3, 4],
			[4, 3, 1, 2],
			[1, 1, 1, 1],
		])
			expect(inOrder(pageOf(articleOf(blocks), reading))).toEqual([
				'Quiet Waters',
				...left,
				...right,
			]);
	});

	test('stands as printed', () => {
		expect(layoutText([pageOf(articleOf([1, 2, 3, 4]), { order: 'byY' })])).toBe(
			text(`
				Quiet Waters

				The harbour was quiet when    In spring the young people
				the first boats came home.    moved away to the big city
				Nobody waited on the pier.    and the old houses were to
				                              be had for very little.
				The fish had gone north in
				                              A painter bought the first
				the cold months, they said
				                              one of them that year.
				in town.
			`),
		);
	});

	test('is a heading and paragraphs', () => {
		expect(markdownOf([pageOf(articleOf([1, 2, 3, 4]), { order: 'byY' })])).toBe(
			text(`
				# Quiet Waters

				The harbour was quiet when
				the first boats came home.
				Nobody waited on the pier.

				The fish had gone north in
				the cold months, they said
				in town.

				In spring the young people
				moved away to the big city
				and the old houses were to
				be had for very little.
				A painter bought the first
				one of them that year.
			`),
		);
	});
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

describe('a form', () => {
	const form: Print[] = [
		...blockAt(0, 0, ['Name:', 'Date of birth:', 'Place of birth:', 'Occupation:'], { step: 40 }),
		...blockAt(200, 0, ['Mary Sample', '1 May 1980', 'Sampletown', 'Carpenter'], { step: 40 }),
	];
	const cells = form.map((print, index) => ({ ...print, block: index + 1 }));
	const pairs = [
		['Name:', 'Mary Sample'],
		['Date of birth:', '1 May 1980'],
		['Place of birth:', 'Sampletown'],
		['Occupation:', 'Carpenter'],
	];

	test.each([form, cells])('is read row by row', (...prints) => {
		for (const order of ['byY', 'shuffled', 'byColumn'] as const)
			expect(inOrder(pageOf(prints, { order, slant: 5 }))).toEqual(pairs.flat());
	});

	test('has labels in one column and values in the other', () => {
		expect(columnsOf(pageOf(cells, { order: 'shuffled', slant: -8 }))).toEqual(pairs);
		expect(columnsOf(pageOf(form, { isWhole: true }))).toEqual(pairs);
	});

	test('stands as printed, and is a table', () => {
		const page = pageOf(form, { order: 'shuffled' });
		expect(layoutText([page])).toBe(
			text(`
				Name:               Mary Sample
				Date of birth:      1 May 1980
				Place of birth:     Sampletown
				Occupation:         Carpenter
			`),
		);
		expect(markdownOf([page])).toBe(
			text(`
				|  |  |
				| --- | --- |
				| Name: | Mary Sample |
				| Date of birth: | 1 May 1980 |
				| Place of birth: | Sampletown |
				| Occupation: | Carpenter |
			`),
		);
	});
});

describe('a table with empty cells', () => {
	const rows = [
		['Article', 'Colour', 'Pieces', 'Price'],
		['Chair', 'blue', '4', '120.00'],
		['Table', '', '1', '85.50'],
		['Lamp', 'red', '', '9.90'],
		['Delivery', '', '', '15.00'],
	];
	const table = rows.flatMap(([article, colour, pieces, price], index): Print[] => {
		const y = index * 36;
		return [
			{ x: 0, y, text: article },
			{ x: 150, y, text: colour },
			endingAt(340, y, pieces),
			endingAt(480, y, price),
		].filter((print) => print.text !== '');
	});

	test.each([0, 5, -8, 12])('has each cell in its column, at %i degrees', (slant) => {
		expect(columnsOf(pageOf(table, { order: 'shuffled', slant }))).toEqual(rows);
	});

	test('stands as printed, prices on the right', () => {
		expect(layoutText([pageOf(table, { order: 'byY' })])).toBe(
			text(`
				Article        Colour       Pieces         Price
				Chair          blue              4        120.00
				Table                            1         85.50
				Lamp           red                          9.90
				Delivery                                   15.00
			`),
		);
	});

	test.each<Reading>([
		{ slant: 5 },
		{ slant: -8 },
		{ keystone: 0.1 },
		{ leaning: 0.1 },
		{ slant: 3, leaning: 0.1 },
	])('stands the same way when it is photographed: %j', (reading) => {
		const long = Array.from({ length: 4 }, (_, index) =>
			table.map((print) => ({ ...print, y: print.y + index * 180 })),
		).flat();
		const photograph = pageOf(long, { ...reading, order: 'shuffled' });
		const [seen, printed] = [photograph, pageOf(long)].map((page) =>
			layoutText([page]).split('\n'),
		);
		// A camera makes some columns wider and others narrower.
		const withoutWidths = (lines: string[]) => lines.map((line) => line.replace(/ {2,}/g, '  '));
		expect(withoutWidths(seen)).toEqual(withoutWidths(printed));
		expect(new Set(seen.filter((line) => /\d$/.test(line)).map((line) => line.length)).size).toBe(
			1,
		);
	});

	test('is a pipe table', () => {
		const pipes = table.map((print) => ({ ...print, text: print.text.replace('blue', 'b|ue') }));
		expect(markdownOf([pageOf(pipes, { order: 'shuffled' })])).toBe(
			text(`
				| Article | Colour | Pieces | Price |
				| --- | --- | --- | --- |
				| Chair | b\\|ue | 4 | 120.00 |
				| Table |  | 1 | 85.50 |
				| Lamp | red |  | 9.90 |
				| Delivery |  |  | 15.00 |
			`),
		);
	});
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

describe('an invoice with two addresses', () => {
	const invoice: Print[] = [
		{ x: 0, y: 0, text: 'INVOICE', size: 40, block: 1 },
		...blockAt(0, 80, ['Bill to', 'Sample Chairs Ltd', '12 Example Street', 'Sampletown'], {
			block: 2,
		}),
		...blockAt(300, 80, ['Ship to', 'Sample Warehouse', '7 Harbour Road', 'Otherport'], {
			block: 3,
		}),
		{ x: 0, y: 220, text: 'Dear customer,', block: 4 },
		{ x: 0, y: 260, text: 'We thank you for your order and charge you as follows.', block: 5 },
		...[
			['Chair', '4', '120.00'],
			['Table', '1', '85.50'],
			['Lamp', '2', '19.80'],
		].flatMap(([article, pieces, price], index) => [
			{ x: 0, y: 320 + index * 28, text: article, block: 6 },
			endingAt(300, 320 + index * 28, pieces, { block: 6 }),
			endingAt(480, 320 + index * 28, price, { block: 6 }),
		]),
	];
	const order = [
		...['INVOICE', 'Bill to', 'Sample Chairs Ltd', '12 Example Street', 'Sampletown'],
		...['Ship to', 'Sample Warehouse', '7 Harbour Road', 'Otherport', 'Dear customer,'],
		'We thank you for your order and charge you as follows.',
		...['Chair', '4', '120.00', 'Table', '1', '85.50', 'Lamp', '2', '19.80'],
	];

	test.each([0, 5, -8, 12])('is read address by address, at %i degrees', (slant) => {
		expect(inOrder(pageOf(invoice, { order: 'byY', slant }))).toEqual(order);
		expect(inOrder(pageOf(invoice, { order: 'shuffled', slant }))).toEqual(order);
	});

	test('stands as printed', () => {
		expect(layoutText([pageOf(invoice, { order: 'byY' })])).toBe(
			text(`
				INVOICE

				Bill to                       Ship to
				Sample Chairs Ltd             Sample Warehouse
				12 Example Street             7 Harbour Road
				Sampletown                    Otherport

				Dear customer,

				We thank you for your order and charge you as follows.

				Chair                        4            120.00
				Table                        1             85.50
				Lamp                         2             19.80
			`),
		);
	});

	test('has a table of the goods, not of the addresses', () => {
		expect(markdownOf([pageOf(invoice, { order: 'byY' })])).toBe(
			text(`
				# INVOICE

				Bill to
				Sample Chairs Ltd
				12 Example Street
				Sampletown

				Ship to
				Sample Warehouse
				7 Harbour Road
				Otherport

				Dear customer,

				We thank you for your order and charge you as follows.

				|  |  |  |
				| --- | --- | --- |
				| Chair | 4 | 120.00 |
				| Table | 1 | 85.50 |
				| Lamp | 2 | 19.80 |
			`),
		);
	});
});

describe('a letter', () => {
	const letter: Print[] = [
		...blockAt(0, 0, ['The Sandbox', '1 Example Street']),
		endingAt(500, 84, '14 March 2025'),
		{ x: 0, y: 140, text: 'Dear reader,' },
		...blockAt(0, 196, [
			'It was written to test text recognition, and nobody',
			'named in it is a real person. Please count them',
			'before you sign.',
		]),
		...blockAt(250, 308, ['Yours faithfully,', 'The Sandbox']),
	];
	const lines = letter.map((print) => print.text);

	test('reads from top to bottom, however it is sorted', () => {
		for (const order of ['given', 'byY', 'shuffled', 'byColumn'] as const)
			for (const slant of [0, 5, -8])
				expect(inOrder(pageOf(letter, { order, slant }))).toEqual(lines);
	});

	test('stands as printed', () => {
		expect(layoutText([pageOf(letter)])).toBe(
			text(`
				The Sandbox
				1 Example Street

				                                     14 March 2025

				Dear reader,

				It was written to test text recognition, and nobody
				named in it is a real person. Please count them
				before you sign.

				                         Yours faithfully,
				                         The Sandbox
			`),
		);
	});

	test('is paragraphs; pages are parted', () => {
		const second = pageOf([{ x: 0, y: 0, text: '- 2 -' }], {}, 2);
		expect(markdownOf([pageOf(letter, { order: 'shuffled', slant: 5 }), second])).toBe(
			text(`
				The Sandbox
				1 Example Street

				14 March 2025

				Dear reader,

				It was written to test text recognition, and nobody
				named in it is a real person. Please count them
				before you sign.

				Yours faithfully,
				The Sandbox

				- 2 -
			`),
		);
		expect(layoutText([second, { page: 2, lines: [] }, second])).toBe('- 2 -\n\f\n\f- 2 -');
	});
});

test('a Korean notice: characters are two wide', () => {
	const notice: Print[] = [
		{ x: 0, y: 0, text: '안내문', size: 40 },
		...blockAt(0, 80, ['주민 여러분께 알려 드립니다.', '공사 시간에는 물을 사용할 수 없으니']),
		...blockAt(0, 160, ['관리비', '수도', '전기']),
		...blockAt(250, 160, ['120,000', '9,500', '31,000']).map(({ y, text: sum }) =>
			endingAt(320, y, sum),
		),
		{ x: 0, y: 270, text: '문의 전화: 02-555-0100' },
	];
	for (const reading of [{ order: 'byY' }, { order: 'shuffled', slant: 5 }] as const) {
		const page = pageOf(notice, reading);
		expect(layoutText([page])).toBe(
			text(`
				안내문

				주민 여러분께 알려 드립니다.
				공사 시간에는 물을 사용할 수 없으니

				관리비                   120,000
				수도                       9,500
				전기                      31,000

				문의 전화: 02-555-0100
			`),
		);
		expect(markdownOf([page])).toBe(
			text(`
				# 안내문

				주민 여러분께 알려 드립니다.
				공사 시간에는 물을 사용할 수 없으니

				|  |  |
				| --- | --- |
				| 관리비 | 120,000 |
				| 수도 | 9,500 |
				| 전기 | 31,000 |

				문의 전화: 02-555-0100
			`),
		);
	}
});

test('vertical Chinese stays in the order of the provider', () => {
	const poem = ['床前明月光', '疑是地上霜', '举头望明月', '低头思故乡'];
	const page = pageOf(
		poem.map((line, index) => ({ x: 300 - index * 60, y: 0, text: line, isVertical: true })),
	);
	expect(inOrder(page)).toEqual(poem);
	expect(columnsOf(page)).toEqual(poem.map((line) => [line]));
	expect(layoutText([page])).toBe(poem.join('\n'));
	expect(markdownOf([page])).toBe(poem.join('\n'));
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
			...{ page: 1, row: null, text: '', confidence: null },
			...{ left: null, top: null, right: null, bottom: null, column1: '', column2: '' },
		},
		{
			...{ page: 2, row: 1, text: 'Rye bread 3.20', confidence: 0.85 },
			...{ left: 210, top: 55, right: 600, bottom: 77, column1: 'Rye bread', column2: '3.20' },
		},
		{
			...{ page: 2, row: 2, text: 'Thank you', confidence: 0.9 },
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
