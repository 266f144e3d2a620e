import { countPages } from '../../nodes/shared/pdf/countPages';
import { openPdf } from '../../nodes/shared/pdf/openPdf';
import { PdfBuilder, pagesShowing, showing } from './builder';
import { checkFile } from './checkFile';
import { pageOf, reasonOf } from '../support/pdfPages';

const THREE = pagesShowing('one', 'two', 'three');
const plain = (objects = THREE) => new PdfBuilder().objects(objects).table().file();
const text = (pdf: Buffer) => pdf.toString('latin1');

/** Checks that pdfium draws each page alone as in its file, and that these are the pages. */
async function expectPages(file: Buffer, ...texts: string[]) {
	expect(await checkFile(file)).toMatchObject({ kind: 'same', compared: texts.length });
	expect(await countPages(file)).toBe(texts.length);
	for (const [index, shown] of texts.entries()) {
		const pdf = text(await pageOf(file, index + 1));
		for (const other of [...texts, 'old']) {
			expect(pdf.includes(`(${other})`)).toBe(other === shown);
		}
	}
}

describe('where objects are', () => {
	test('a table', async () => {
		await expectPages(plain(), 'one', 'two', 'three');
	});

	test('a table whose line breaks have one byte', async () => {
		const file = Buffer.from(
			text(plain()).replaceAll(' n \n', ' n\n').replaceAll(' f \n', ' f\n'),
			'latin1',
		);
		await expectPages(file, 'one', 'two', 'three');
	});

	test('a cross-reference stream, and objects in object streams', async () => {
		const {
			1: catalog,
			2: root,
			3: font,
			10: one,
			11: two,
			...others
		} = pagesShowing('one', 'two');
		const packed = { 1: catalog, 2: root, 3: font, 10: one, 11: two } as Record<number, string>;
		const builder = new PdfBuilder().objects(others).objectStream(30, packed);
		await expectPages(builder.crossReferenceStream(31).file(), 'one', 'two');
	});

	test('a file for old readers as well, whose table hides the objects in object streams', async () => {
		const { 3: font, ...others } = THREE;
		const builder = new PdfBuilder().objects(others).objectStream(30, { 3: font as string });
		await expectPages(builder.hybrid(31).file(), 'one', 'two', 'three');
	});

	test('an update replaces a page', async () => {
		const builder = new PdfBuilder().objects({ ...THREE, 21: showing('old') }).table();
		await expectPages(builder.object(21, showing('two')).table().file(), 'one', 'two', 'three');
	});

	test('an update of a table by a cross-reference stream', async () => {
		const builder = new PdfBuilder().objects({ ...THREE, 21: showing('old') }).table();
		const file = builder.object(21, showing('two')).crossReferenceStream(31).file();
		await expectPages(file, 'one', 'two', 'three');
	});

	test('new objects in front of an old object stream: the table decides, not the order', async () => {
		const builder = new PdfBuilder().objects(THREE).object(40, showing('unused'));
		const old = pagesShowing('one');
		// The stream stands behind the new objects, but no section lists its objects.
		const stale = new PdfBuilder('').objectStream(30, { 2: old[2] as string }).file();
		await expectPages(builder.add(stale).table().file(), 'one', 'two', 'three');
	});

	test('an object header that is glued to the end of the one before it', async () => {
		const file = text(plain());
		const table = file.indexOf('xref\n0');
		const glued = file.slice(0, table).replaceAll('endobj\n', 'endobj');
		// All places are wrong now, so that the objects have to be searched.
		const damaged = Buffer.from(glued + file.slice(table), 'latin1');
		expect(await reasonOf(damaged)).toBeDefined();
		expect(await countPages(damaged)).toBe(3);
	});

	test('bytes in front of the header', async () => {
		await expectPages(Buffer.concat([Buffer.from('HTTP/1.1\r\n'), plain()]), 'one', 'two', 'three');
	});
});

