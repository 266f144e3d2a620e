import fc from 'fast-check';

import { inMemory } from '../../nodes/shared/input/imageFile';
import { textWithFiles } from '../../nodes/shared/input/textWithFiles';
import type { Picture } from '../../nodes/shared/output/marked/sheet';
import type { MarkedPage } from '../../nodes/shared/output/marked/svg';
import { markedSvg } from '../../nodes/shared/output/marked/svg';
import type { TextLine } from '../../nodes/shared/output/textPage';
import { PNG } from '../support/files';
import { readSvg } from '../support/svg';

const BOX = { left: 10, top: 20, right: 110, bottom: 40 };
const line = (text: string, more: Partial<TextLine> = {}): TextLine => ({
	...{ text, confidence: 0.95, ...BOX, block: 1, words: [] },
	...more,
});

const URL_OF_PICTURE = 'https://example.com/a.png?a=1&b=%22';
const LINK: Picture = { image: { url: URL_OF_PICTURE } };
const file = (width = 200, height = 100, orientation = 1): Picture => ({
	image: inMemory(PNG),
	size: { width, height, orientation },
});

const draw = async (...pages: Array<Partial<MarkedPage>>) =>
	String(
		await textWithFiles(
			markedSvg(pages.map((page, index) => ({ page: index + 1, lines: [], ...page }))),
		),
	);
const read = async (...pages: Array<Partial<MarkedPage>>) =>
	readSvg(await draw(...pages), URL_OF_PICTURE);

/** What would be a script, an element or an address of its own if it were not escaped. */
const HOSTILE = [
	']]>',
	'</title></svg><script>alert(1)</script>',
	'"><image href="https://evil.example/x.png"/>',
	`' onload='alert(1)`,
	'<!--',
	'-->',
	'<?xml version="1.0"?>',
	'<![CDATA[x]]>',
	'&amp;',
	'&#0;',
	'&lt;',
	'&unknown;',
	'javascript:alert(1)',
	'a\u0000b\u0001c\u001fd\u007f',
	'\ud800 half \udc00',
	'\ufffe\uffff',
	'😀 문 Ω \u202e',
];

test.each(HOSTILE)('text of a provider is text: %j', async (text) => {
	for (const picture of [undefined, LINK, file()]) {
		const { lines } = await read({ lines: [line(text)], picture });
		const legible = text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, '');
		expect(lines[0].title).toBe(`1: ${legible}\nConfidence: 0.95`);
		if (!picture) expect(lines[0].text).toBe(legible);
	}
});

test('any text in any place makes a harmless SVG', async () => {
	const number = fc.oneof(
		fc.double(),
		fc.integer(),
		fc.constant(null),
		fc.double({ min: 0, max: 300 }),
	);
	const point = fc.record({ x: fc.double(), y: fc.double({ min: 0, max: 200 }) });
	const text = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes)),
		fc.array(fc.constantFrom(...HOSTILE)).map((parts) => parts.join('')),
	);
	const lineOf = fc.record({
		text,
		confidence: number,
		left: number,
		top: number,
		right: number,
		bottom: number,
		corners: fc.array(point, { maxLength: 5 }),
		block: fc.constant(1),
		words: fc.constant<TextLine['words']>([]),
	});
	const picture = fc.constantFrom<Picture | undefined>(
		undefined,
		LINK,
		...[1, 2, 3, 4, 5, 6, 7, 8].map((orientation) => file(200, 100, orientation)),
	);
	const pages = fc.array(fc.record({ lines: fc.array(lineOf, { maxLength: 4 }), picture }), {
		minLength: 1,
		maxLength: 3,
	});
	await fc.assert(
		fc.asyncProperty(pages, async (all) => {
			const { sheets } = await read(...all);
			expect(sheets).toHaveLength(all.length);
		}),
		{ numRuns: 1_000 },
	);
}, 60_000);

