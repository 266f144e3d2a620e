import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { countPages } from '../../nodes/shared/pdf/countPages';
import { checkFile } from './checkFile';
import { pageOf } from '../support/pdfPages';

const FOLDER = join(__dirname, 'files');
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith('.pdf'));
const read = (name: string) => readFileSync(join(FOLDER, name));
const count = (pdf: Buffer, text: string) => pdf.toString('latin1').split(text).length - 1;

test.each(NAMES.filter((name) => name !== 'qpdf-encrypted.pdf'))(
	'%s: each page alone looks as it does in its file',
	async (name) => {
		const outcome = await checkFile(read(name));
		expect(outcome).toMatchObject({ kind: 'same' });
		expect(outcome.compared).toBe(await countPages(read(name)));
	},
);

test('an encrypted file is not taken apart', async () => {
	const outcome = await checkFile(read('qpdf-encrypted.pdf'));
	expect(outcome).toMatchObject({ kind: 'fallback', detail: 'the file is encrypted' });
});

test.each(['jspdf.pdf', 'fpdf.pdf', 'pillow.pdf', 'reportlab.pdf', 'qpdf-linearized.pdf'])(
	'%s: a page carries its own picture only',
	async (name) => {
		const file = read(name);
		expect(count(file, '/Subtype /Image')).toBe(3);
		for (let number = 1; number <= 3; number++) {
			const pdf = await pageOf(file, number);
			expect(count(pdf, '/Subtype /Image')).toBe(1);
			expect(pdf.length).toBeLessThan(file.length / 2);
		}
	},
);

test('a page of a form has its own fields only, with their values', async () => {
	const pdf = (await pageOf(read('pdf-lib-form.pdf'), 2)).toString('latin1');
	expect(pdf.match(/\/Subtype \/Widget/g)).toHaveLength(4);
	expect(pdf).toMatch(/\/Fields \[( \d+ 0 R){4} \]/);
	// "Value 2" in UTF-16
	expect(pdf).toContain('FEFF00560061006C0075006500200032');
	expect(pdf).not.toContain('FEFF00560061006C0075006500200031');
});
