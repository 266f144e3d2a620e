import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { Specimen } from '.';

/** A word on a specimen; units of its drawing. */
export interface DrawnWord {
	text: string;
	/** The provider's name of the field that it belongs to. */
	field?: string;
	/** Without room for marks above and below the letters. */
	box: { left: number; top: number; right: number; bottom: number };
}

/** Height of a capital letter, as a part of the font size. */
const capital = 0.72;

/** Where the words of a specimen stand. */
export async function drawnWords({ texts }: Specimen): Promise<DrawnWord[]> {
	const fonts = await metrics();
	return texts.flatMap(({ text, x, y, size, font, field }) => {
		const width = (part: string) =>
			fonts[font ?? 'regular'].widthOfTextAtSize(withoutMarks(part), size);
		return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => {
			const left = x + width(text.slice(0, index));
			const box = { left, top: y - capital * size, right: left + width(word), bottom: y };
			return { text: word, field, box };
		});
	});
}

/** Text without marks above and below the letters: Liberation's letters are as wide with as without. */
export const withoutMarks = (text: string): string =>
	text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

/** Fonts of a PDF that are as wide as the Liberation fonts of the drawings. */
async function metrics() {
	const pdf = await PDFDocument.create();
	return {
		regular: await pdf.embedFont(StandardFonts.Helvetica),
		bold: await pdf.embedFont(StandardFonts.HelveticaBold),
		mono: await pdf.embedFont(StandardFonts.Courier),
	};
}
