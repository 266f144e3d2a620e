import {
	layoutText,
	markdownOf,
	readingOrder,
	rowItems,
} from '../../../nodes/shared/output/layout';
import type { TextPage } from '../../../nodes/shared/output/textPage';
import type { Print } from './print';
import { blockAt, endingAt, pageOf } from './print';
import { inOrder } from './readAs';

const textsOf = ({ lines }: TextPage) => lines.map(({ text }) => text);

const receipt: Print[] = [
	{ x: 150, y: 0, text: 'SAMPLE MARKET' },
	{ x: 0, y: 40, text: 'Date 1.5.' },
	{ x: 150, y: 40, text: 'Time 10:22' },
	endingAt(400, 40, 'Till 3'),
	...['Rye bread with sunflower seeds', 'Milk', 'Basmati rice 1 kg', 'Light bulbs x2'].flatMap(
		(name, row) => [
			{ x: 0, y: 90 + row * 28, text: name },
			endingAt(400, 90 + row * 28, `${row * 7 + 1}.50`),
		],
	),
	{ x: 0, y: 220, text: 'Total' },
	endingAt(400, 220, '44.00', { size: 28 }),
];
const table: Print[] = [
	['Article', 'Colour', 'Pieces', 'Price'],
	['Chair with arms', 'blue', '4', '120.00'],
	['Table', '', '1', '85.50'],
	['Lamp', 'red', '', '9.90'],
].flatMap(([article, colour, pieces, price], row) =>
	[
		{ x: 0, y: row * 36, text: article },
		{ x: 200, y: row * 36, text: colour },
		endingAt(380, row * 36, pieces),
		endingAt(500, row * 36, price),
	].filter(({ text }) => text !== ''),
);
const pairsAt = (pairs: string[][], x: number): Print[] =>
	pairs.flatMap(([label, value], row) => [
		{ x: 0, y: row * 32, text: label },
		{ x, y: row * 32, text: value },
	]);
const longForm = pairsAt(
	[
		['Name of the applicant', 'Mary Elizabeth Sample'],
		['Place where you were born', 'Sampletown in the north'],
		['Address of the employer', '12 Example Street, Otherport'],
		['Reason of your application', 'moving in with my parents'],
		['Documents that you enclose', 'certificate of birth, photo'],
	],
	400,
);
const koreanForm = pairsAt(
	[
		['신청인의 성명과 생년월일을 적으십시오', '홍길동 (견본) 1980년 5월 1일 서울에서 출생'],
		['신청인이 지금 살고 있는 곳의 주소', '견본시 견본구 견본로 12'],
		['신청하는 까닭을 자세히 적으십시오', '부모님과 함께 살기 위하여 이사를 합니다'],
	],
	600,
);
const superscripts: Print[] = [
	{ x: 0, y: 0, text: 'Sample Chairs' },
	{ x: 132, y: -2, text: '®', size: 8 },
	{ x: 300, y: 3, text: 'Invoice' },
	{ x: 0, y: 26, text: 'No. 5' },
	{ x: 300, y: 24, text: '14 March' },
];

describe('an order that makes sense stays', () => {
	test.each<[string, Print[]]>([
		['a receipt', receipt],
		['a table', table],
		[
			'a form',
			pairsAt(
				[...'abcd'].map((each) => [`Label ${each}:`, `Value of ${each}`]),
				200,
			),
		],
		['a form with long labels and values', longForm],
		['a Korean form', koreanForm],
		['print that is a bit higher', superscripts],
		['a letter', [...blockAt(0, 0, ['Sample', 'Street 1']), endingAt(500, 84, '14 March')]],
		[
			'blocks below each other',
			[...blockAt(0, 0, ['a', 'b'], { block: 2 }), { x: 0, y: 90, text: 'c' }],
		],
	])('%s, row by row', (_, prints) => {
		for (const known of ['words', 'corners', 'lines'] as const)
			for (const slant of [0, 0.2]) {
				const page = pageOf(prints, { known, slant });
				expect(inOrder(page)).toEqual(textsOf(page));
			}
	});

	test.each([
		['receipt', receipt],
		['form', longForm],
	])('rows that are one line each: %s', (_, prints) => {
		for (const slant of [0, 3, -5]) {
			const page = pageOf(prints, { isWhole: true, slant });
			expect(inOrder(page)).toEqual(textsOf(page));
		}
	});

	test('labels and values that are as long as prose are read row by row, however they are sorted', () => {
		for (const prints of [longForm, koreanForm])
			for (const order of ['byY', 'shuffled', 'byColumn'] as const)
				expect(inOrder(pageOf(prints, { order }))).toEqual(prints.map(({ text }) => text));
	});
});

