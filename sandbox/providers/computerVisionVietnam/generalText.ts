import type { Paragraph } from 'tesseract.js';
import type { TextReader } from '../../ocr/textReader';
import { fail } from './errors';
import { openPictures, toBase64Jpeg } from './pictures';
import type { Picture } from './pictures';

/** A word, as `document/general` documents it. */
interface Text {
	text: string;
	/** 0..1 */
	confidence: number;
	/** Pixels of the upright image. */
	box: { left: number; right: number; top: number; bottom: number };
}

/** Blocks of lines of words. */
type Blocks = Text[][][];

/**
 * `document/general`: reads the text of an image, or of all pages of a PDF.
 *
 * Without thumbs the pages are of the documented shape. With thumbs each is an object, which the
 * documentation leaves out and clients of the provider have met.
 *
 * @throws VisionError 3, or 1 if there is no text
 */
export async function generalText(reader: TextReader, [file]: Buffer[], thumbs: boolean) {
	const pictures = await openPictures(file, true);
	const readings = await Promise.all(
		pictures.map(async ({ readable }) => await reader.read(readable)),
	);
	const pages = readings.map(toBlocks);
	if (pages.flat(3).length === 0) fail('1');
	return thumbs ? await Promise.all(pages.map((page, i) => withThumb(page, pictures[i]))) : pages;
}

async function withThumb(result: Blocks, { image }: Picture) {
	return { image: await toBase64Jpeg(image), result };
}

function toBlocks(paragraphs: Paragraph[]): Blocks {
	return paragraphs
		.map(({ lines }) =>
			lines
				.map(({ words }) =>
					words
						.filter(({ text }) => text.trim())
						.map(({ text, confidence, bbox }) => ({
							text,
							confidence: Math.round(confidence * 100) / 10_000,
							box: { left: bbox.x0, right: bbox.x1, top: bbox.y0, bottom: bbox.y1 },
						})),
				)
				.filter((line) => line.length > 0),
		)
		.filter((block) => block.length > 0);
}
