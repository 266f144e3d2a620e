import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { PDFiumDocument } from '@hyzyla/pdfium';
import sharp from 'sharp';

const dotsPerInch = 200;

let pdfium: Promise<PDFiumLibrary> | undefined;

/** Whether a file says that it is a PDF; like other readers, allows for junk before the header. */
export function isPdf(file: Buffer): boolean {
	return file.subarray(0, 1024).includes('%PDF-');
}

/**
 * Counts the pages of a PDF.
 *
 * @throws Error if the PDF is damaged or locked with a password
 */
export async function countPdfPages(file: Buffer): Promise<number> {
	const document = await open(file);
	try {
		return document.getPageCount();
	} finally {
		document.destroy();
	}
}

/**
 * Draws one page of a PDF at 200 dpi.
 *
 * @param file the PDF's bytes
 * @param pageNumber counted from 1
 * @returns grey PNG, or undefined if there is no such page
 * @throws Error if the PDF is damaged or locked with a password
 */
export async function drawPdfPage(file: Buffer, pageNumber: number): Promise<Buffer | undefined> {
	const document = await open(file);
	try {
		if (pageNumber < 1 || pageNumber > document.getPageCount()) return undefined;
		const { data } = await document.getPage(pageNumber - 1).render({
			scale: dotsPerInch / 72,
			render: ({ data: pixels, width, height }) =>
				sharp(pixels, { raw: { width, height, channels: 4 } })
					.flatten({ background: 'white' })
					.grayscale()
					.png({ compressionLevel: 1 })
					.toBuffer(),
		});
		return Buffer.from(data);
	} finally {
		document.destroy();
	}
}

async function open(file: Buffer): Promise<PDFiumDocument> {
	pdfium ??= PDFiumLibrary.init();
	return await (await pdfium).loadDocument(file);
}
