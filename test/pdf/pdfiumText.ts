import type { PDFiumDocument } from '@hyzyla/pdfium';

/** What pdfium finds on a page. */
export interface PageText {
	/** Characters that people read, without blanks. */
	readable: number;
	/** Characters that the page's fonts do not tell. */
	unknown: number;
	/** The part of the page that its images cover together, from 0 to 1. */
	covered: number;
	/** Whether a note, a stamp or a field of a form over the page has a text. */
	isOver: boolean;
}

/** The functions of pdfium that its library for Node.js does not offer itself. */
interface Pdfium {
	HEAPU8: Uint8Array;
	wasmExports: { malloc(size: number): number; free(pointer: number): void };
	_FPDF_ClosePage(page: number): void;
	_FPDF_GetPageBoundingBox(page: number, rectangle: number): number;
	_FPDFPage_CountObjects(page: number): number;
	_FPDFPage_GetObject(page: number, index: number): number;
	_FPDFFormObj_CountObjects(form: number): number;
	_FPDFFormObj_GetObject(form: number, index: number): number;
	_FPDFPageObj_GetType(object: number): number;
	_FPDFPageObj_GetMatrix(object: number, matrix: number): number;
	_FPDFText_LoadPage(page: number): number;
	_FPDFText_ClosePage(text: number): void;
	_FPDFText_CountChars(text: number): number;
	_FPDFText_GetUnicode(text: number, index: number): number;
	_FPDFText_IsGenerated(text: number, index: number): number;
	_FPDFText_HasUnicodeMapError(text: number, index: number): number;
	_FPDFPage_GetAnnotCount(page: number): number;
	_FPDFPage_GetAnnot(page: number, index: number): number;
	_FPDFPage_CloseAnnot(annotation: number): void;
	_FPDFAnnot_GetSubtype(annotation: number): number;
	_FPDFAnnot_GetFlags(annotation: number): number;
	_FPDFAnnot_GetFormFieldType(forms: number, annotation: number): number;
	_FPDFAnnot_GetFormFieldValue(
		forms: number,
		annotation: number,
		buffer: number,
		length: number,
	): number;
}

type Matrix = number[];
const [IMAGE, FORM] = [3, 5];
/** In cells, each side of the raster on which images are drawn. */
const SIDE = 200;
const MOST_DEPTH = 20;
const [FREE_TEXT, STAMP, WIDGET] = [3, 13, 20];
/** Fields to choose from, and fields to write into. */
const TEXT_FIELDS = [4, 5, 6];
/** Flags of an annotation that nobody sees. */
const UNSEEN = 2 | 32;

/** @param number from 1 */
export function textInPdfium(document: PDFiumDocument, number: number): PageText {
	const { module: pdfium, pageIdx: page } = document.getPage(number - 1) as unknown as {
		module: Pdfium;
		pageIdx: number;
	};
	const pointer = pdfium.wasmExports.malloc(6 * 4);
	try {
		return {
			...countCharacters(pdfium, page),
			covered: coveredBy(pdfium, page, pointer),
			isOver: isTextOver(pdfium, page, document.initializeFormFields()),
		};
	} finally {
		pdfium.wasmExports.free(pointer);
		pdfium._FPDF_ClosePage(page);
	}
}

function countCharacters(pdfium: Pdfium, page: number): Pick<PageText, 'readable' | 'unknown'> {
	const text = pdfium._FPDFText_LoadPage(page);
	let [readable, unknown] = [0, 0];
	const count = text ? pdfium._FPDFText_CountChars(text) : 0;
	for (let index = 0; index < count; index++) {
		if (pdfium._FPDFText_IsGenerated(text, index) === 1) continue;
		const unicode = pdfium._FPDFText_GetUnicode(text, index);
		const character = String.fromCodePoint(unicode);
		const isError = pdfium._FPDFText_HasUnicodeMapError(text, index) === 1;
		if (isError || /\p{Co}|\p{Cn}|(?!\s)\p{Cc}|\ufffd/u.test(character)) unknown++;
		else if (!/[\s\p{Cf}]/u.test(character)) readable++;
	}
	if (text) pdfium._FPDFText_ClosePage(text);
	return { readable, unknown };
}

