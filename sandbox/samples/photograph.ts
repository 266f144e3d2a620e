import sharp from 'sharp';

export interface Camera {
	/** Its turn against the scene, degrees. */
	tilt?: number;
	/** How much farther away the top edge is than the bottom edge, as a part of the distance. */
	lean?: number;
	/** The same of the left edge and the right one. */
	aside?: number;
	/** Largest brightness step of the sensor noise, of 255. */
	noise?: number;
	/** JPEG quality. */
	quality?: number;
}

/**
 * Makes a flat picture look like a phone photo: tilt, perspective, uneven light, noise, soft focus.
 *
 * @param scene any image sharp reads, SVG included
 * @returns JPEG of the same size; the same bytes for the same scene and sharp version
 */
export async function photograph(scene: Buffer, camera: Camera = {}): Promise<Buffer> {
	const { noise = 8, quality = 85 } = camera;
	const { data, info } = await sharp(scene)
		.removeAlpha()
		.raw()
		.toBuffer({ resolveWithObject: true });
	const { width, height, channels } = info;
	const photo = Buffer.alloc(data.length);
	const random = seededRandom(20250314);
	const placeOf = placeInScene(info, camera);

	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const [sx, sy] = placeOf(x, y);
			const light = 1.02 - 0.3 * Math.hypot(x / width - 0.3, y / height - 0.25);
			const grain = (random() + random() - 1) * noise;
			for (let c = 0; c < channels; c++) {
				const value = sample(data, width, height, channels, sx, sy, c) * light + grain;
				photo[(y * width + x) * channels + c] = Math.max(0, Math.min(255, value));
			}
		}
	}
	return await sharp(photo, { raw: { width, height, channels } })
		.blur(0.6)
		.jpeg({ quality })
		.toBuffer();
}

/** Where in the scene a pixel of its photo lies. */
export function placeInScene(
	{ width, height }: { width: number; height: number },
	{ tilt = 1.5, lean = 0.07, aside = 0 }: Camera = {},
): (x: number, y: number) => [sx: number, sy: number] {
	const [cos, sin] = [Math.cos((tilt * Math.PI) / 180), Math.sin((tilt * Math.PI) / 180)];
	return (x, y) => {
		const [dx, dy] = [x - width / 2, y - height / 2];
		const depth = 1 - lean * (dy / height) - aside * (dx / width);
		return [width / 2 + (dx * cos + dy * sin) * depth, height / 2 + (dy * cos - dx * sin) * depth];
	};
}

/** One channel at a place between pixels, bilinear; places outside take the nearest edge. */
function sample(
	data: Buffer,
	width: number,
	height: number,
	channels: number,
	x: number,
	y: number,
	channel: number,
): number {
	const x0 = Math.max(0, Math.min(width - 2, Math.floor(x)));
	const y0 = Math.max(0, Math.min(height - 2, Math.floor(y)));
	const [fx, fy] = [Math.min(1, Math.max(0, x - x0)), Math.min(1, Math.max(0, y - y0))];
	const at = (px: number, py: number) => data[(py * width + px) * channels + channel];
	const top = at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx;
	const bottom = at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx;
	return top * (1 - fy) + bottom * fy;
}

/** The mulberry32 generator: Math.random() has no seed, and the samples should not change. */
function seededRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}
