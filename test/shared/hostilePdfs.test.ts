import { deflateSync } from 'node:zlib';

import { countPages } from '../../nodes/shared/pdf/countPages';
import { watch } from '../support/watch';

const MB = 1024 * 1024;
const CATALOG = '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n';
const TRAILER = 'trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n';

const bytes = (...parts: Array<string | Buffer>) =>
	Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
const pdf = (...parts: Array<string | Buffer>) => bytes('%PDF-1.7\n', ...parts);
const catalogWith = (text: string) => `1 0 obj\n<< /Type /Catalog ${text}\nendobj\n`;

/** Objects with numbers from 10 on. */
const objects = (count: number, object: (number: number) => string | Buffer) =>
	bytes(...Array.from({ length: count }, (_, index) => object(index + 10)));

const objectStream = (number: number, first: number, data: Buffer) =>
	bytes(
		`${number} 0 obj\n<< /Type /ObjStm /First ${first} /Filter /FlateDecode /Length ${data.length} >>\nstream\n`,
		data,
		'\nendstream\nendobj\n',
	);

/** An object stream whose objects stand where it says. */
function packed(entries: Array<[number: number, offset: number]>, content: string): Buffer {
	const pairs = entries.map(([number, offset]) => `${number} ${offset} `).join('');
	return objectStream(5, pairs.length, deflateSync(pairs + content));
}

/** Files made to keep a reader busy or to fill its memory. None of them has a page count. */
const HOSTILE: Record<string, () => Buffer> = {
	'61 kB that inflate to 60 MB of object numbers': () =>
		pdf(objectStream(3, 60_000_000, deflateSync(Buffer.alloc(60_000_000, '1 2 '))), TRAILER),
	'object streams that inflate to gigabytes together': () => {
		const data = deflateSync(Buffer.alloc(8 * MB, '1 2 '));
		return pdf(
			objects(700, (number) => objectStream(number, 9_000_000_000, data)),
			TRAILER,
		);
	},
	'7 MB of tiny object streams': () => {
		const data = deflateSync('1 0 << >>');
		return pdf(
			objects(60_000, (number) => objectStream(number, 4, data)),
			TRAILER,
		);
	},
	'90,000 streams whose length does not exist': () =>
		pdf(
			CATALOG,
			objects(
				90_000,
				(number) => `${number} 0 obj << /Length 9 0 R >>\nstream\nabcd\nendstream\nendobj\n`,
			),
			TRAILER,
		),
	'90,000 streams without an end': () =>
		pdf(
			CATALOG,
			objects(90_000, (number) => `${number} 0 obj << /Length 9 0 R >>\nstream\nabcd\nendobj\n`),
			TRAILER,
		),
	'a string of 300 kB that is not closed': () =>
		pdf(catalogWith('(' + '\\('.repeat(150_000)), TRAILER),
	'7 MB of brackets that are not closed': () => pdf(catalogWith('('.repeat(7 * MB)), TRAILER),
	'a length and a count of a million digits': () =>
		pdf(
			CATALOG,
			`2 0 obj\n<< /Count ${'1'.repeat(1e6)} /Length ${'1'.repeat(1e6)} >>\nstream\nendstream\nendobj\n`,
			TRAILER,
		),
	'an object number of 7 million digits': () => pdf(CATALOG, '1'.repeat(7 * MB), ' 0 obj\n'),
	'dictionaries in dictionaries': () => pdf(catalogWith('<< /A '.repeat(MB)), TRAILER),
	'arrays in arrays': () => pdf(catalogWith('['.repeat(7 * MB)), TRAILER),
	'objects without an end': () => pdf('1 0 obj '.repeat(900_000), TRAILER),
	'trailers without an end': () => pdf('trailer '.repeat(900_000)),
	'half a million objects, none of them a catalog': () => pdf('1 0 obj<<>>endobj '.repeat(400_000)),
	'one object after the other that begins where another one does': () =>
		pdf(
			packed(
				Array.from({ length: 200_000 }, (_, index) => [index, index % 2 ? 9 : 900_000]),
				' << /A 1 >> '.repeat(100_000),
			),
		),
	'100 MB of tokens': () => pdf(catalogWith('/A 1 '.repeat(20 * MB)), TRAILER),
	'a catalog that is its own page tree, count and length': () =>
		pdf(
			'1 0 obj << /Type /Catalog /Pages 1 0 R /Count 1 0 R /Length 1 0 R >>\nstream\nx\nendstream endobj\n',
			TRAILER,
		),
};

// The stretches are some 10 ms long, each with what other threads did meanwhile.
test.each(Object.entries(HOSTILE))(
	'%s: no count, and n8n goes on meanwhile',
	async (_, make) => {
		const file = make();
		const { result, longest, memory } = await watch(async () => await countPages(file));
		expect(result).toBeUndefined();
		expect(longest).toBeLessThan(3_000);
		expect(memory).toBeLessThan(600);
	},
	60_000,
);

test('a hundred files at a time leave n8n its turns as well', async () => {
	const file = HOSTILE['a string of 300 kB that is not closed']();
	const { longest } = await watch(
		async () => await Promise.all(Array.from({ length: 100 }, () => countPages(file))),
	);
	expect(longest).toBeLessThan(3_000);
}, 60_000);

test.each([
	['of 135 bytes', 9_999, ''],
	['of 20 kB', 9_999, ' '.repeat(20_000)],
])('a file %s cannot have %i pages', async (_, count, padding) => {
	const pages = `2 0 obj\n<< /Count ${count} >>\nendobj\n${padding}`;
	expect(await countPages(pdf(CATALOG, pages, TRAILER))).toBeUndefined();
});
