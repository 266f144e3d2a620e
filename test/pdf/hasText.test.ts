import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

import { openPdf } from '../../nodes/shared/pdf/openPdf';
import { PdfBuilder, pagesShowing } from './builder';
import { checkText } from './checkText';

const FOLDER = join(__dirname, 'files');
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith('.pdf'));
const SCANS = ['img2pdf.pdf', 'ocrmypdf.pdf', 'pillow.pdf', 'tesseract.pdf'];
/** Their pages have a few words each, or a form that is filled in. */
const OTHERS = ['cairo.pdf', 'libreoffice.pdf', 'pdf-lib-form.pdf'];

type Objects = ReturnType<typeof pagesShowing>;

async function textPages(file: Buffer): Promise<boolean[]> {
	const opened = await openPdf(file);
	if ('reason' in opened) throw new Error(opened.reason);
	const pages: boolean[] = [];
	for (let number = 1; number <= opened.pages; number++) pages.push(await opened.hasText(number));
	return pages;
}

describe('files of many producers', () => {
	test.each(NAMES.filter((name) => name !== 'qpdf-encrypted.pdf'))('%s', async (name) => {
		const file = readFileSync(join(FOLDER, name));
		const pages = await textPages(file);
		if (SCANS.includes(name) || OTHERS.includes(name)) expect(pages).not.toContain(true);
		else expect(pages).toContain(true);
		const outcome = await checkText(file);
		expect(outcome).toMatchObject({ onlyOurs: [], onlyPdfium: [] });
		expect(outcome!.agreed + outcome!.over).toBe(pages.length);
	});
});

