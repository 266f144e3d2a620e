import * as fc from 'fast-check';

import {
	layoutText,
	markdownOf,
	readingOrder,
	rowItems,
} from '../../../nodes/shared/output/layout';
import { textItems } from '../../../nodes/shared/output/textItems';
import type { TextLine, TextPage, TextWord } from '../../../nodes/shared/output/textPage';

/** 10,000 by hand: RUNS=10000 npm run test:unit -- test/shared/layout/properties */
const numRuns = Number(process.env.RUNS ?? 500);

const TEXTS = [
	'a',
	'Total',
	'12.50',
	'|',
	'#',
	'-',
	'---',
	'\\',
	'\\|',
	'*x*',
	'<b>',
	'1.',
	'가격',
	'你好',
	'سلام',
	'```',
	'--- | ---',
	'a|b\\|c',
	'two\nlines',
	'| cell |\n| --- |',
	'e\u0301\u200b',
	'\u202eabc',
	'一'.repeat(300),
];
const word = fc
	.oneof(
		{ weight: 3, arbitrary: fc.constantFrom(...TEXTS) },
		{ weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }) },
	)
	.map((text) => text.trim() || 'x');

const usual = fc.integer({ min: 0, max: 300 });
const odd = fc.constantFrom(
	0,
	-1,
	1e-300,
	1e7,
	-1e7,
	Number.MAX_VALUE,
	Infinity,
	-Infinity,
	NaN,
	null,
);
const at = fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: odd });
const box = fc.oneof(
	{
		weight: 6,
		arbitrary: fc
			.tuple(usual, usual, fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 30 }))
			.map(([left, top, width, height]) => ({
				left,
				top,
				right: left + width,
				bottom: top + height,
			})),
	},
	{ weight: 1, arbitrary: fc.record({ left: at, top: at, right: at, bottom: at }) },
);
/** As in a table, more or less. */
const cell = fc
	.tuple(
		fc.integer({ min: 0, max: 4 }),
		fc.integer({ min: 0, max: 12 }),
		fc.integer({ min: 0, max: 3 }),
	)
	.map(([column, row, off]) => {
		const [left, top] = [column * 150 + off, row * 30 + off];
		return { left, top, right: left + 80, bottom: top + 20 };
	});

/** Pages that a camera of the largest kind takes; all in one place, in one row, one below the other. */
const extreme = fc.oneof(
	fc
		.tuple(fc.integer({ min: 0, max: 1e5 }), fc.integer({ min: 0, max: 1e5 }))
		.map(([left, top]) => ({ left, top, right: left + 900, bottom: top + 300 })),
	fc.constant({ left: 50, top: 50, right: 90, bottom: 70 }),
	fc.constant({ left: 50, top: 50, right: 50, bottom: 50 }),
	fc.integer({ min: 0, max: 900 }).map((left) => ({ left, top: 9, right: left + 80, bottom: 29 })),
	fc.integer({ min: 0, max: 900 }).map((top) => ({ left: 9, top, right: 29, bottom: top + 80 })),
	fc
		.integer({ min: 0, max: 90 })
		.map((at) => ({ left: at, top: at, right: 999 - at, bottom: 999 - at })),
);

const place = fc.oneof(
	{ weight: 3, arbitrary: box },
	{ weight: 3, arbitrary: cell },
	{ weight: 1, arbitrary: extreme },
);
const corner = fc.record({
	x: fc.oneof(
		{ weight: 12, arbitrary: usual },
		{ weight: 1, arbitrary: fc.constantFrom(NaN, -Infinity, 1e300) },
	),
	y: usual,
});
const line: fc.Arbitrary<TextLine> = fc
	.record({
		read: fc.array(fc.tuple(word, place), { maxLength: 5 }),
		lineBox: place,
		confidence: fc.constantFrom(null, 0, 0.5, 1),
		isCharacters: fc.boolean(),
		block: fc.integer({ min: 1, max: 4 }),
		corners: fc.option(fc.array(corner, { minLength: 3, maxLength: 4 }), { nil: undefined }),
	})
	.map(({ read, lineBox, confidence, isCharacters, block, corners }) => {
		const text = read.map(([each]) => each).join(' ');
		const words: TextWord[] = isCharacters
			? Array.from(text, (each) => ({ text: each, confidence, ...lineBox }))
			: read.map(([each, wordBox]) => ({ text: each, confidence, ...wordBox }));
		return { text, confidence, ...lineBox, block, words, corners };
	});