describe('what a page takes along', () => {
	test('what it inherits, unless it has its own', async () => {
		const objects = {
			...THREE,
			11: '<< /Type /Page /Parent 2 0 R /Contents 21 0 R /Rotate 90 /MediaBox [0 0 200 200] >>',
		};
		await expectPages(plain(objects), 'one', 'two', 'three');
		expect(text(await pageOf(plain(objects), 1))).toContain('/MediaBox [0 0 300 100]');
		expect(text(await pageOf(plain(objects), 2))).toContain('/MediaBox [0 0 200 200]');
	});

	test('a length that is an object of its own becomes a part of the stream', async () => {
		const content = showing('one');
		const objects = {
			...pagesShowing('one'),
			20: { ...content, dictionary: '/Length 30 0 R' },
			30: String(content.data.length),
		};
		const pdf = text(await pageOf(plain(objects), 1));
		expect(pdf).toContain(`/Length ${content.data.length} `);
		expect(pdf).not.toContain('30 0 obj');
		await expectPages(plain(objects), 'one');
	});

	test('nothing of other pages: links, structure, outlines and metadata are cut', async () => {
		const objects = {
			...THREE,
			1: '<< /Type /Catalog /Pages 2 0 R /Outlines 40 0 R /StructTreeRoot 41 0 R /Metadata 42 0 R >>',
			10: '<< /Type /Page /Parent 2 0 R /Contents 20 0 R /StructParents 0 /Annots [30 0 R << /Type /Annot /Subtype /Link /Rect [0 0 9 9] /Dest [12 0 R /Fit] >>] /AA << /O 43 0 R >> >>',
			30: '<< /Type /Annot /Subtype /Square /Rect [10 10 90 90] /C [1 0 0] /P 11 0 R /A << /S /GoTo /D [11 0 R /Fit] >> /Popup 31 0 R >>',
			31: '<< /Type /Annot /Subtype /Popup /Parent 30 0 R /Rect [0 0 9 9] >>',
			40: '<< /Type /Outlines /First 11 0 R >>',
			41: '<< /Type /StructTreeRoot /K 12 0 R >>',
			42: { dictionary: '/Type /Metadata', data: 'metadata' },
			43: '<< /S /JavaScript /JS (app.alert\\(1\\)) >>',
		};
		await expectPages(plain(objects), 'one', 'two', 'three');
		const pdf = text(await pageOf(plain(objects), 1));
		const numbers = [...pdf.matchAll(/(\d+) 0 obj/g)].map(([, number]) => Number(number));
		expect(numbers).toEqual([1, 2, 3, 10, 20, 30]);
		expect(pdf).not.toMatch(/1[12] 0 R|\/Dest|\/A |\/P |\/Popup|\/StructParents/);
	});

	test('fields get what the fields above them have', async () => {
		const objects = {
			...pagesShowing('one'),
			1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [30 0 R] /DA (/F1 9 Tf) /DR << /Font << /F1 3 0 R >> >> /XFA (x) >> >>',
			10: '<< /Type /Page /Parent 2 0 R /Contents 20 0 R /Annots [31 0 R] >>',
			30: '<< /T (name) /FT /Tx /V (value) /Kids [31 0 R] >>',
			31: '<< /Type /Annot /Subtype /Widget /Rect [10 10 90 30] /Parent 30 0 R >>',
		};
		const pdf = text(await pageOf(plain(objects), 1));
		expect(pdf).toMatch(/31 0 obj\n<< .*\/FT \/Tx \/V \(value\) \/T \(30\) >>/);
		expect(pdf).toContain('/AcroForm << /Fields [ 31 0 R ] /DA (/F1 9 Tf) /DR << /Font');
		expect(pdf).not.toContain('30 0 obj');
		expect(pdf).not.toContain('/XFA');
		await expectPages(plain(objects), 'one');
	});

	test('optional content stays hidden', async () => {
		const objects = {
			...pagesShowing('one'),
			1: '<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [30 0 R] /D << /OFF [30 0 R] >> >> >>',
			10: '<< /Type /Page /Parent 2 0 R /Contents [20 0 R 21 0 R] /Resources << /Font << /F1 3 0 R >> /Properties << /P 30 0 R >> >> >>',
			21: { dictionary: '', data: '/OC /P BDC 0 0 100 100 re f EMC' },
			30: '<< /Type /OCG /Name (hidden) >>',
		};
		await expectPages(plain(objects), 'one');
		expect(text(await pageOf(plain(objects), 1))).toContain('/OFF [30 0 R]');
	});
});

describe('pictures and fonts that a page does not name stay out', () => {
	const image = (name: string) => ({
		dictionary: `/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Name /${name}`,
		data: '\x80',
	});
	const shared = (contents: string, more: Record<number, string> = {}) =>
		plain({
			...pagesShowing('one', 'two'),
			2: '<< /Type /Pages /Kids [10 0 R 11 0 R] /Count 2 /MediaBox [0 0 300 100] /Resources 4 0 R >>',
			4: '<< /Font << /F1 3 0 R >> /XObject << /A#41 30 0 R /B 31 0 R /C 32 0 R >> >>',
			20: { dictionary: '', data: contents },
			30: image('first'),
			31: image('second'),
			32: image('third'),
			...more,
		});

	test('by the names in its content', async () => {
		const pdf = text(await pageOf(shared('/AA Do'), 1));
		expect(pdf).toContain('/Name /first');
		expect(pdf).not.toMatch(/\/Name \/(second|third)|Helvetica/);
		expect(await checkFile(shared('/AA Do'))).toMatchObject({ kind: 'same', compared: 2 });
	});

	test('but all stay where a drawing uses the resources of its page', async () => {
		const form =
			'<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 5 >>\nstream\n/C Do\nendstream';
		const file = shared('/B Do', { 31: form });
		expect(text(await pageOf(file, 1))).toContain('/Name /third');
		expect(await checkFile(file)).toMatchObject({ kind: 'same', compared: 2 });
	});

	test('and all stay where the content cannot be read', async () => {
		const file = plain({
			...THREE,
			1: '<< /Type /Catalog /Pages 2 0 R >>',
			10: '<< /Type /Page /Parent 2 0 R /Contents 20 0 R /Resources << /XObject << /A 30 0 R /B 31 0 R >> >> >>',
			20: { dictionary: '/Filter /ASCIIHexDecode', data: '2F4220446F>' },
			30: image('first'),
			31: image('second'),
		});
		expect(text(await pageOf(file, 1))).toMatch(/\/Name \/first[^]*\/Name \/second/);
		expect(await checkFile(file)).toMatchObject({ kind: 'same', compared: 3 });
	});
});

