/** The kind of a file, detected by its first bytes. */
export type FileKind = (typeof SIGNATURES)[number][0] | 'PDF';

const ascii = (text: string, offset = 0) => ({ bytes: Buffer.from(text, 'latin1'), offset });

/**
 * Kinds that providers read, and kinds that users send by mistake, so that a message can name them.
 */
const SIGNATURES = [
	['PNG', ascii('\x89PNG\r\n\x1a\n')],
	['JPEG', ascii('\xff\xd8\xff')],
	['BMP', ascii('BM')],
	['GIF', ascii('GIF8')],
	['TIFF', ascii('II*\0')],
	['TIFF', ascii('MM\0*')],
	['WebP', ascii('WEBP', 8)],
	['HEIC', ascii('ftyphei', 4)],
	['HEIC', ascii('ftypmif1', 4)],
	['AVIF', ascii('ftypavif', 4)],
	// The first file in the ZIP file of a DOCX, XLSX or PPTX: its name is at byte 30.
	['Office', ascii('[Content_Types].xml', 30)],
	['Office', ascii('_rels/', 30)],
	['Office', ascii('docProps/', 30)],
	['Office', ascii('word/', 30)],
	['Office', ascii('xl/', 30)],
	['ZIP or Office', ascii('PK\x03\x04')],
	['old Office', ascii('\xd0\xcf\x11\xe0')],
	['HTML', ascii('<!DOCTYPE html')],
	['HTML', ascii('<!doctype html')],
	['HTML', ascii('<html')],
	['SVG', ascii('<svg')],
	// With or without a byte order mark and a declaration.
	['XML', ascii('\xef\xbb\xbf<')],
	['XML', ascii('<')],
	['JSON', ascii('{')],
] as const;

/**
 * How many bytes are needed to detect the kind: a PDF's header may be anywhere in the first
 * kilobyte (PDF 1.7, implementation note 13).
 */
export const KIND_WITHIN = 1024;

/** Whether a kind is one of a list. */
export const isOneOf = (kinds: readonly FileKind[], kind: FileKind | undefined): boolean =>
	kinds.some((known) => known === kind);

/** The kind of a file; undefined if its first bytes match no kind. */
export function fileKind(file: Buffer): FileKind | undefined {
	const known = SIGNATURES.find(([, { bytes, offset }]) =>
		file.subarray(offset, offset + bytes.length).equals(bytes),
	);
	if (known) return known[0];
	return file.subarray(0, KIND_WITHIN).includes('%PDF-') ? 'PDF' : undefined;
}
