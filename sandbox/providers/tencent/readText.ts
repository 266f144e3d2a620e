import type { TextReader } from '../../ocr/textReader';
import { fail } from './errors';
import { angle, textDetections } from './textDetections';
import type { TextDetection } from './textDetections';

/** What the actions that read text answer in the same way. */
export interface Text {
	TextDetections: TextDetection[];
	Angle: number;
}

/**
 * Reads the text of an image.
 *
 * @param singleLine takes the whole image as one line of text
 * @throws TencentError
 */
export async function readText(
	reader: TextReader,
	image: Buffer,
	singleLine = false,
): Promise<Text> {
	const paragraphs = await reader
		.read(image, singleLine)
		// Only a damaged BMP gets this far: other formats are decoded before.
		.catch(() => fail('FailedOperation.ImageDecodeFailed'));
	const detections = textDetections(paragraphs);
	if (detections.length === 0) fail('FailedOperation.ImageNoText');
	return { TextDetections: detections, Angle: angle(paragraphs) };
}