describe('a fallback with its reason', () => {
	const changed = (from: string | RegExp, to: string) => {
		const file = text(plain());
		const copy = file.replace(from, to);
		expect(copy).not.toBe(file);
		return Buffer.from(copy, 'latin1');
	};

	test.each<[string, string | RegExp, string, string]>([
		['no header', '%PDF-1.7', '%XYZ-1.7', 'the header is missing'],
		['no end', 'startxref', 'startxxxx', 'the end of the file is missing'],
		[
			'a wrong place',
			/\d(?= 00000 n \n2)/,
			'5',
			'an object is not where the cross-reference table says',
		],
		['a table of letters', '00000 n', '00000 x', 'the cross-reference table is not readable'],
		[
			'another generation',
			'10 0 obj',
			'10 1 obj',
			'an object is not where the cross-reference table says',
		],
		[
			'another number',
			'10 0 obj',
			'18 0 obj',
			'an object is not where the cross-reference table says',
		],
		['a wrong length', '/Length 33', '/Length 32', 'the length of a stream is wrong'],
		['a length that is no number', '/Length 33', '/Length /x', 'a stream has no length'],
		['no end of an object', 'endobj\n10', 'endxxx\n10', 'an object has no end'],
		['a page twice', '11 0 R', '10 0 R', 'a page stands twice in the page tree'],
		['a hole', '11 0 R', '51 0 R', 'the page tree has a hole'],
		['a wrong count', '/Count 3', '/Count 4', 'the page tree counts its pages wrong'],
		['no catalog', '/Catalog', '/Catalox', 'the catalog is missing'],
		['no content', '/Contents 20 0 R', '/Contents 50 0 R', 'a part of the page is missing'],
		['brackets that do not match', '[0 0 300 100]', '[0 0 300 100>', 'an object is not readable'],
		['encryption', '/Size 100', '/Encrypt 9 0 R', 'the file is encrypted'],
		['a trailer without a catalog', '/Root 1 0 R', '/Roof 1 0 R', 'a reference is missing'],
	])('%s', async (_, from, to, reason) => {
		expect(await reasonOf(changed(from, to))).toBe(reason);
	});

	test('a key twice, unless it is all the same', async () => {
		const twice = (again: string) =>
			plain({ ...THREE, 3: `<< /Type /Font /Subtype /Type1 /BaseFont /Courier ${again} >>` });
		expect(await reasonOf(twice('/BaseFont /Symbol'))).toBe('a dictionary has a key twice');
		await expectPages(twice('/BaseFont /Courier'), 'one', 'two', 'three');
	});

	test('sections that lead to each other', async () => {
		const file = text(plain());
		const start = file.lastIndexOf('xref\n0');
		const loop = Buffer.from(file.replace('/Size 100', `/Prev ${start}`), 'latin1');
		expect(await reasonOf(loop)).toBe('the cross-reference sections are a loop');
	});

	test('an object stream whose length stands in itself', async () => {
		const builder = new PdfBuilder().objects(pagesShowing('one'));
		builder.objectStream(30, { 1: '<< /Type /Catalog /Pages 2 0 R >>', 31: '9' });
		const file = text(builder.crossReferenceStream(32).file());
		const loop = file.replace(/(ObjStm .*)\/Length \d+/, '$1/Length 31 0 R');
		expect(await reasonOf(Buffer.from(loop, 'latin1'))).toBeDefined();
	});

	test('a page that draws another page', async () => {
		const objects = {
			...THREE,
			10: '<< /Type /Page /Parent 2 0 R /Contents 20 0 R /Resources << /Font << /F1 11 0 R >> >> >>',
		};
		expect(await reasonOf(plain(objects))).toBe('a page draws what is not a part of it');
	});

	test('one page falls back, and the others do not', async () => {
		const opened = await openPdf(changed('/Contents 20 0 R', '/Contents 50 0 R'));
		if ('reason' in opened) throw new Error(opened.reason);
		expect(await opened.page(1)).toEqual({ reason: 'a part of the page is missing' });
		expect(await opened.page(2)).toHaveProperty('pdf');
	});
});
