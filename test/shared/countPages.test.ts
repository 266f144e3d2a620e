import { deflateSync } from 'node:zlib';

import { PDFDocument, StandardFonts } from 'pdf-lib';

import { countPages } from '../../nodes/shared/pdf/countPages';

async function document(pages: number, useObjectStreams: boolean): Promise<Buffer> {
	const pdf = await PDFDocument.create();
	const font = await pdf.embedFont(StandardFonts.Helvetica);
	for (let page = 1; page <= pages; page++) pdf.addPage().drawText(`Page ${page}`, { font });
	return Buffer.from(await pdf.save({ useObjectStreams }));
}

const objects = (...texts: string[]) =>
	texts.map((text, index) => `${index + 1} 0 obj\n${text}\nendobj\n`).join('');
const trailer = (text = '/Root 1 0 R') => `trailer\n<< ${text} >>\nstartxref\n0\n%%EOF\n`;
const pdf = (...parts: string[]) => Buffer.from(['%PDF-1.7\n', ...parts].join(''), 'latin1');

test.each([1, 3, 250])('%i pages, with and without object streams', async (pages) => {
	expect(await countPages(await document(pages, true))).toBe(pages);
	expect(await countPages(await document(pages, false))).toBe(pages);
});

test('the page tree stands in a compressed object stream in the first case', async () => {
	expect((await document(3, true)).includes('/Count')).toBe(false);
	expect((await document(3, false)).includes('/Count')).toBe(true);
});

test('pages that a later version of the document adds count', async () => {
	const first = await document(2, true);
	const edited = await PDFDocument.load(first);
	edited.addPage();
	const pages = edited.catalog.Pages().toString();
	const root = edited.context.trailerInfo.Root!.toString();
	const pagesRef = edited.catalog.get(edited.context.obj('Pages'))?.toString();
	const update = `\n${pagesRef!.replace(' R', ' obj')}\n${pages}\nendobj\n${trailer(`/Root ${root}`)}`;
	expect(await countPages(Buffer.concat([first, Buffer.from(update)]))).toBe(3);
});

test('the count may be an object of its own', async () => {
	const file = pdf(
		objects('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 3 0 R >>', '7'),
		trailer(),
	);
	expect(await countPages(file)).toBe(7);
});

test('an object stream may be uncompressed', async () => {
	const stream = '1 0 2 33 << /Type /Catalog /Pages 2 0 R >> << /Type /Pages /Count 6 >>';
	const file = pdf(
		`3 0 obj\n<< /Type /ObjStm /N 2 /First 9 /Length ${stream.length} >>\nstream\n${stream}\nendstream\nendobj\n`,
		trailer(),
	);
	expect(await countPages(file)).toBe(6);
});

test('a PDF that is attached inside the PDF does not count', async () => {
	const attached = pdf(
		objects('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 99 >>'),
		trailer(),
	).toString('latin1');
	const file = pdf(
		objects(
			'<< /Type /Catalog /Pages 2 0 R >>',
			'<< /Type /Pages /Kids [] /Count 4 >>',
			`<< /Type /EmbeddedFile /Length ${attached.length} >>\nstream\n${attached}\nendstream`,
		),
		trailer(),
	);
	expect(await countPages(file)).toBe(4);
});

test('an attached PDF whose stream has its length elsewhere does not count', async () => {
	const inner = pdf(
		objects('<< /Type /Catalog /Pages 2 0 R >>', '<< /Count 99 >>', '<< >>\nstream\nx\nendstream'),
		objects('<< /Type /Catalog /Pages 2 0 R >>', '<< /Count 99 >>'),
		trailer(),
	).toString('latin1');
	const file = pdf(
		objects(
			'<< /Type /Catalog /Pages 2 0 R >>',
			'<< /Type /Pages /Count 4 >>',
			`<< /Length 4 0 R >>\nstream\n${inner}\nendstream`,
			String(inner.length),
		),
		trailer(),
	);
	expect(await countPages(file)).toBe(4);
});

test('keys in strings, comments and dictionaries within do not count', async () => {
	const file = pdf(
		objects(
			'<< /Names << /Pages 9 0 R >> /Type /Catalog % /Pages 9 0 R\n /Pages 2 0 R >>',
			'<< /Title (/Count 77) /PieceInfo << /A << /Count 50 >> >> /ID <0A 0b> /Count +3 >>',
		),
		trailer(),
	);
	expect(await countPages(file)).toBe(3);
});

