import { decodeImage } from './decode';
import { drawPdfPage, isPdf } from './pdf';

/**
 * What Tesseract is to read of a file: the image, or every page of a PDF.
 *
 * @returns PNG or BMP
 * @throws Error if it is neither, damaged, or locked
 */
export async function pagesOf(file: Buffer): Promise<Buffer[]> {
	if (!isPdf(file)) return [await decodeImage(file)];
	const pages: Buffer[] = [];
	for (;;) {
		const page = await drawPdfPage(file, pages.length + 1);
		if (!page) return pages;
		pages.push(page);
	}
}
