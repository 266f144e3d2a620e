import sharp from 'sharp';
import type { Sharp } from 'sharp';
import type { Placement } from './locate';

/**
 * Cuts a specimen out of a picture and sets it straight.
 *
 * @param size the specimen's, in units of its drawing
 * @param place where the picture shows it
 */
export async function cropAligned(
	image: Sharp,
	{ width, height }: { width: number; height: number },
	place: Placement,
): Promise<Sharp> {
	const [corner, next] = [place({ x: 0, y: 0 }), place({ x: width, y: 0 })];
	const scale = Math.hypot(next.x - corner.x, next.y - corner.y) / width;
	const angle = Math.atan2(next.y - corner.y, next.x - corner.x);

	const before = await image
		.clone()
		.png({ compressionLevel: 1 })
		.toBuffer({ resolveWithObject: true });
	const after = await sharp(before.data)
		.rotate((-angle * 180) / Math.PI, { background: 'white' })
		.png({ compressionLevel: 1 })
		.toBuffer({ resolveWithObject: true });

	// The turn keeps the middle of the picture in the middle.
	const middle = place({ x: width / 2, y: height / 2 });
	const [dx, dy] = [middle.x - before.info.width / 2, middle.y - before.info.height / 2];
	const x = after.info.width / 2 + dx * Math.cos(angle) + dy * Math.sin(angle);
	const y = after.info.height / 2 + dy * Math.cos(angle) - dx * Math.sin(angle);
	const left = Math.max(0, Math.round(x - (width * scale) / 2));
	const top = Math.max(0, Math.round(y - (height * scale) / 2));
	return sharp(after.data).extract({
		left,
		top,
		width: Math.min(after.info.width - left, Math.round(width * scale)),
		height: Math.min(after.info.height - top, Math.round(height * scale)),
	});
}
