import sharp from 'sharp';
import { openImage, readable } from '../../ocr/decode';
import type { TextReader } from '../../ocr/textReader';
import { fail } from './errors';
import { toLines } from './lines';
import type { RecognizedLine } from './lines';
import { slicesOf } from './slices';
import type { Slice } from './slices';

/** `result` of an answer. */
interface Result {
	fileType: FileType;
	resolution: 'normal' | 'low';
	listOfInferTexts: Array<Pick<RecognizedLine, 'inferTexts'>>;
	/** Parallel to `listOfInferTexts`. */
	listOfBoundingBoxes: Array<Pick<RecognizedLine, 'boundingBoxes'>>;
	/** Into how many slices the image was cut; in answers of `/general/cropping`. */
	slicesImages?: number;
}

export type FileType = 'jpg' | 'png';

/** An image, ready for Tesseract. */
interface Picture {
	/** PNG */
	png: Buffer;
	width: number;
	height: number;
}

/** How often the long side of an image goes beyond the short one at most, uncut. */
const steepest = 10;
/** Fewer pixels make a low resolution; NHN Cloud does not say how few. */
const lowResolution = 640 * 480;

/**
 * `/general`: reads the whole image at once.
 *
 * @param file PNG or JPEG
 * @throws NhnError 4000002, 4000003, 4000501, 4000505
 */
export async function general(reader: TextReader, file: Buffer): Promise<Result> {
	const fileType = fileTypeOf(file);
	const picture = await openPicture(file);
	const { width, height } = picture;
	if (Math.max(width, height) > steepest * Math.min(width, height)) fail('4000505');
	const whole = { left: 0, top: 0, width, height };
	return toResult(fileType, picture, await read(reader, picture, [whole]));
}

/**
 * `/general/cropping`: cuts a long or wide image into slices that overlap, and reads each. What lies
 * where two of them overlap is read twice.
 *
 * @param file PNG or JPEG
 * @throws NhnError 4000002, 4000003, 4000501
 */
export async function cropping(reader: TextReader, file: Buffer): Promise<Result> {
	const fileType = fileTypeOf(file);
	const picture = await openPicture(file);
	const slices = slicesOf(picture.width, picture.height);
	const lines = await read(reader, picture, slices);
	return { ...toResult(fileType, picture, lines), slicesImages: slices.length };
}

/** @throws NhnError 4000003 */
export function fileTypeOf(file: Buffer): FileType {
	if (file.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return 'png';
	if (file.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))) return 'jpg';
	return fail('4000003');
}

/** @throws NhnError 4000002 */
export async function openPicture(file: Buffer): Promise<Picture> {
	try {
		const png = await readable(await openImage(file));
		const { width, height } = await sharp(png).metadata();
		return { png, width, height };
	} catch {
		return fail('4000002');
	}
}

async function read(
	reader: TextReader,
	picture: Picture,
	slices: Slice[],
): Promise<RecognizedLine[]> {
	const readings = slices.map(async (slice) => {
		const part = await sharp(picture.png).extract(slice).png({ compressionLevel: 1 }).toBuffer();
		return toLines(await reader.read(part), slice, picture);
	});
	return (await Promise.all(readings)).flat();
}

/** @throws NhnError 4000501 */
function toResult(fileType: FileType, { width, height }: Picture, lines: RecognizedLine[]): Result {
	if (lines.length === 0) fail('4000501');
	return {
		fileType,
		resolution: width * height < lowResolution ? 'low' : 'normal',
		listOfInferTexts: lines.map(({ inferTexts }) => ({ inferTexts })),
		listOfBoundingBoxes: lines.map(({ boundingBoxes }) => ({ boundingBoxes })),
	};
}
