import { deflateSync } from 'node:zlib';

import { openPdf } from '../../nodes/shared/pdf/openPdf';
import { watch } from '../support/watch';
import { PdfBuilder, pagesShowing } from './builder';

const MB = 1024 * 1024;
const ONE = pagesShowing('one');
const plain = (objects: ReturnType<typeof pagesShowing>) =>
	new PdfBuilder()
		.objects({ ...ONE, ...objects })
		.table()
		.file();
const page = (more: string) =>
	`<< /Type /Page /Parent 2 0 R /Contents 20 0 R /Resources << /Font << /F1 3 0 R >> ${more} >> >>`;
const many = <T>(count: number, make: (index: number) => T) =>
	Array.from({ length: count }, (_, index) => make(index));

/** Files made to keep a reader busy, to fill its memory or to end in a loop. */
const HOSTILE: Record<string, () => Buffer> = {
	'an object that is a string without an end': () => plain({ 10: `(${'('.repeat(20 * MB)}` }),
	'100 MB of tokens': () => plain({ 10: `[${'/A 1 '.repeat(20 * MB)}]` }),
	'100 MB of space': () => plain({ 10: ' '.repeat(100 * MB) }),
	'100 MB of a comment': () => plain({ 10: `%${'x'.repeat(100 * MB)}` }),
	'a name of 20 MB': () => plain({ 10: page(`/${'A'.repeat(20 * MB)} 1`) }),
	'arrays in arrays': () => plain({ 10: '['.repeat(MB) }),
	'dictionaries in dictionaries': () => plain({ 10: '<< /A '.repeat(MB) }),
	'an object that is a number of a million digits': () => plain({ 10: '1'.repeat(MB) }),
	'references of a million digits': () =>
		plain({ 10: page(`/A ${'1'.repeat(MB / 2)} ${'1'.repeat(MB / 2)} R`) }),
	'lengths, counts and places of 10 digits': () =>
		Buffer.from(
			plain({})
				.toString('latin1')
				.replace('/Length 33', '/Length 9999999999')
				.replace('/Count 1', '/Count 9999999999'),
			'latin1',
		),
	'a table of 10 digits': () =>
		Buffer.from(
			plain({}).toString('latin1').replace('xref\n0 1\n', 'xref\n0 9999999999\n'),
			'latin1',
		),
	'a cross-reference stream that inflates to gigabytes': () => {
		const data = deflateSync(Buffer.alloc(256 * MB, 1));
		const start = new PdfBuilder().objects(ONE).file();
		const file = new PdfBuilder('').add(start).object(40, {
			dictionary: '/Type /XRef /W [1 2 1] /Size 60000000 /Root 1 0 R /Filter /FlateDecode',
			data,
		});
		return file.add(`startxref\n${start.length}\n%%EOF\n`).file();
	},
	'an object stream that inflates to gigabytes': () => {
		const data = deflateSync(Buffer.alloc(256 * MB, '1 2 '));
		const { 1: catalog, ...others } = ONE;
		const builder = new PdfBuilder().objects(others).objectStream(30, { 1: catalog as string });
		builder.object(30, {
			dictionary: '/Type /ObjStm /N 9999999 /First 99999999 /Filter /FlateDecode',
			data,
		});
		return builder.crossReferenceStream(31).file();
	},
	'20,000 object streams with an object each': () => {
		const numbers = many(20_000, (index) => 1_000 + index);
		const builder = new PdfBuilder().objects({
			...ONE,
			10: page(`/Properties [${numbers.map((number) => `${number} 0 R`).join(' ')}]`),
		});
		for (const number of numbers) builder.objectStream(100_000 + number, { [number]: '<< >>' });
		return builder.crossReferenceStream(99).file();
	},
	'a page tree of 200 levels': () =>
		plain(
			Object.fromEntries([
				...many(200, (index) => [
					100 + index,
					`<< /Type /Pages /Kids [${101 + index} 0 R] /Count 1 >>`,
				]),
				[2, '<< /Type /Pages /Kids [100 0 R] /Count 1 >>'],
				[300, page('')],
			]),
		),
	'a page tree that is a loop': () => plain({ 2: '<< /Type /Pages /Kids [2 0 R] /Count 1 >>' }),
	'fields that are a loop': () =>
		plain({
			10: '<< /Type /Page /Parent 2 0 R /Contents 20 0 R /Annots [30 0 R] >>',
			30: '<< /Type /Annot /Subtype /Widget /Parent 30 0 R >>',
		}),
	'a length that is its own': () => plain({ 20: { dictionary: '/Length 20 0 R', data: 'x' } }),
	'50,000 annotations in one place': () =>
		plain({
			10: `<< /Type /Page /Parent 2 0 R /Contents 20 0 R /Annots [${'30 0 R '.repeat(50_000)}] >>`,
			30: `<< /Type /Annot /Subtype /Widget /T (${'x'.repeat(10_000)}) >>`,
		}),
	'a content that inflates to gigabytes': () =>
		plain({
			10: page('/XObject << /A 20 0 R /B 3 0 R >>'),
			20: { dictionary: '/Filter /FlateDecode', data: deflateSync(Buffer.alloc(512 * MB, '/Aa ')) },
		}),
	'a content of names without an end': () =>
		plain({
			10: page('/XObject << /A 20 0 R /B 3 0 R >>'),
			20: { dictionary: '', data: `/${'A'.repeat(50 * MB)}` },
		}),
	'a content of 2 million names': () =>
		plain({
			10: page('/XObject << /A 20 0 R /B 3 0 R >>'),
			20: { dictionary: '', data: many(1_000_000, (index) => `/${index}`).join('') },
		}),
};

