import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium';

/** Pages are drawn with one pixel per point, or smaller if they are large. */
const MOST_PIXELS = 1200;

let pdfium: Promise<PDFiumLibrary> | undefined;

/** A PDF in pdfium, which has to be destroyed in the end; undefined if pdfium cannot read it. */
export async function openInPdfium(file: Uint8Array): Promise<PDFiumDocument | undefined> {
	pdfium ??= PDFiumLibrary.init();
	return await load(await pdfium, file);
}

/** A page as a pdfium draws it that has drawn nothing before. */
export async function drawFirst(file: Uint8Array, number: number): Promise<Drawing> {
	const library = await PDFiumLibrary.init();
	try {
		const document = (await load(library, file))!;
		const drawing = await drawPage(document, number);
		document.destroy();
		return drawing;
	} finally {
		library.destroy();
	}
}

async function load(library: PDFiumLibrary, file: Uint8Array): Promise<PDFiumDocument | undefined> {
	try {
		return await library.loadDocument(file);
	} catch (error) {
		if (isCrash(error)) throw error;
		return undefined;
	}
}

/** Whether pdfium itself failed. It is of no use in this process, then. */
export const isCrash = (error: unknown): boolean => (error as Error).name === 'RuntimeError';

/** A page as pdfium draws it, with its annotations and forms. */
export interface Drawing {
	width: number;
	height: number;
	pixels: Buffer;
}

/** @param number from 1 */
export async function drawPage(document: PDFiumDocument, number: number): Promise<Drawing> {
	const page = document.getPage(number - 1);
	const { originalWidth, originalHeight } = page.getOriginalSize();
	const longest = Math.max(originalWidth, originalHeight);
	const { data, width, height } = await page.render({
		scale: Math.min(1, MOST_PIXELS / longest),
		render: async ({ data: pixels }) => pixels,
	});
	return { width, height, pixels: Buffer.from(data) };
}

/** How many pixels two drawings do not have in common; all, if their sizes are not the same. */
export function differentPixels(one: Drawing, other: Drawing): number {
	const isSize = one.width === other.width && one.height === other.height;
	if (!isSize) return Math.max(one.width * one.height, other.width * other.height);
	if (one.pixels.equals(other.pixels)) return 0;
	let count = 0;
	for (let index = 0; index < one.pixels.length; index += 4) {
		if (one.pixels.readUInt32LE(index) !== other.pixels.readUInt32LE(index)) count++;
	}
	return count;
}
