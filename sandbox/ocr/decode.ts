import sharp from 'sharp';

/**
 * Decodes a PNG, JPEG or BMP file into something Tesseract reads, upright as its EXIF tag says.
 *
 * @param file the file's bytes
 * @returns PNG in all of the greys; a BMP comes back untouched, because sharp cannot read it and Tesseract can
 * @throws Error if it is another format or damaged
 */
export async function decodeImage(file: Buffer): Promise<Buffer> {
	if (file.subarray(0, 2).toString('latin1') === 'BM') return file;
	const image = sharp(file, { failOn: 'error' });
	const { format } = await image.metadata();
	if (format !== 'png' && format !== 'jpeg') throw new Error(`No reader for ${format}`);
	return await image
		.autoOrient()
		.flatten({ background: 'white' })
		.grayscale()
		.normalise()
		.png({ compressionLevel: 1 })
		.toBuffer();
}
