import { fileKind, type FileKind } from './fileKind';

/** The size of an image as its file stores it, in pixels. */
export interface ImageSize {
	width: number;
	height: number;
	/** How to turn it for the eye, 1 (not at all) to 8 (EXIF 2.32, "Orientation"). */
	orientation: number;
}

/** How many bytes of a file are enough: in front of a JPEG's size may be a profile and a thumbnail. */
export const SIZE_WITHIN = 512 * 1024;

/** Larger numbers come from a damaged header. */
const MOST = 1_000_000;
/** The longest of the headers below. */
const HEADER = 30;

type Extent = [width: number, height: number];

const READERS: Partial<Record<FileKind, (file: Buffer) => Extent | undefined>> = {
	// PNG 1.2, "IHDR".
	PNG: (file) => [file.readUInt32BE(16), file.readUInt32BE(20)],
	// GIF89a, "Logical Screen Descriptor".
	GIF: (file) => [file.readUInt16LE(6), file.readUInt16LE(8)],
	BMP: bmpExtent,
	WebP: webpExtent,
};

/**
 * The size of an image, from the first bytes of its file.
 *
 * @param start the first `SIZE_WITHIN` bytes of the file, or all of it
 * @returns undefined if the header is damaged, or of another kind
 */
export function imageSize(start: Buffer): ImageSize | undefined {
	const kind = fileKind(start);
	if (kind === undefined || start.length < HEADER) return undefined;
	if (kind === 'JPEG') return jpegSize(start);
	const extent = READERS[kind]?.(start);
	return extent && sizeOf(extent);
}

function sizeOf([width, height]: Extent, orientation = 1): ImageSize | undefined {
	const isSize = width > 0 && height > 0 && width <= MOST && height <= MOST;
	return isSize ? { width, height, orientation } : undefined;
}

/** A negative height means that the rows run from top to bottom. OS/2 files have shorter numbers. */
function bmpExtent(file: Buffer): Extent {
	return file.readUInt32LE(14) === 12
		? [file.readUInt16LE(18), file.readUInt16LE(20)]
		: [file.readInt32LE(18), Math.abs(file.readInt32LE(22))];
}

/** Source: RFC 9649, for a lossy, a lossless and an extended file. */
function webpExtent(file: Buffer): Extent | undefined {
	switch (file.toString('latin1', 12, 16)) {
		case 'VP8 ':
			return [file.readUInt16LE(26) & 0x3fff, file.readUInt16LE(28) & 0x3fff];
		case 'VP8L': {
			const bits = file.readUInt32LE(21);
			return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
		}
		case 'VP8X':
			return [file.readUIntLE(24, 3) + 1, file.readUIntLE(27, 3) + 1];
		default:
			return undefined;
	}
}

/** Source: ITU-T T.81, B.1: segments with a marker and a length, until one that starts a frame. */
function jpegSize(file: Buffer): ImageSize | undefined {
	let orientation: number | undefined;
	for (let at = 2; at + 9 <= file.length;) {
		const marker = file[at + 1];
		if (file[at] !== 0xff) return undefined;
		if (marker === 0xff) {
			at++;
			continue;
		}
		// Without a length: a restart, or the start of an image.
		if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
			at += 2;
			continue;
		}
		const length = file.readUInt16BE(at + 2);
		if (length < 2 || marker === 0xd9 || marker === 0xda) return undefined;
		if (isFrame(marker)) {
			const extent: Extent = [file.readUInt16BE(at + 7), file.readUInt16BE(at + 5)];
			return sizeOf(extent, orientation);
		}
		if (marker === 0xe1) orientation ??= exifOrientation(file.subarray(at + 4, at + 2 + length));
		at += 2 + length;
	}
	return undefined;
}

/** SOF0 to SOF15, among which are the markers of two tables and a reserved one. */
const isFrame = (marker: number): boolean =>
	marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const EXIF = Buffer.from('Exif\0\0', 'latin1');
const ORIENTATION = 0x0112;

/** The orientation in a segment of EXIF, whose directory is that of a TIFF file. */
function exifOrientation(segment: Buffer): number | undefined {
	if (!segment.subarray(0, EXIF.length).equals(EXIF)) return undefined;
	const tiff = segment.subarray(EXIF.length);
	const isLittle = tiff.toString('latin1', 0, 2) === 'II';
	const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
	if (tiff.length < 10) return undefined;
	const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
	if (directory + 2 > tiff.length) return undefined;
	const entries = short(directory);
	for (let entry = 0; entry < entries; entry++) {
		const at = directory + 2 + entry * 12;
		if (at + 12 > tiff.length) return undefined;
		if (short(at) !== ORIENTATION) continue;
		const orientation = short(at + 8);
		return orientation >= 1 && orientation <= 8 ? orientation : undefined;
	}
	return undefined;
}