function isTextOver(pdfium: Pdfium, page: number, forms: number): boolean {
	let isOver = false;
	for (let index = pdfium._FPDFPage_GetAnnotCount(page) - 1; index >= 0; index--) {
		const annotation = pdfium._FPDFPage_GetAnnot(page, index);
		const subtype = pdfium._FPDFAnnot_GetSubtype(annotation);
		const isField =
			subtype === WIDGET &&
			TEXT_FIELDS.includes(pdfium._FPDFAnnot_GetFormFieldType(forms, annotation)) &&
			// In bytes of UTF-16, with a zero at the end.
			pdfium._FPDFAnnot_GetFormFieldValue(forms, annotation, 0, 0) > 2;
		const isSeen = (pdfium._FPDFAnnot_GetFlags(annotation) & UNSEEN) === 0;
		isOver ||= isSeen && (isField || subtype === FREE_TEXT || subtype === STAMP);
		pdfium._FPDFPage_CloseAnnot(annotation);
	}
	return isOver;
}

/** Draws each image as an area onto a raster of the page. */
function coveredBy(pdfium: Pdfium, page: number, pointer: number): number {
	const floats = (count: number) =>
		Array.from(new Float32Array(pdfium.HEAPU8.slice(pointer, pointer + count * 4).buffer));
	pdfium._FPDF_GetPageBoundingBox(page, pointer);
	const [left, top, right, bottom] = floats(4);
	const cells = new Set<number>();
	const matrixOf = (object: number) =>
		pdfium._FPDFPageObj_GetMatrix(object, pointer) === 1 ? floats(6) : [1, 0, 0, 1, 0, 0];

	const add = ([a, b, c, d, e, f]: Matrix) => {
		const column = (x: number) => ((x - left) / (right - left)) * SIDE;
		const row = (y: number) => ((y - bottom) / (top - bottom)) * SIDE;
		const columns = [e, e + a, e + c, e + a + c].map(column);
		const rows = [f, f + b, f + d, f + b + d].map(row);
		const determinant = a * d - b * c;
		for (
			let y = Math.max(0, Math.floor(Math.min(...rows)));
			y < Math.min(SIDE, Math.max(...rows));
			y++
		) {
			for (
				let x = Math.max(0, Math.floor(Math.min(...columns)));
				x < Math.min(SIDE, Math.max(...columns));
				x++
			) {
				const dx = left + ((x + 0.5) / SIDE) * (right - left) - e;
				const dy = bottom + ((y + 0.5) / SIDE) * (top - bottom) - f;
				const [u, v] = [(d * dx - c * dy) / determinant, (a * dy - b * dx) / determinant];
				if (Math.min(u, v) >= 0 && Math.max(u, v) <= 1) cells.add(y * SIDE + x);
			}
		}
	};

	const look = (object: number, outer: Matrix, depth: number) => {
		const type = pdfium._FPDFPageObj_GetType(object);
		if (type === IMAGE) add(multiply(matrixOf(object), outer));
		if (type !== FORM || depth > MOST_DEPTH) return;
		const inner = multiply(matrixOf(object), outer);
		const count = pdfium._FPDFFormObj_CountObjects(object);
		for (let index = 0; index < count; index++) {
			look(pdfium._FPDFFormObj_GetObject(object, index), inner, depth + 1);
		}
	};
	const count = pdfium._FPDFPage_CountObjects(page);
	for (let index = 0; index < count; index++) {
		look(pdfium._FPDFPage_GetObject(page, index), [1, 0, 0, 1, 0, 0], 0);
	}
	return cells.size / SIDE ** 2;
}

const multiply = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
	a * A + b * C,
	a * B + b * D,
	c * A + d * C,
	c * B + d * D,
	e * A + f * C + E,
	e * B + f * D + F,
];
