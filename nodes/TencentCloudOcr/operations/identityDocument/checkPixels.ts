import { Failure } from '../../../shared/engine/errors/failure';
import type { RequestContent } from '../../../shared/engine/ocrOperation';
import { imageSize, SIZE_WITHIN } from '../../../shared/input/imageSize';
import { joinChunks } from '../../../shared/input/joinChunks';
import type { Pixels } from '../../output/identity/pixels';

/**
 * Checks the size of the pictures that are sent as files. One whose size cannot be read passes, and
 * Tencent Cloud judges it.
 *
 * @throws Failure when a side is too short or too long
 */
export async function checkPixels(
	images: RequestContent['images'],
	{ min, max, maxJpeg = max }: Pixels,
): Promise<void> {
	for (const [name, image] of Object.entries(images)) {
		if ('url' in image) continue;
		const size = imageSize(await joinChunks(image.chunks(), SIZE_WITHIN));
		if (!size) continue;
		const { width, height } = size;
		const most = image.kind === 'JPEG' ? maxJpeg : max;
		if (Math.min(width, height) >= min && Math.max(width, height) <= most) continue;
		const subject = name === 'image' ? 'The image' : 'The back image';
		throw new Failure(
			'rejected',
			`${subject} has ${width} × ${height} pixels, but Tencent Cloud accepts ${min} to ${most} pixels per side. Resize it first.`,
		);
	}
}