test.each(Object.entries(HOSTILE))(
	'%s: little time and memory, and n8n goes on meanwhile',
	async (_, make) => {
		const file = make();
		const { result, longest, whole, memory } = await watch(async () => {
			const opened = await openPdf(file);
			return 'reason' in opened ? opened : await opened.page(1);
		});
		expect('pdf' in result ? result.pdf.length : result.reason.length).toBeGreaterThan(10);
		expect(longest).toBeLessThan(2_000);
		expect(whole).toBeLessThan(20_000);
		expect(memory).toBeLessThan(400);
	},
	60_000,
);

const content = (data: Buffer | string, more: Parameters<typeof plain>[0] = {}) =>
	plain({
		10: page('/XObject << /Im 30 0 R /Fm 100 0 R >>'),
		20: { dictionary: '', data },
		30: { dictionary: '/Type /XObject /Subtype /Image', data: 'x' },
		...more,
	});
const inflating = (bytes: Buffer) =>
	content('', { 20: { dictionary: '/Filter /FlateDecode', data: deflateSync(bytes) } });
const font = (entry: string, data: Buffer | string, dictionary = '') =>
	content('BT /F1 9 Tf 20 50 Td (AAAAAAAAAAAAAAAA) Tj ET', {
		3: `<< /Type /Font /Subtype /Type1 ${entry} >>`,
		4: '<< /Type /FontDescriptor /FontFile3 5 0 R >>',
		5: { dictionary, data },
	});
const SHOWN = 'BT /F1 9 Tf 20 50 Td (Some words to copy) Tj ET ';

/** Each code stands for one byte more than the one before. */
function growingLzw(): Buffer {
	let bits = '100000000' + '001100001';
	for (let code = 258; code < 4_096; code++) {
		bits += code.toString(2).padStart(Math.max(9, (code + 1).toString(2).length), '0');
	}
	return Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
}

