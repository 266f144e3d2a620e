import * as fc from 'fast-check';

import { NO_BOX } from '../../nodes/shared/output/box';
import { lineOfWords } from '../../nodes/shared/output/lineOfWords';
import { withMinimumConfidence } from '../../nodes/shared/output/minimumConfidence';
import { textItems } from '../../nodes/shared/output/textItems';
import type { TextLine, TextPage, TextWord } from '../../nodes/shared/output/textPage';

type Read = [text: string, confidence: number | null];

const wordsOf = (read: Read[]): TextWord[] =>
	read.map(([text, confidence], index) => ({
		...{ text, confidence },
		...{ left: index * 10, top: 0, right: index * 10 + 8, bottom: 10 },
	}));

/** A line that was sent with a text, a confidence and words. */
const lineOf = (text: string, confidence: number | null, read: Read[]): TextLine => ({
	...{ text, confidence, left: 0, top: 0, right: 99, bottom: 10 },
	...{ block: 1, words: wordsOf(read) },
});

const pageOf = (...lines: TextLine[]): TextPage => ({ page: 1, lines });

/** What is left of one line at 0.5: its text and its words. */
function left(line: TextLine) {
	const { pages } = withMinimumConfidence([pageOf(line)], 0.5);
	return pages[0].lines.map(({ text, words }) => [text, words.map((word) => word.text).join('|')]);
}

describe('a line with a confidence of its own', () => {
	test.each<[number | null, string[]]>([
		[0.49, []],
		[0.5, ['a b']],
		[0.51, ['a b']],
		[null, ['a b']],
	])('%j', (confidence, texts) => {
		const line = lineOf('a b', confidence, [
			['a', 0.9],
			['b', 0.9],
		]);
		expect(left(line).map(([text]) => text)).toEqual(texts);
	});

	test('keeps it, and its box, when it loses a word', () => {
		const line = lineOf('a b', 0.6, [
			['a', 0.1],
			['b', 0.9],
		]);
		const [{ lines }] = withMinimumConfidence([pageOf(line)], 0.5).pages;
		expect(lines).toEqual([{ ...line, text: 'b', words: [line.words[1]] }]);
	});

	test('goes with its last word', () => {
		expect(left(lineOf('a b', 0.9, [['a', 0.1]]))).toEqual([]);
		expect(left(lineOf('a', 0.9, [['a', 0.1]]))).toEqual([]);
	});

	test('stays where nobody sent words', () => {
		expect(left(lineOf('a', 0.9, []))).toEqual([['a', '']]);
	});
});

describe('a word is cut out of the text of its line, with the white space beside it', () => {
	/** Words with a question mark are doubtful. */
	test.each<[text: string, words: string, left: string]>([
		['a b c', '?a b c', 'b c'],
		['a b c', 'a ?b c', 'a c'],
		['a b c', 'a b ?c', 'a b'],
		['a b c d', 'a ?b ?c d', 'a d'],
		[' a  b\tc ', 'a ?b c', 'a  c'],
		['a, b, c', 'a ?b c', 'a, , c'],
		['你好吗', '你 ?好 吗', '你吗'],
		['你好 吗', '你 ?好 吗', '你 吗'],
		['你好　吗', '?你 ?好 吗', '吗'],
		['ab a b', 'ab ?a b', 'ab b'],
		['a a a', 'a ?a a', 'a a'],
		['$& $1 $$', '$& ?$1 $$', '$& $$'],
	])('%j of %j', (text, words, expected) => {
		const read = words
			.split(' ')
			.map((word): Read => (word.startsWith('?') ? [word.slice(1), 0.1] : [word, 0.9]));
		const kept = read.filter(([, confidence]) => confidence === 0.9).map(([word]) => word);
		expect(left(lineOf(text, 0.9, read))).toEqual([[expected, kept.join('|')]]);
	});

	test.each<[text: string, words: Read[]]>([
		[
			'a b',
			[
				['b', 0.9],
				['a', 0.1],
			],
		],
		[
			'a b',
			[
				['a', 0.1],
				['c', 0.9],
			],
		],
		['a', [['b', 0.1]]],
		[
			'aa',
			[
				['aa', 0.9],
				['aa', 0.1],
			],
		],
	])('but not where the words are not in the text in their order: %j, %j', (text, words) => {
		const line = lineOf(text, 0.9, words);
		const { pages, belowConfidence } = withMinimumConfidence([pageOf(line)], 0.5);
		expect(pages).toEqual([pageOf(line)]);
		expect(belowConfidence.get(1)).toBe(0);
	});
});