describe('lines that stand below each other', () => {
	const stacks: Array<[string, Print[]]> = [
		['prose', blockAt(0, 0, ['The harbour was quiet when', 'the boats', 'came', 'home that day.'])],
		['close together', blockAt(0, 0, ['one line', 'and another', 'and the last'], { step: 14 })],
		[
			'blocks',
			[
				{ x: 0, y: 0, text: 'Quiet Waters', size: 40, block: 3 },
				...blockAt(0, 60, ['The harbour was quiet', 'that day.'], { block: 1 }),
				...blockAt(40, 120, ['Nobody waited.', 'In town', 'neither.'], { block: 2 }),
			],
		],
		['to and fro', [0, 300, 100, 0].map((x, row) => ({ x, y: row * 30, text: `line ${row}` }))],
	];

	test.each(stacks)('%s: come out the same way, however they are sorted', (_, prints) => {
		const texts = prints.map(({ text }) => text);
		for (const order of ['given', 'shuffled'] as const)
			for (const slant of [0, 2, -2])
				expect(inOrder(pageOf(prints, { order, slant }))).toEqual(texts);
	});

	test('are columns, even where the second one is set off by half a line', () => {
		const left = [
			'The harbour was quiet when',
			'the first boats came home',
			'and nobody waited there.',
		];
		const right = [
			'In spring the young people',
			'moved away to the big city',
			'and left all their houses.',
		];
		const prints = [...blockAt(0, 0, left), ...blockAt(300, 14, right)];
		expect(inOrder(pageOf(prints, { order: 'byY' }))).toEqual([...left, ...right]);
	});

	test('are torn apart no more than their blocks', () => {
		const prints = blockAt(0, 0, ['a', 'b', 'c']).map((print, index) => ({
			...print,
			block: [1, 2, 1][index],
		}));
		expect(inOrder(pageOf(prints))).toEqual(['a', 'c', 'b']);
	});
});

describe('text from right to left', () => {
	const rows = [
		['الاسم:', 'مريم نموذج'],
		['المدينة:', 'بلدة العينة'],
		['المهنة:', 'نجارة'],
	];
	const form = rows.flatMap(([label, value], row): Print[] => [
		endingAt(500, row * 40, label),
		endingAt(300, row * 40, value),
	]);

	test('stays in the order of the provider', () => {
		for (const order of ['given', 'shuffled'] as const) {
			const page = pageOf(form, { order });
			expect(readingOrder(page)).toEqual(page);
		}
	});

	test('has its columns from right to left', () => {
		const page = pageOf(form, { order: 'shuffled', slant: 3 });
		expect(rowItems([page]).map(({ json }) => [json.column1, json.column2])).toEqual(rows);
		expect(layoutText([page]).split('\n')).toEqual(
			rows.map(([label, value]) => label.padEnd(20) + value),
		);
	});

	test('is cut at wide gaps, too', () => {
		const line = { ...pageOf([{ x: 0, y: 0, text: 'x' }]).lines[0], text: 'السعر الكامل 12.50' };
		const at = (text: string, left: number, right: number) => ({
			...{ text, confidence: 1, left, right, top: 0, bottom: 20 },
		});
		line.words = [at('السعر', 400, 450), at('الكامل', 330, 390), at('12.50', 0, 50)];
		const page = { page: 1, lines: [{ ...line, left: 0, top: 0, right: 450, bottom: 20 }] };
		expect(rowItems([page])[0].json).toMatchObject({ column1: 'السعر الكامل', column2: '12.50' });
	});
});

describe('a page upside down', () => {
	const turned = (known: 'words' | 'corners', order: 'given' | 'shuffled') =>
		pageOf(longForm, { known, order, slant: 180 });
	const texts = longForm.map(({ text }) => text);

	test.each(['words', 'corners'] as const)('is read from its own top, by its %s', (known) => {
		for (const order of ['given', 'shuffled'] as const)
			expect(inOrder(turned(known, order))).toEqual(texts);
		const upright = pageOf(longForm, { known });
		expect(layoutText([turned(known, 'shuffled')])).toBe(layoutText([upright]));
		expect(markdownOf([turned(known, 'shuffled')])).toBe(markdownOf([upright]));
	});
});

test('one odd row makes no columns of the document', () => {
	const columns = rowItems([pageOf(longReceipt())]).map(({ json }) =>
		Object.keys(json).filter((name) => name.startsWith('column')),
	);
	expect(columns[0]).toEqual(['column1', 'column2']);
});

/** The row of date, time and till is the only one with three cells. */
function longReceipt(): Print[] {
	const names = ['Rye bread with sunflower seeds', 'Basmati rice 1 kg', 'Strawberry jam'];
	return [
		...receipt,
		...names.flatMap((text, row): Print[] => [
			{ x: 0, y: 300 + row * 28, text },
			endingAt(400, 300 + row * 28, '2.50'),
		]),
	];
}
