import sharp from 'sharp';
import type { Sharp } from 'sharp';

/**
 * Decodes a PNG, JPEG or BMP file into something Tesseract reads, upright as its EXIF tag says.
 *
 * @param file the file's bytes
 * @returns PNG in all of the greys; a BMP comes back untouched, because sharp cannot read it and Tesseract can
 * @throws Error if it is another format or damaged
 */
export async function decodeImage(file: Buffer): Promise<Buffer> {
	if (file.subarray(0, 2).toString('latin1') === 'BM') return file;
	return await readable(await openImage(file));
}

/**
 * Opens a PNG or JPEG file, upright as its EXIF tag says and on white.
 *
 * @returns an image whose pixels are decoded when they are asked for, which then may fail
 * @throws Error if it is another format or damaged at its beginning
 */
export async function openImage(file: Buffer): Promise<Sharp> {
	const image = sharp(file, { failOn: 'error' });
	const { format } = await image.metadata();
	if (format !== 'png' && format !== 'jpeg') throw new Error(`No reader for ${format}`);
	return image.autoOrient().flatten({ background: 'white' });
}

/** The image as Tesseract reads it best: a PNG in all of the greys. */
export async function readable(image: Sharp): Promise<Buffer> {
	return await image.clone().grayscale().normalise().png({ compressionLevel: 1 }).toBuffer();
}
