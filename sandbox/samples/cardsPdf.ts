import { PDFDocument } from 'pdf-lib';

/** Points for each pixel of a photo: 200 dpi. */
const points = 72 / 200;

/**
 * What a phone makes of photos when it saves them as a PDF: each fills a page.
 *
 * @param photos JPEG
 * @returns the PDF, the same bytes each time
 */
export async function cardsPdf(photos: Buffer[]): Promise<Uint8Array> {
	const pdf = await PDFDocument.create();
	for (const photo of photos) {
		const image = await pdf.embedJpg(photo);
		const { width, height } = image.scale(points);
		pdf.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
	}
	const written = new Date('2025-03-14T12:00:00Z');
	pdf.setTitle('Specimen cards');
	pdf.setCreationDate(written);
	pdf.setModificationDate(written);
	return await pdf.save();
}