describe('a line that is made of words', () => {
	const line = lineOfWords(
		wordsOf([
			['a', 0.1],
			['b', 0.8],
			['c', 0.6],
			['d', 0.2],
		]),
		3,
	);

	test('is made of the remaining ones, with their confidence and their box', () => {
		const [{ lines }] = withMinimumConfidence([pageOf(line)], 0.5).pages;
		expect(line.confidence).toBe(0.425);
		expect(lines).toMatchObject([
			{ text: 'b c', confidence: 0.7, left: 10, top: 0, right: 28, bottom: 10, block: 3 },
		]);
	});

	test('has the left corners of the first one, and the right corners of the last', () => {
		const corners = (x: number) => [
			...[
				{ x, y: x + 1 },
				{ x: x + 8, y: x + 2 },
			],
			...[
				{ x: x + 8, y: x + 12 },
				{ x, y: x + 11 },
			],
		];
		const slanted = lineOfWords(
			line.words.map((word) => ({ ...word, corners: corners(word.left!) })),
			1,
		);
		const [{ lines }] = withMinimumConfidence([pageOf(slanted)], 0.5).pages;
		const [first, last] = [corners(10), corners(20)];
		expect(lines[0].corners).toEqual([first[0], last[1], last[2], first[3]]);
		expect(line.corners).toBeUndefined();
	});

	test('goes with its last word', () => {
		expect(withMinimumConfidence([pageOf(line)], 0.9).pages).toEqual([pageOf()]);
	});

	test('keeps a word without a confidence, and has none then', () => {
		const unknown = lineOfWords(
			wordsOf([
				['a', null],
				['b', 0.1],
			]),
			1,
		);
		const [{ lines }] = withMinimumConfidence([pageOf(unknown)], 0.5).pages;
		expect(lines).toMatchObject([{ text: 'a', confidence: null }]);
	});
});

const confidence = fc.option(fc.constantFrom(0, 0.25, 0.5, 0.75, 1));
const text = fc.constantFrom('a', 'ab', 'ba', '你', 'x.', 'Total');
const read = fc.array(fc.tuple(text, confidence), { minLength: 1, maxLength: 6 });
const line = fc
	.record({ read, confidence, between: fc.constantFrom(' ', '', '  '), kind: fc.nat(2) })
	.map((given) => {
		if (given.kind === 0) return lineOfWords(wordsOf(given.read), 1);
		const joined = given.read.map(([word]) => word).join(given.between);
		return lineOf(given.kind === 1 ? joined : 'other', given.confidence, given.read);
	});
const pages = fc
	.array(fc.array(line, { maxLength: 8 }), { minLength: 1, maxLength: 3 })
	.map((all) => all.map((lines, index): TextPage => ({ page: index + 1, lines })));
const minimum = fc.constantFrom(0, 0.2, 0.25, 0.5, 0.75, 0.9, 1);

const isBelow = (least: number) => (part: TextWord) =>
	part.confidence !== null && part.confidence < least;
const allWords = ({ lines }: TextPage) => lines.flatMap(({ words }) => words);
const letters = (all: TextPage[]) =>
	all.flatMap(({ lines }) => lines.map((each) => each.text.replace(/\s/g, '')));