const IMAGE = {
	dictionary:
		'/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
	data: '\x80',
};
const WORDS = 'BT /F1 24 Tf 20 50 Td (Some words to copy) Tj ET';
const words = (font: string, string: string) => `BT /${font} 24 Tf 20 50 Td ${string} Tj ET`;
const scan = (width: number, height: number) => `q ${width} 0 0 ${height} 0 0 cm /Im Do Q`;
const form = (data: string, more = '') => ({
	dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 300 100] ${more}`,
	data,
});
const map = (lines: string) => ({
	dictionary: '',
	data: `begincmap 1 begincodespacerange <00> <FF> endcodespacerange ${lines} endcmap`,
});

/** A file of one page of 300 x 100 points, with a font F1, a second one F2, an image and a form. */
const file = (content: string | Buffer, more: Objects = {}, entries = '') =>
	new PdfBuilder()
		.objects({
			...pagesShowing('one'),
			10: `<< /Type /Page /Parent 2 0 R /Contents 20 0 R ${entries} /Resources << /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /Im 30 0 R /Fm 31 0 R >> /Properties << /L 40 0 R >> >> >>`,
			20: { dictionary: '', data: content },
			30: IMAGE,
			...more,
		})
		.table()
		.file();
const hasText = async (...parts: Parameters<typeof file>) => (await textPages(file(...parts)))[0];

describe('text', () => {
	test('that the page shows', async () => {
		expect(await hasText(WORDS)).toBe(true);
	});

	test.each([
		["(Some words now) '", true],
		['1 2 (Some words to copy) "', true],
		['[(Some) -250 (words to) 10 (copy)] TJ', true],
		['<536F6D6520776F72647320746F20636F7079> Tj', true],
		['(\\123\\157\\155\\145\\040words to \\\ncopy) Tj', true],
		['(Page 1\\\r\n2345) Tj', false],
		['(Page 12) Tj', false],
		["60 TL (Some words now) '", false],
		['60 TL T* (Some words to copy) Tj', false],
		['0 -30 TD T* (Some words to copy) Tj', false],
		['0 -10 TD T* (Some words to copy) Tj', true],
		['(   \\040\\040\\040      \\(\\)     ) Tj', false],
		['[-250 100 (Page) 10] TJ', false],
	])('of %s', async (operation, isText) => {
		expect(await hasText(`BT /F1 24 Tf 20 TL 20 50 Td ${operation} ET`)).toBe(isText);
	});

	test.each([
		['nothing at all', '', false],
		['a drawing', '0 0 m 100 100 l 50 20 90 30 40 60 c S', false],
		['text without a font', 'BT 20 50 Td (Some words to copy) Tj ET', false],
		['as much text without a font', `BT 20 50 Td (Some words to copy) Tj ET ${WORDS}`, false],
		['text in a line of its own', `BT 20 -90 Td ET ${WORDS}`, true],
		['text in a font that is missing', words('F9', '(Some words to copy)'), false],
		['invisible text', `3 Tr ${WORDS}`, false],
		['text that only clips', `7 Tr ${WORDS}`, false],
		['outlined text', `1 Tr ${WORDS}`, true],
		['text that is invisible no longer', `q 3 Tr Q ${WORDS}`, true],
		['white text', `1 g ${WORDS}`, false],
		['white text of three colors', `1 1 1 rg ${WORDS}`, false],
		['white text without ink', `0 0 0 0 k ${WORDS}`, false],
		['white text in a color space', `/DeviceRGB cs 1 1 1 sc ${WORDS}`, false],
		['black text', `0 0 0 rg ${WORDS}`, true],
		['black text after white', `q 1 g Q ${WORDS}`, true],
		['text beside the page', `1 0 0 1 300 0 cm ${WORDS}`, false],
		['text below the page', `BT /F1 24 Tf 1 0 0 1 20 -50 Tm (Some words to copy) Tj ET`, false],
	])('%s', async (_, content, isText) => {
		expect(await hasText(content)).toBe(isText);
	});

	test('outside of the crop box', async () => {
		expect(await hasText(WORDS, {}, '/CropBox [0 60 300 100]')).toBe(false);
		expect(await hasText(WORDS, {}, '/CropBox [0 40 300 100] /Rotate 90 /UserUnit 2')).toBe(true);
	});

	test('in a hidden layer', async () => {
		const layer = (off: string): Objects => ({
			1: `<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [40 0 R] /D << ${off} >> >> >>`,
			40: '<< /Type /OCG /Name (layer) >>',
		});
		const content = `/OC /L BDC ${WORDS} EMC`;
		expect(await hasText(content, layer(''))).toBe(true);
		expect(await hasText(content, layer('/OFF [40 0 R]'))).toBe(false);
		expect(await hasText(content, layer('/BaseState /OFF'))).toBe(false);
		expect(await hasText(content, layer('/BaseState /OFF /ON [40 0 R]'))).toBe(true);
		expect(await hasText(`/OC /L BDC EMC ${WORDS}`, layer('/OFF [40 0 R]'))).toBe(true);
		expect(await hasText(`/Span /L BDC ${WORDS} EMC`, layer('/OFF [40 0 R]'))).toBe(true);
		const open = { ...layer('/OFF [40 0 R]'), 31: form('/OC /L BDC /OC /L BDC') };
		expect(await hasText(`/Fm Do ${WORDS}`, open)).toBe(true);
		const hidden = { 31: form(WORDS, '/OC 40 0 R') };
		expect(await hasText('/Fm Do', { ...layer(''), ...hidden })).toBe(true);
		expect(await hasText('/Fm Do', { ...layer('/OFF [40 0 R]'), ...hidden })).toBe(false);
		const member = (more: string) => ({
			...layer('/OFF [41 0 R]'),
			40: `<< /Type /OCMD ${more} >>`,
			41: '<< /Type /OCG /Name (layer) >>',
		});
		expect(await hasText(content, member('/OCGs [41 0 R]'))).toBe(false);
		expect(await hasText(content, member('/OCGs 41 0 R'))).toBe(false);
		expect(await hasText(content, member('/VE [/Not 42 0 R]'))).toBe(false);
		expect(await hasText(content, member('/OCGs [42 0 R]'))).toBe(true);
	});
});

describe('scans', () => {
	const number = 'BT /F1 9 Tf 150 5 Td (Received on the third of May, page 12) Tj ET';

	test('an image alone', async () => {
		expect(await hasText(scan(300, 100))).toBe(false);
	});

	test.each([
		['an invisible layer', `${scan(300, 100)} 3 Tr ${WORDS}`, false],
		['a visible stamp', `${scan(300, 100)} ${number}`, false],
		['text below the image', `${number} ${scan(300, 100)}`, false],
		['an image with a margin', `${scan(250, 80)} ${number}`, false],
		['half a page of image', `${scan(148, 100)} ${WORDS}`, true],
		['a little more than half', `${scan(154, 100)} ${WORDS}`, false],
		[
			'an image beside the page',
			`1 0 0 1 0 100 cm ${scan(300, 100)} 1 0 0 1 0 -100 cm ${WORDS}`,
			true,
		],
		['an image without a height', `${scan(300, 0)} ${WORDS}`, true],
		['a mirrored image', `q -300 0 0 -100 300 100 cm /Im Do Q ${WORDS}`, false],
		['an image on its side', `q 0 100 -300 0 300 0 cm /Im Do Q ${WORDS}`, false],
		['an image on its corner', `q 100 50 -100 50 150 0 cm /Im Do Q ${WORDS}`, true],
	])('%s', async (_, content, isText) => {
		expect(await hasText(content)).toBe(isText);
	});

	test('in strips, which count together', async () => {
		const strips = (count: number) =>
			Array.from({ length: count }, (_, index) => `q 300 0 0 1 0 ${index} cm /Im Do Q`).join(' ');
		expect(await hasText(`${strips(40)} ${WORDS}`)).toBe(true);
		expect(await hasText(`${strips(60)} ${WORDS}`)).toBe(false);
		const again = Array.from({ length: 9 }, () => strips(40)).join(' ');
		expect(await hasText(`${again} ${WORDS}`)).toBe(true);
	});

	test('in the crop box, though not in the media box', async () => {
		expect(await hasText(`${scan(100, 100)} ${WORDS}`)).toBe(true);
		expect(await hasText(`${scan(100, 100)} ${WORDS}`, {}, '/CropBox [0 0 150 100]')).toBe(false);
	});

	test('as an inline image', async () => {
		const inline = (width: number, data: string) =>
			`q ${width} 0 0 100 0 0 cm BI /W 8 /H 8 /BPC 1 /IM true ID ${data} EI Q`;
		const data = '\x00 EI\xff(\x80[< EI \xff';
		expect(await hasText(`${WORDS} ${inline(300, data)}`)).toBe(false);
		expect(await hasText(`${inline(90, data)} ${WORDS}`)).toBe(true);
		expect(await hasText(`${WORDS} BI /W 8 /H 8 ID ${data}`)).toBe(false);
	});
});

describe('text over the page, which is no part of its content', () => {
	const over = async (annotation: string, more: Objects = {}) =>
		await hasText(WORDS, { 50: annotation, ...more }, '/Annots [50 0 R]');

	test.each([
		['a link', '/Subtype /Link', true],
		['a highlight', '/Subtype /Highlight /Contents (note)', true],
		['a note', '/Subtype /FreeText /Contents (note)', false],
		['a hidden note', '/Subtype /FreeText /Contents (note) /F 2', true],
		['a stamp', '/Subtype /Stamp', false],
		['an empty field', '/Subtype /Widget /FT /Tx', true],
		['a field with an empty text', '/Subtype /Widget /FT /Tx /V ()', true],
		['a field with a text', '/Subtype /Widget /FT /Tx /V (Jane)', false],
		['a field with a text elsewhere', '/Subtype /Widget /FT /Tx /V 51 0 R', false],
		['a field with a text above it', '/Subtype /Widget /Parent 52 0 R', false],
		['a box with a cross', '/Subtype /Widget /FT /Btn /V /Yes', true],
	])('%s', async (_, entries, isText) => {
		const objects = { 51: '(Jane)', 52: '<< /FT /Tx /V (Jane) >>' };
		expect(await over(`<< /Type /Annot /Rect [0 0 90 20] ${entries} >>`, objects)).toBe(isText);
	});
});

describe('forms', () => {
	const resources = '/Resources << /Font << /F7 3 0 R >> /XObject << /Fm2 32 0 R /Im2 30 0 R >> >>';

	test('show text in fonts of their own, or of the page', async () => {
		const own = form(words('F7', '(Some words to copy)'), resources);
		expect(await hasText('/Fm Do', { 31: own })).toBe(true);
		expect(await hasText('/Fm Do', { 31: form(WORDS) })).toBe(true);
		expect(await hasText('/Fm Do', { 31: form(WORDS, resources) })).toBe(false);
	});

	test('in forms', async () => {
		const objects = { 31: form('/Fm2 Do', resources), 32: form(WORDS) };
		expect(await hasText('/Fm Do', objects)).toBe(false);
		const inner = form(words('F7', '(Some words to copy)'), resources);
		expect(await hasText('/Fm Do', { ...objects, 32: inner })).toBe(true);
	});

	test('have a matrix', async () => {
		const image = (matrix: string) => form('/Im2 Do', `${resources} /Matrix [${matrix}]`);
		expect(await hasText(`${WORDS} /Fm Do`, { 31: image('300 0 0 100 0 0') })).toBe(false);
		expect(await hasText(`${WORDS} /Fm Do`, { 31: image('3 0 0 1 0 0') })).toBe(true);
		expect(await hasText(`${WORDS} 100 0 0 100 0 0 cm /Fm Do`, { 31: image('3 0 0 1 0 0') })).toBe(
			false,
		);
	});

	test('leave the state of the page as it was', async () => {
		const objects = { 31: form('q q 3 Tr 1 g /F9 9 Tf 1 0 0 1 900 900 cm Q 3 Tr', resources) };
		expect(await hasText(`/F1 24 Tf /Fm Do BT 20 50 Td (Some words to copy) Tj ET`, objects)).toBe(
			true,
		);
		expect(await hasText(`/Fm Do ${WORDS}`, { 31: form('3 Tr', resources) })).toBe(true);
		// What the form restores or saves too often is its own.
		const saving = `3 Tr q 0 Tr /Fm Do Q ${WORDS}`;
		expect(await hasText(saving, { 31: form('Q Q', resources) })).toBe(false);
		expect(await hasText(saving, { 31: form('q q', resources) })).toBe(false);
	});

	test('in a loop', async () => {
		const loop = form('/Fm2 Do', resources);
		expect(await hasText(`${WORDS} /Fm Do`, { 31: loop, 32: loop })).toBe(false);
	});
});

describe('fonts whose codes nobody can tell', () => {
	const composite = (more: string, system = 'Identity') => ({
		4: `<< /Type /Font /Subtype /Type0 /BaseFont /A /DescendantFonts [5 0 R] ${more} >>`,
		5: `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (${system}) /Supplement 0 >> >>`,
	});
	const wide = words('F2', '<0041004200430044004500460047004800490050>');
	const narrow = words('F2', '(ABCDEFGHIJKL)');

	test('Identity-H without a map', async () => {
		expect(await hasText(wide, composite('/Encoding /Identity-H'))).toBe(false);
	});

	test.each([
		['of ranges', '1 beginbfrange <0041> <0060> <0041> endbfrange', true],
		[
			'of a list',
			'1 beginbfrange <0041> <0050> [<0041><0042><0043><0044><0045><0046><0047><0048><0049><0050><0051><0052><0053><0054><0055><0056>] endbfrange',
			true,
		],
		['of characters', '9 beginbfchar <0041><0061> <0042><0062> <0043><0063> endbfchar', false],
		['of nothing', '', false],
		['of zeros', '1 beginbfrange <0041> <0060> [] endbfrange', false],
		['of spaces', '1 beginbfrange <0041> <0060> <2000> endbfrange', false],
		['for private use', '1 beginbfrange <0041> <0060> <E041> endbfrange', false],
		['that says nothing', '1 beginbfrange <0041> <0060> <00> endbfrange', false],
		['that is cut off', '1 beginbfrange <0041> <0060', false],
	])('Identity-H with a map %s', async (_, lines, isText) => {
		const objects = { ...composite('/Encoding /Identity-H /ToUnicode 6 0 R'), 6: map(lines) };
		expect(await hasText(wide, objects)).toBe(isText);
	});

	test('a collection of characters that is known', async () => {
		expect(await hasText(wide, composite('/Encoding /UniGB-UCS2-H', 'GB1'))).toBe(true);
		expect(await hasText(wide, composite('/Encoding /UniGB-UCS2-H', 'Haru'))).toBe(false);
		const own = { ...composite('/Encoding 6 0 R', 'GB1'), 6: map('') };
		expect(await hasText(wide, own)).toBe(false);
	});

	test('codes of one byte in a composite font', async () => {
		const objects = {
			...composite('/Encoding 6 0 R /ToUnicode 7 0 R'),
			6: map(''),
			7: map('1 beginbfrange <41> <60> <0041> endbfrange'),
		};
		expect(await hasText(narrow, objects)).toBe(true);
	});

	test('Type 3, unless it has a map', async () => {
		const type3 = (more: string): Objects => ({
			4: `<< /Type /Font /Subtype /Type3 /Encoding << /Differences [65 /A /B /C /D /E /F /G /H /I /J /K /L] >> ${more} >>`,
			6: map('1 beginbfrange <41> <60> <0041> endbfrange'),
		});
		expect(await hasText(narrow, type3(''))).toBe(false);
		expect(await hasText(narrow, type3('/ToUnicode 6 0 R'))).toBe(true);
	});

	const simple = (more: string, objects: Objects = {}): Objects => ({
		4: `<< /Type /Font /Subtype /Type1 /BaseFont /A ${more} >>`,
		5: '<< /Type /FontDescriptor /Flags 4 /FontFile2 6 0 R >>',
		6: { dictionary: '/Length1 9', data: 'font file' },
		...objects,
	});
	const named = (names: string) =>
		simple(`/Encoding << /Differences [65 ${names}] >> /FontDescriptor 5 0 R`);

	test.each([
		['letters', '/A /B /comma /D.sc /f_i /uni0046 /u1F600 /afii10017 /I /J /K /Lslash', true],
		['numbers', '/g1 /g2 /g3 /c4 /c5 /a6 /a7 /G08 /G09 /cid10 /cid11 /index12', false],
		['private use', '/uniE001 /uniE002 /uniE003 /D /E /F /G /H /I /J /K /L', false],
		['a few spaces', '/space /space /C /D /E /F /G /H /I /J /K /L', true],
		['spaces', '/space /space /space /D /E /F /G /H /I /J /K /L', false],
	])('names of glyphs: %s', async (_, names, isText) => {
		expect(await hasText(narrow, named(names))).toBe(isText);
	});

	test('an encoding of the standard, or none', async () => {
		const embedded = (encoding: string) => simple(`${encoding} /FontDescriptor 5 0 R`);
		expect(await hasText(narrow, embedded('/Encoding /WinAnsiEncoding'))).toBe(true);
		expect(await hasText(narrow, embedded('/Encoding /MacExpertEncoding'))).toBe(false);
		expect(await hasText(narrow, embedded(''))).toBe(false);
		const notEmbedded = (name: string) => ({
			4: `<< /Type /Font /Subtype /Type1 /BaseFont /${name} >>`,
		});
		expect(await hasText(narrow, notEmbedded('Arial'))).toBe(true);
		expect(await hasText(narrow, notEmbedded('ZapfDingbats'))).toBe(false);
	});

	test('the encoding of a Type 1 font program', async () => {
		const program = (text: string) =>
			simple('/FontDescriptor 5 0 R', {
				5: '<< /Type /FontDescriptor /Flags 4 /FontFile 6 0 R >>',
				6: { dictionary: '/Filter /FlateDecode', data: deflateSync(Buffer.from(text)) },
			});
		const puts = (name: (code: number) => string) =>
			Array.from({ length: 26 }, (_, index) => `dup ${65 + index} /${name(65 + index)} put`);
		const encoding = (lines: string[]) =>
			`%!PS-AdobeFont\n/Encoding 256 array\n${lines.join('\n')}\nreadonly def eexec `;
		const letters = puts((code) => String.fromCharCode(code));
		expect(await hasText(narrow, program(encoding(letters)))).toBe(true);
		expect(await hasText(narrow, program(encoding(puts((code) => `g${code}`))))).toBe(false);
		expect(await hasText(narrow, program('/Encoding StandardEncoding def eexec'))).toBe(true);
		expect(await hasText(narrow, program(`eexec ${encoding(letters)}`))).toBe(false);
	});

	test('the encoding of a font program in the Compact Font Format', async () => {
		const program = (cff: Buffer) =>
			simple('/FontDescriptor 5 0 R', {
				5: '<< /Type /FontDescriptor /Flags 4 /FontFile3 6 0 R >>',
				6: { dictionary: '/Subtype /Type1C', data: cff },
			});
		expect(await hasText(narrow, program(compactFont('abcdefghijkl')))).toBe(true);
		expect(await hasText(narrow, program(compactFont('0123456789xx')))).toBe(false);
		expect(await hasText(narrow, program(compactFont('abcdefghijkl').subarray(0, 40)))).toBe(false);
	});

	test('of some characters, which are not much of the page', async () => {
		const garbage = words('F2', '<00410042>');
		const objects = composite('/Encoding /Identity-H');
		expect(await hasText(`${WORDS} ${garbage}`, objects)).toBe(false);
		expect(await hasText(`${WORDS} ${WORDS} ${garbage}`, objects)).toBe(true);
	});
});

/** A font with an encoding of its own, from A, whose glyphs have names such as aacute. */
function compactFont(letters: string): Buffer {
	const index = (items: string[]) => {
		const offsets = [1];
		for (const item of items) offsets.push(offsets.at(-1)! + item.length);
		return Buffer.concat([
			Buffer.from([0, items.length, 1, ...offsets]),
			Buffer.from(items.join(''), 'latin1'),
		]);
	};
	const number = (value: number) => `\x1d\0\0${String.fromCharCode(value >> 8, value & 255)}`;
	const names = index(['A']);
	const strings = index([...letters].map((letter) => `${letter}acute`));
	const top = (charset: number, encoding: number) =>
		index([`${number(charset)}\x0f${number(encoding)}\x10`]);
	const start = 4 + names.length + top(0, 0).length + strings.length + 2;
	const count = letters.length;
	// Ranges of one: names from the first string of the font, codes from A.
	const charset = Buffer.from([1, 391 >> 8, 391 & 255, count - 1]);
	const encoding = Buffer.from([1, 1, 65, count - 1]);
	return Buffer.concat([
		Buffer.from([1, 0, 4, 1]),
		names,
		top(start, start + charset.length),
		strings,
		Buffer.from([0, 0]),
		charset,
		encoding,
	]);
}

describe('the stream of a content', () => {
	const packed = (filter: string, data: Buffer | string, more = '') => ({
		20: { dictionary: `/Filter ${filter} ${more}`, data },
	});
	const ascii85 = (bytes: Buffer) => {
		let text = '';
		for (let at = 0; at < bytes.length; at += 4) {
			const group = Buffer.alloc(4);
			const size = bytes.copy(group, 0, at, at + 4);
			let [rest, digits] = [group.readUInt32BE(), ''];
			for (let digit = 0; digit < 5; digit++) {
				digits = String.fromCharCode(33 + (rest % 85)) + digits;
				rest = Math.floor(rest / 85);
			}
			text += digits.slice(0, size + 1);
		}
		return `${text}~>`;
	};
	/** Codes of nine bits, with a new beginning before they would get longer. */
	const lzw = (text: string) => {
		const codes = [...text].flatMap((letter, index) =>
			index % 200 === 0 ? [256, letter.charCodeAt(0)] : [letter.charCodeAt(0)],
		);
		const bits = [...codes, 257].map((code) => code.toString(2).padStart(9, '0')).join('');
		return Buffer.from(
			(bits.match(/.{1,8}/g) ?? []).map((byte) => parseInt(byte.padEnd(8, '0'), 2)),
		);
	};

	test.each<[string, Objects, boolean]>([
		['compressed', packed('/FlateDecode', deflateSync(WORDS)), true],
		['compressed, in an array', packed('[/FlateDecode]', deflateSync(WORDS)), true],
		['damaged', packed('/FlateDecode', deflateSync(WORDS).subarray(0, -9)), false],
		['in ASCII', packed('/ASCII85Decode', ascii85(Buffer.from(WORDS))), true],
		[
			'compressed in ASCII',
			packed('[/ASCII85Decode /FlateDecode]', ascii85(deflateSync(WORDS))),
			true,
		],
		['in broken ASCII', packed('/ASCII85Decode', '{}{}{}~>'), false],
		['in LZW', packed('/LZWDecode', lzw(WORDS)), true],
		['in LZW that is broken', packed('/LZWDecode', lzw(WORDS).fill(0xff, 8)), false],
		['with a filter that is not read', packed('/RunLengthDecode', WORDS), false],
		['with two filters in a reference', packed('[9 0 R]', WORDS), false],
		[
			'predicted',
			packed(
				'/FlateDecode',
				deflateSync(Buffer.from(WORDS.replace(/.{4}/gs, '\0$&'), 'latin1')),
				'/DecodeParms << /Predictor 12 /Columns 4 >>',
			),
			true,
		],
		['in a file of its own', { 20: { dictionary: '/F (other)', data: WORDS } }, false],
		[
			'with an operator that does not exist',
			{ 20: { dictionary: '', data: `${WORDS} Xx` } },
			false,
		],
		['with brackets that do not match', { 20: { dictionary: '', data: `${WORDS} ]` } }, false],
		['with a string without an end', { 20: { dictionary: '', data: `${WORDS} (abc` } }, false],
		[
			'with a matrix of five numbers',
			{ 20: { dictionary: '', data: `1 0 0 1 0 cm ${WORDS}` } },
			false,
		],
	])('%s', async (_, objects, isText) => {
		expect(await hasText('', objects)).toBe(isText);
	});

	test('several, which go on where the one before ends', async () => {
		const [first, second] = ['BT /F1 24 Tf 20 50 Td [(Some words', ') -20 (to copy)] TJ ET'];
		const objects = {
			...pagesShowing('one'),
			10: '<< /Type /Page /Parent 2 0 R /Contents [20 0 R 21 0 R] >>',
			20: { dictionary: '', data: `${first})` },
			21: { dictionary: '', data: second.slice(1) },
		};
		const pdf = new PdfBuilder().objects(objects).table().file();
		expect(await textPages(pdf)).toEqual([true]);
	});

	test('that is missing, and a page that does not exist', async () => {
		const opened = await openPdf(file('', { 20: '<< >>' }));
		if ('reason' in opened) throw new Error(opened.reason);
		expect(await opened.hasText(1)).toBe(false);
		expect(await opened.hasText(2)).toBe(false);
	});
});