/** Contents made to keep the search for text busy. */
const HOSTILE_CONTENTS: Record<string, () => Buffer> = {
	'a content that inflates to gigabytes': () => inflating(Buffer.alloc(512 * MB, SHOWN)),
	'8 MB of operations': () => inflating(Buffer.alloc(8 * MB - 9, 'q 1 0 0 1 0 0 cm Q 0 g ')),
	'8 MB of large images': () => inflating(Buffer.alloc(8 * MB - 9, ' 300 0 0 100 0 0 cm /Im Do')),
	'8 MB of text': () => inflating(Buffer.alloc(8 * MB - 9, SHOWN)),
	'a hundred thousand q': () => content('q '.repeat(100_000) + SHOWN),
	'a hundred thousand marks': () => content('/P BMC '.repeat(100_000) + SHOWN),
	'an array of 8 MB': () => content(`[${'(a) 1 '.repeat(MB)}] TJ`),
	'8 MB of operands': () => content('1 '.repeat(4 * MB)),
	'a string of 8 MB': () => content(`(${'\\101'.repeat(2 * MB)}) Tj`),
	'strings of 1 MB each': () =>
		content(`BT /F1 9 Tf 20 50 Td ${`(${'\\101'.repeat(MB / 5)}) Tj `.repeat(9)}`, {
			3: '<< /Type /Font /Subtype /Type3 >>',
		}),
	'strings without an end': () => content('('.repeat(8 * MB)),
	'arrays in arrays': () => content('['.repeat(8 * MB)),
	'an inline image without an end': () => content(`BI ID ${' EI\xff'.repeat(MB)}`),
	'inline images without an end': () => content(' BI ID EI\x01'.repeat(MB / 2)),
	'forms that draw forms, 10 times each': () =>
		content('/Fm Do', {
			...Object.fromEntries(
				many(15, (index) => [
					100 + index,
					{
						dictionary: `/Subtype /Form /Resources << /XObject << /Fm ${101 + index} 0 R >> >>`,
						data: '/Fm Do '.repeat(10),
					},
				]),
			),
			115: { dictionary: '/Subtype /Form', data: SHOWN },
		}),
	'a form that draws itself': () =>
		content('/Fm Do', { 100: { dictionary: '/Subtype /Form', data: '/Fm Do /Fm Do' } }),
	'a map of ranges': () =>
		font('/ToUnicode 5 0 R', 'beginbfrange <00> <FF> <0041> endbfrange '.repeat(200_000)),
	'a map of a million codes': () =>
		font('/ToUnicode 5 0 R', `beginbfrange ${'<00> <FF> <0041> '.repeat(400_000)} endbfrange`),
	'a map of 8 MB of operands': () => font('/ToUnicode 5 0 R', '<00>'.repeat(2 * MB)),
	'a font program of random bytes': () =>
		font('/FontDescriptor 4 0 R', Buffer.alloc(4 * MB, '\x01\x00\x04\x04\xff'), '/Subtype /Type1C'),
	'LZW that grows': () =>
		content('', { 20: { dictionary: '/Filter /LZWDecode', data: growingLzw() } }),
	'ASCII85 of zeros': () =>
		content('', { 20: { dictionary: '/Filter /ASCII85Decode', data: 'z'.repeat(MB - 1) } }),
	'filters on filters': () =>
		content('', {
			20: {
				dictionary: `/Filter [${'/ASCII85Decode '.repeat(10_000)}]`,
				data: 'z'.repeat(100_000),
			},
		}),
	'10,000 fonts with a map each': () => {
		const fonts = many(10_000, (index) => `/F${index} ${1_000 + index} 0 R`).join(' ');
		return content(many(10_000, (index) => `/F${index} 9 Tf`).join(' '), {
			10: `<< /Type /Page /Parent 2 0 R /Contents 20 0 R /Resources << /Font << ${fonts} >> >> >>`,
			...Object.fromEntries(
				many(10_000, (index) => [
					1_000 + index,
					'<< /Type /Font /Subtype /Type0 /ToUnicode 5 0 R >>',
				]),
			),
			5: { dictionary: '', data: 'beginbfrange <0000> <FFFF> <0041> endbfrange' },
		});
	},
};

test.each(Object.entries(HOSTILE_CONTENTS))(
	'%s, searched for text: little time and memory, and n8n goes on meanwhile',
	async (_, make) => {
		const file = make();
		const opened = await openPdf(file);
		if ('reason' in opened) throw new Error(opened.reason);
		const { result, longest, whole, memory } = await watch(async () => await opened.hasText(1));
		expect(result).toBe(false);
		expect(longest).toBeLessThan(2_000);
		expect(whole).toBeLessThan(20_000);
		expect(memory).toBeLessThan(400);
	},
	60_000,
);
