import { PDFDocument, StandardFonts } from 'pdf-lib';

const pages: string[][] = [
	[
		'SPECIMEN LETTER',
		'Dear reader,',
		'This first page explains why the letter exists.',
		'It was written to test text recognition,',
		'and nobody named in it is a real person.',
	],
	[
		'The second page lists what was delivered.',
		'Forty blue chairs and seven round tables,',
		'invoice number 2025-0317, weight 412 kg.',
		'Please count them before you sign.',
	],
	[
		'The third page ends the letter.',
		'Payment is due within thirty days.',
		'Yours faithfully,',
		'The Sandbox',
	],
];

/**
 * An invented letter of three A4 pages, with object streams, as most PDF writers make them.
 *
 * @returns the PDF, the same bytes each time
 */
export async function letter(): Promise<Uint8Array> {
	const pdf = await PDFDocument.create();
	const font = await pdf.embedFont(StandardFonts.TimesRoman);
	for (const lines of pages) {
		const page = pdf.addPage([595, 842]);
		lines.forEach((line, i) => page.drawText(line, { x: 72, y: 740 - i * 32, size: 16, font }));
	}
	const written = new Date('2025-03-14T12:00:00Z');
	pdf.setTitle('Specimen letter');
	pdf.setCreationDate(written);
	pdf.setModificationDate(written);
	return await pdf.save();
}
