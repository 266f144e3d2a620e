import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { openImage, readable } from '../../ocr/decode';
import { pagesOf } from '../../ocr/pages';
import { isPdf } from '../../ocr/pdf';
import { fail } from './errors';

/** An image, or a page of a PDF. */
export interface Picture {
	/** Upright and in its colours; to be cloned. */
	image: Sharp;
	/** The same for Tesseract. */
	readable: Buffer;
}

/**
 * Opens a file: one picture for an image, one for each page of a PDF.
 *
 * @param takesPdf whether the operation is documented for PDF
 * @throws VisionError 3 if the file is of another format, damaged or locked
 */
export async function openPictures(file: Buffer, takesPdf: boolean): Promise<Picture[]> {
	if (isPdf(file) && !takesPdf) return fail('3');
	try {
		const images = isPdf(file)
			? (await pagesOf(file)).map((page) => sharp(page))
			: [await openImage(file)];
		return await Promise.all(
			images.map(async (image) => ({ image, readable: await readable(image) })),
		);
	} catch {
		return fail('3');
	}
}

/** The picture as JPEG in base64, with a line break after every 76 characters and at the end. */
export async function toBase64Jpeg(image: Sharp): Promise<string> {
	const jpeg = await image.clone().jpeg({ quality: 85 }).toBuffer();
	return jpeg.toString('base64').replace(/.{1,76}/g, '$&\n');
}
