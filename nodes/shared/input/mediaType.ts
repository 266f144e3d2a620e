import type { fileKind } from './fileKind';

type Kind = NonNullable<ReturnType<typeof fileKind>>;

/** File name extension and media type (IANA) of image and document files. */
const MEDIA_TYPES: Partial<Record<Kind, [extension: string, mimeType: string]>> = {
	AVIF: ['avif', 'image/avif'],
	BMP: ['bmp', 'image/bmp'],
	GIF: ['gif', 'image/gif'],
	HEIC: ['heic', 'image/heic'],
	JPEG: ['jpg', 'image/jpeg'],
	PDF: ['pdf', 'application/pdf'],
	PNG: ['png', 'image/png'],
	TIFF: ['tiff', 'image/tiff'],
	WebP: ['webp', 'image/webp'],
	XML: ['xml', 'application/xml'],
};

/** The file name extension and the media type of a kind of file. */
export function mediaType(kind: Kind | undefined): { extension: string; mimeType: string } {
	const [extension, mimeType] = (kind && MEDIA_TYPES[kind]) ?? ['bin', 'application/octet-stream'];
	return { extension, mimeType };
}
