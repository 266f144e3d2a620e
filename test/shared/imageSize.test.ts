import fc from 'fast-check';
import sharp from 'sharp';

import { imageSize, SIZE_WITHIN } from '../../nodes/shared/input/imageSize';
import { PNG } from '../support/files';

const drawn = () =>
	sharp({ create: { width: 37, height: 21, channels: 3, background: '#808080' } });
const SIZE = { width: 37, height: 21, orientation: 1 };

/** A header of BMP, and nothing after it. */
const bmp = (write: (header: Buffer) => void): Buffer => {
	const header = Buffer.alloc(60);
	header.write('BM');
	header.writeUInt32LE(40, 14);
	write(header);
	return header;
};

/** A JPEG with segments in front of its frame. */
const jpeg = (...segments: Buffer[]): Buffer =>
	Buffer.concat([
		Buffer.from([0xff, 0xd8]),
		...segments,
		Buffer.from([0xff, 0xc0, 0, 17, 8, 0, 21, 0, 37, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]),
		Buffer.alloc(20),
	]);

const segment = (marker: number, content: Buffer): Buffer => {
	const head = Buffer.from([0xff, marker, 0, 0]);
	head.writeUInt16BE(content.length + 2, 2);
	return Buffer.concat([head, content]);
};

describe('the size of', () => {
	test.each([
		['PNG', async () => await drawn().png().toBuffer()],
		['JPEG', async () => await drawn().jpeg().toBuffer()],
		['progressive JPEG', async () => await drawn().jpeg({ progressive: true }).toBuffer()],
		['GIF', async () => await drawn().gif().toBuffer()],
		['lossy WebP', async () => await drawn().webp().toBuffer()],
		['lossless WebP', async () => await drawn().webp({ lossless: true }).toBuffer()],
		['extended WebP', async () => await drawn().withMetadata({ density: 300 }).webp().toBuffer()],
	])('%s', async (_, make) => {
		expect(imageSize(await make())).toEqual(SIZE);
	});

	test('BMP, also from top to bottom, and in the shorter notation of OS/2', () => {
		for (const height of [21, -21]) {
			const file = bmp((header) => {
				header.writeInt32LE(37, 18);
				header.writeInt32LE(height, 22);
			});
			expect(imageSize(file)).toEqual(SIZE);
		}
		const old = bmp((header) => {
			header.writeUInt32LE(12, 14);
			header.writeUInt16LE(37, 18);
			header.writeUInt16LE(21, 20);
		});
		expect(imageSize(old)).toEqual(SIZE);
	});
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('a JPEG that says how to turn it: %d', async (orientation) => {
	const file = await drawn().withMetadata({ orientation }).jpeg().toBuffer();
	expect(imageSize(file)).toEqual({ ...SIZE, orientation });
});

test('an orientation in the other order of bytes', () => {
	const exif = Buffer.from(
		'Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0',
		'latin1',
	);
	expect(imageSize(jpeg(segment(0xe1, exif)))).toEqual({ ...SIZE, orientation: 6 });
	exif[24] = 9;
	expect(imageSize(jpeg(segment(0xe1, exif)))).toEqual(SIZE);
});

test.each([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf])(
	'a frame of JPEG with the marker %d, and none of its neighbours',
	(marker) => {
		const file = jpeg(
			...[0xc4, 0xc8, 0xcc, 0xdb, 0xfe].map((other) => segment(other, Buffer.alloc(9, 7))),
			Buffer.from([0xff, 0xff]),
		);
		file[file.indexOf(Buffer.from([0xff, 0xc0])) + 1] = marker;
		expect(imageSize(file)).toEqual(SIZE);
	},
);

test('large segments before the frame are skipped', () => {
	const profile = segment(0xe2, Buffer.alloc(65_533, 0xff));
	const file = jpeg(...Array<Buffer>(7).fill(profile));
	expect(file.length).toBeLessThan(SIZE_WITHIN);
	expect(imageSize(file)).toEqual(SIZE);
});

test('what is no size is none', () => {
	const none = [
		Buffer.alloc(0),
		PNG.subarray(0, 20),
		Buffer.concat([PNG.subarray(0, 16), Buffer.alloc(40)]),
		Buffer.concat([PNG.subarray(0, 16), Buffer.alloc(40, 0xff)]),
		Buffer.from('%PDF-1.7 and so on, and so on, and so on'),
		jpeg(Buffer.from([0xff, 0xd9])),
		jpeg(segment(0xda, Buffer.alloc(10))),
		jpeg(Buffer.from([0xff, 0xe0, 0, 0])),
		jpeg(Buffer.from('text')),
	];
	for (const file of none) expect(imageSize(file)).toBeUndefined();
});

test('no file is too strange', async () => {
	const files = [
		await drawn().withMetadata({ orientation: 6 }).jpeg().toBuffer(),
		await drawn().webp().toBuffer(),
		PNG,
		bmp(() => {}),
	];
	fc.assert(
		fc.property(
			fc.constantFrom(...files),
			fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 30 }),
			fc.nat(700),
			(file, changes, length) => {
				const changed = Buffer.from(file.subarray(0, length));
				for (const [at, byte] of changes) if (at < changed.length) changed[at] = byte;
				const size = imageSize(changed);
				if (!size) return;
				expect(size.width).toBeGreaterThan(0);
				expect(size.height).toBeLessThanOrEqual(1_000_000);
			},
		),
		{ numRuns: 5_000 },
	);
});
