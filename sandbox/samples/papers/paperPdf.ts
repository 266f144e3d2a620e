import { PDFDocument } from 'pdf-lib';

import { drawPaper, pagesOf } from './paper';
import type { Paper } from './paper';

/** Points for each pixel of a drawn paper: 110 dpi. */
const POINTS = 72 / 110;

/**
 * A paper as a scanner saves it: a PDF with a picture on each page.
 *
 * @returns the PDF, the same bytes each time
 */
export async function paperPdf(paper: Paper): Promise<Uint8Array> {
	const pdf = await PDFDocument.create();
	for (const page of pagesOf(paper)) {
		const image = await pdf.embedPng(await drawPaper(page));
		const { width, height } = image.scale(POINTS);
		pdf.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
	}
	const written = new Date('2025-03-14T12:00:00Z');
	pdf.setTitle('Specimen');
	pdf.setCreationDate(written);
	pdf.setModificationDate(written);
	return await pdf.save();
}