const pages: fc.Arbitrary<TextPage[]> = fc
	.array(fc.array(line, { maxLength: 40 }), { maxLength: 3 })
	.map((all) => all.map((lines, index) => ({ page: index + 1, lines })));

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean).sort();

/** What a reader of Markdown sees: the text without marks of tables and headings. */
const plainOf = (markdown: string) =>
	markdown
		.split('\n')
		.filter((each) => !/^\|( --- \|)+$/.test(each))
		.map((each) =>
			/^\| .*\|$/.test(each)
				? each.replace(/(?<!\\)((?:\\\\)*)\|/g, '$1 ')
				: each.replace(/^##? /, ''),
		)
		.map((each) => each.replace(/\\([!-/:-@[-`{-~])/g, '$1'))
		.join('\n');

test(
	`${numRuns} random pages: each text has the same words, each line is read once, rows have the same columns`,
	() => {
		fc.assert(fc.property(pages, expectWhole), { numRuns });
	},
	numRuns * 100,
);

function expectWhole(all: TextPage[]) {
	const [{ json }] = textItems(all, 'fullText');
	const words = wordsOf(json.text as string);
	const rows = rowItems(all).map((item) => item.json);
	const columns = Object.keys(rows[0] ?? {}).filter((name) => name.startsWith('column'));
	const cells = rows.flatMap((row) => columns.map((name) => row[name]));
	expect(wordsOf(rows.map(({ text }) => text).join('\n'))).toEqual(words);
	expect(wordsOf(cells.join('\n'))).toEqual(words);
	expect(wordsOf(layoutText(all))).toEqual(words);
	expect(wordsOf(plainOf(markdownOf(all)))).toEqual(words);
	expect(new Set(rows.map((row) => Object.keys(row).join())).size).toBeLessThanOrEqual(1);
	for (const page of all) {
		const { lines } = readingOrder(page);
		expect(lines).toHaveLength(page.lines.length);
		expect(new Set(lines)).toEqual(new Set(page.lines));
	}
}

const countIn = (text: string) => text.match(/Word/g)?.length ?? 0;

describe.each([
	['in one place', () => [5, 5, 60, 20]],
	['without a size', () => [5, 5, 0, 0]],
	['one below the other', (index: number) => [0, index * 9, 500, 20]],
	['on stairs', (index: number) => [(index % 2) * 80 + (index % 997), (index >> 1) * 28, 60, 20]],
	['far away from each other', (index: number) => [index * 9, index * 5, 1e5, 1e-9]],
	['nowhere', (index: number) => [NaN, Infinity, -index, 1e300]],
	['in one row', (index: number) => [index * 40, 0, 30, 20]],
	['over each other', (index: number) => [index % 50, index % 47, 500, 500]],
	['here and there', (index: number) => [(index * 7919) % 9000, (index * 104_729) % 5000, 60, 20]],
	[
		'of labels and values that are as long as prose',
		(index: number) => [(index % 2) * 900, (index >> 1) * 28, 500, 20],
		'Of Some Length',
	],
] as Array<[string, (index: number) => number[], string?]>)('20,000 boxes %s', (_, boxOf, more) => {
	const lines = Array.from({ length: 20_000 }, (__, index): TextLine => {
		const [left, top, width, height] = boxOf(index);
		const at = { left, top, right: left + width, bottom: top + height };
		const text = `Word${index} ${more ?? ''}`.trim();
		return {
			text,
			confidence: 1,
			...at,
			block: more ? 1 : index % 3,
			words: [{ text, confidence: 1, ...at }],
		};
	});
	const all = [{ page: 1, lines }];

	test.each([
		['reading order', () => readingOrder(all[0]).lines.length],
		['rows', () => rowItems(all).reduce((sum, { json }) => sum + countIn(json.text as string), 0)],
		['layout', () => countIn(layoutText(all))],
		['Markdown', () => countIn(markdownOf(all))],
	])('%s: no word is lost, and it ends', (__, count) => {
		expect(count()).toBe(lines.length);
	});
});
