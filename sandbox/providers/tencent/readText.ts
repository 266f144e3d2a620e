import type { TextReader } from '../../ocr/textReader';
import { fail } from './errors';
import { angle, textDetections } from './textDetections';
import type { TextDetection } from './textDetections';

/** What the actions that read text answer in the same way. */
export interface Text {
	TextDetections: TextDetection[];
	Angle: number;
}

interface Options {
	/** Takes the whole image as one line of text. */
	singleLine?: boolean;
	/** Gives the characters of each line, too. */
	characters?: boolean;
}

/**
 * Reads the text of an image.
 *
 * @throws TencentError
 */
export async function readText(
	reader: TextReader,
	image: Buffer,
	{ singleLine = false, characters = false }: Options = {},
): Promise<Text> {
	const paragraphs = await reader
		.read(image, singleLine)
		// Only a damaged BMP gets this far: other formats are decoded before.
		.catch(() => fail('FailedOperation.ImageDecodeFailed'));
	const detections = textDetections(paragraphs, characters);
	if (detections.length === 0) fail('FailedOperation.ImageNoText');
	return { TextDetections: detections, Angle: angle(paragraphs) };
}