test('any pages: nothing below stays, nothing else goes, and the count is of what is gone', () => {
	fc.assert(
		fc.property(pages, minimum, (all, least) => {
			const before = structuredClone(all);
			const { pages: kept, belowConfidence } = withMinimumConfidence(all, least);
			expect(all).toEqual(before);

			// By hand: which words stay.
			const staying = all.map(({ lines }) =>
				lines.flatMap((each) => {
					if (!each.isOfWords && isBelow(least)(each)) return [];
					return each.text === 'other' ? each.words : each.words.filter((w) => !isBelow(least)(w));
				}),
			);
			expect(kept.map(allWords)).toEqual(staying);
			expect([...belowConfidence]).toEqual(
				all.map((page, index) => [page.page, allWords(page).length - staying[index].length]),
			);
			// Texts and words say the same.
			const readable = kept.map((page) => ({
				...page,
				lines: page.lines.filter((each) => each.text !== 'other'),
			}));
			expect(letters(readable)).toEqual(
				readable.flatMap(({ lines }) =>
					lines.map(({ words }) => words.map((w) => w.text).join('')),
				),
			);
			expect(kept.flatMap(({ lines }) => lines.filter(({ words }) => !words.length))).toEqual([]);
			// A second time changes nothing.
			expect(withMinimumConfidence(kept, least).pages).toEqual(kept);
		}),
	);
});

test('a minimum of 0 leaves everything', () => {
	fc.assert(
		fc.property(pages, (all) => {
			const { pages: kept, belowConfidence } = withMinimumConfidence(all, 0);
			expect(kept).toEqual(all);
			expect(new Set(belowConfidence.values())).toEqual(new Set([0]));
		}),
	);
});

test('the items of each output: the number of the page or of the document, and what is counted is what stays', () => {
	fc.assert(
		fc.property(pages, minimum, (all, least) => {
			const { pages: kept, belowConfidence } = withMinimumConfidence(all, least);
			const total = [...belowConfidence.values()].reduce((sum, words) => sum + words, 0);
			for (const output of ['lines', 'words', 'rows'] as const) {
				expect(textItems(all, output, { minimumConfidence: least })).toEqual(
					textItems(kept, output).map(({ json }) => ({
						json: { ...json, belowConfidence: belowConfidence.get(json.page as number) },
					})),
				);
			}
			for (const output of ['fullText', 'layout', 'markdown'] as const) {
				const [{ json: without }] = textItems(kept, output);
				expect(textItems(all, output, { minimumConfidence: least })).toEqual([
					{ json: { ...without, belowConfidence: total } },
				]);
			}
			expect(textItems(all, 'words')[0].json).not.toHaveProperty('belowConfidence');
		}),
	);
});

test('all text of a page is below: the item of a page without text, and the number', () => {
	const all = [
		pageOf(
			lineOf('a b', 0.1, [
				['a', 0.9],
				['b', 0.9],
			]),
		),
	];
	const nothing = { text: '', confidence: null };
	expect(textItems(all, 'lines', { minimumConfidence: 0.5 })).toEqual([
		{
			json: {
				...{ page: 1, pages: 1, block: null, line: null },
				...{ ...nothing, ...NO_BOX, belowConfidence: 2 },
			},
		},
	]);
	expect(textItems(all, 'rows', { minimumConfidence: 0.5 })).toMatchObject([
		{ json: { page: 1, pages: 1, row: null, ...nothing, belowConfidence: 2 } },
	]);
	expect(textItems(all, 'fullText', { minimumConfidence: 0.5 })).toEqual([
		{ json: { ...nothing, pages: 1, pagesRead: 1, lines: 0, words: 0, belowConfidence: 2 } },
	]);
});

test('a line of 200,000 words is read once', () => {
	const words = Array.from({ length: 200_000 }, (_, index): Read => ['a', index % 2]);
	const long = lineOf(words.map(([word]) => word).join(' '), 0.9, words);
	const [[kept]] = left(long);
	expect(kept).toHaveLength(199_999);
});