describe('a picture whose size is known', () => {
	test('is as large as it is, with the boxes in its pixels', async () => {
		const { images, lines, root, sheets } = await read({ lines: [line('a')], picture: file() });
		const href = `data:image/png;base64,${PNG.toString('base64')}`;
		expect(images).toEqual([{ width: '200', height: '100', preserveAspectRatio: 'none', href }]);
		expect(lines[0]).toMatchObject({ points: '10,20 110,20 110,40 10,40', number: '1' });
		expect(lines[0].text).toBeUndefined();
		expect(root).toMatchObject({ width: '200', height: '100', viewBox: '0 0 200 100' });
		expect(sheets[0].viewBox).toBe('0 0 200 100');
	});

	test('keeps its size if boxes are out of it', async () => {
		const far = line('a', { left: -50, right: 5_000, bottom: 9_000 });
		const { root } = await read({ lines: [far], picture: file() });
		expect(root.viewBox).toBe('0 0 200 100');
	});

	test('and that lies on its side is as high as browsers show it', async () => {
		const { root, lines } = await read({
			lines: [line('a', { right: 90, bottom: 190 })],
			picture: file(200, 100, 6),
		});
		expect(root.viewBox).toBe('0 0 100 200');
		expect(lines[0].points).toBe('10,20 90,20 90,190 10,190');
	});

	// Stored, it has x to 200 and y to 100. Each row is where the corner (190, 20) is seen.
	test.each([
		[5, '20,190'],
		[6, '80,190'],
		[7, '80,10'],
		[8, '20,10'],
	])(
		'and that the provider has not turned as it says (%d) is turned with its boxes',
		async (orientation, corner) => {
			const { lines } = await read({
				lines: [line('a', { right: 190 })],
				picture: file(200, 100, orientation),
			});
			expect(lines[0].points?.split(' ')[1]).toBe(corner);
		},
	);

	test('and in which the boxes fit neither way is not turned', async () => {
		const far = line('a', { right: 190, bottom: 190 });
		const { lines } = await read({ lines: [far], picture: file(200, 100, 6) });
		expect(lines[0].points?.split(' ')[1]).toBe('190,20');
	});

	test.each([2, 3, 4])('and that is not on its side (%d) keeps its boxes', async (orientation) => {
		const { lines } = await read({
			lines: [line('a', { right: 190 })],
			picture: file(200, 100, orientation),
		});
		expect(lines[0].points?.split(' ')[1]).toBe('190,20');
	});
});

test('a picture of an unknown size is in its own, and the boxes say how much of it is shown', async () => {
	const { images, root } = await read({ lines: [line('a')], picture: LINK });
	expect(images).toEqual([{ href: URL_OF_PICTURE }]);
	// With the same margins on the right and below as on the left and above.
	expect(root.viewBox).toBe('0 0 120 60');
});

describe('without a picture', () => {
	test('a page is a white sheet as large as its boxes, with the text in them', async () => {
		const { images, lines, sheets } = await read({
			lines: [line('Rye bread'), line('', { top: 300, bottom: 320 })],
		});
		expect(images).toEqual([]);
		expect(lines.map(({ text }) => text)).toEqual(['Rye bread', '']);
		expect(sheets[0].viewBox).toBe('-30 -20 180 380');
	});

	test('pages stand below each other, and each has its own numbers', async () => {
		const { lines, root, sheets } = await read(
			{ lines: [line('a'), line('b')] },
			{ lines: [] },
			{ lines: [line('c')] },
		);
		expect(lines.map(({ number }) => number)).toEqual(['1', '2', '1']);
		const ends = sheets.map(({ y, height }) => Number(y) + Number(height));
		expect(Number(sheets[1].y)).toBeGreaterThan(ends[0]);
		expect(Number(sheets[2].y)).toBeGreaterThan(ends[1]);
		expect(Number(root.height)).toBeCloseTo(ends[2], 0);
	});
});

test('slanted text has its corners', async () => {
	const corners = [
		{ x: 10, y: 20 },
		{ x: 90, y: 40 },
		{ x: 85, y: 60 },
		{ x: 5, y: 40 },
	];
	const { lines } = await read({ lines: [line('a', { corners })], picture: file() });
	expect(lines[0].points).toBe('10,20 90,40 85,60 5,40');
});

test('what has no place is not drawn, and the others keep their numbers', async () => {
	const nowhere = { left: null, top: null, right: null, bottom: null };
	const { lines } = await read({
		lines: [
			line('a', nowhere),
			line('b'),
			line('c', { left: NaN }),
			line('d', { right: 1e9 }),
			line('e', { left: 110, right: 10, top: 40, bottom: 20 }),
		],
		picture: file(),
	});
	expect(lines.map(({ number }) => number)).toEqual(['2', '5']);
	expect(lines[1].points).toBe(lines[0].points);
});

test('the confidence has a colour and dashes of its own', async () => {
	const confidences = [1, 0.9, 0.8999, 0.7, 0.6999, 0, -1, null, NaN];
	const svg = await draw({ lines: confidences.map((confidence) => line('a', { confidence })) });
	expect(readSvg(svg).lines.map(({ band }) => band)).toEqual([
		...['high', 'high', 'medium', 'medium', 'low', 'low', 'low', 'unknown', 'unknown'],
	]);
	for (const unknown of readSvg(svg).lines.slice(7)) {
		expect(unknown.title).toMatch(/a\nConfidence: unknown$/);
	}
	const styles = (pattern: RegExp) =>
		new Set(Array.from(svg.matchAll(pattern), ([, value]) => value));
	expect(styles(/stroke:(#[\da-f]{6})/g).size).toBe(4);
	expect(styles(/stroke-dasharray:([^}]+)/g).size).toBe(4);
});