test('an object stream that ends badly is read as far as it goes', async () => {
	const content = '1 0 2 33 << /Type /Catalog /Pages 2 0 R >> << /Type /Pages /Count 6 >>';
	const whole = deflateSync(content);
	for (const data of [Buffer.concat([whole, Buffer.from('junk')]), whole.subarray(0, -4)]) {
		const file = Buffer.concat([
			pdf(
				`3 0 obj\n<< /Type /ObjStm /First 9 /Filter /FlateDecode /Length ${data.length} >>\nstream\n`,
			),
			data,
			Buffer.from(`\nendstream\nendobj\n${trailer()}`),
		]);
		expect(await countPages(file)).toBe(6);
	}
});

test('an object stream that grows to gigabytes takes little memory', async () => {
	const data = deflateSync(Buffer.alloc(256 * 1024 * 1024));
	const file = Buffer.concat([
		pdf(
			`3 0 obj\n<< /Type /ObjStm /First 9 /Filter /FlateDecode /Length ${data.length} >>\nstream\n`,
		),
		data,
		Buffer.from(`\nendstream\nendobj\n${trailer()}`),
	]);
	const before = process.memoryUsage().rss;
	expect(await countPages(file)).toBeUndefined();
	expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
});

test('many object streams that grow take little memory together', async () => {
	const data = deflateSync(Buffer.alloc(48 * 1024 * 1024));
	const streams = Array.from({ length: 24 }, (_, index) => [
		pdf(
			`${index + 3} 0 obj\n<< /Type /ObjStm /First 9 /Filter /FlateDecode /Length ${data.length} >>\nstream\n`,
		),
		data,
		Buffer.from('\nendstream\nendobj\n'),
	]);
	const file = Buffer.concat([...streams.flat(), Buffer.from(trailer())]);
	const before = process.memoryUsage().rss;
	expect(await countPages(file)).toBeUndefined();
	expect(process.memoryUsage().rss - before).toBeLessThan(500 * 1024 * 1024);
});

test('dictionaries in dictionaries without end, and many lengths of their own, are no burden', async () => {
	const deep = pdf(`1 0 obj\n${'<< /A '.repeat(200_000)}\nendobj\n${trailer()}`);
	expect(await countPages(deep)).toBeUndefined();

	const streams = Array.from(
		{ length: 20_000 },
		(_, index) => `${index + 4} 0 obj\n<< /Length 3 0 R >>\nstream\nabcd\nendstream\nendobj\n`,
	);
	const many = pdf(
		objects('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 7 >>', '4'),
		...streams,
		trailer(),
	);
	expect(await countPages(many)).toBe(7);
});

test('an object whose header is glued to the end of the one before it', async () => {
	const [catalog, pages] = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Kids [] /Count 5 >>'];
	const file = pdf(`1 0 obj\n${catalog}\nendobj2 0 obj\n${pages}\nendobj\n`, trailer());
	expect(await countPages(file)).toBe(5);
});

test('an object whose end is missing', async () => {
	const [catalog, pages] = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Kids [] /Count 5 >>'];
	const file = pdf(`1 0 obj\n${catalog}\n2 0 obj\n${pages}\nendobj\n`, trailer());
	expect(await countPages(file)).toBe(5);
});

test('keywords that lie across the pieces in which a file is read', async () => {
	const content = objects('<< /Type /Catalog /Pages 2 0 R >>', '<< /Kids [] /Count 5 >>');
	for (let shift = 0; shift <= content.length; shift++) {
		const padding = '%'.repeat(64 * 1024 - '%PDF-1.7\n'.length - shift) + '\n';
		expect(await countPages(pdf(padding, content, trailer()))).toBe(5);
	}
});

test('empty pages, packed as small as they get', async () => {
	expect(await countPages(await document(2_000, true))).toBe(2_000);
	const blank = await PDFDocument.create();
	for (let page = 0; page < 5_000; page++) blank.addPage();
	expect(await countPages(Buffer.from(await blank.save()))).toBe(5_000);
});

test('a damaged file without a trailer is read by its catalog', async () => {
	const file = pdf(
		objects('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 5 >>'),
	);
	expect(await countPages(file)).toBe(5);
});

test('a linearized file whose object streams are encrypted has its count in front', async () => {
	const file = pdf(
		objects(
			'<< /Linearized 1 /L 1000 /N 12 /O 5 >>',
			'<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length 9 >>\nstream\nencrypted\nendstream',
		),
		trailer('/Root 9 0 R /Encrypt 8 0 R'),
	);
	expect(await countPages(file)).toBe(12);
});

test.each([
	['no PDF objects', Buffer.from('%PDF-1.4\n')],
	['a page tree that is missing', pdf(objects('<< /Type /Catalog /Pages 2 0 R >>'), trailer())],
	[
		'a count of nothing',
		pdf(objects('<< /Type /Catalog /Pages 2 0 R >>', '<< /Count 0 >>'), trailer()),
	],
])('%s: the count is not known', async (_, file) => {
	expect(await countPages(file)).toBeUndefined();
});
