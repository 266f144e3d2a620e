import type { INodeExecutionData } from 'n8n-workflow';

/** One grey pixel. */
export const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsVdVJwAAAABJRU5ErkJggg==',
	'base64',
);
/** 256 x 256 black pixels. */
export const PNG_256 = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAQAAAAEAAQAAAAB0CZXLAAAAH0lEQVR42u3BAQ0AAADCoPdPbQ43oAAAAAAAAAAAvg0hAAABYOSdlwAAAABJRU5ErkJggg==',
	'base64',
);
/** The first bytes of the kinds, and nothing after them. */
export const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(20)]);
export const BMP = Buffer.concat([Buffer.from('BM'), Buffer.alloc(60)]);

/** Parameters of an image that adds nothing to its rows: neither the name of a file nor a URL. */
export const BASE64 = {
	inputType: 'base64',
	imageBase64: PNG.toString('base64'),
	frontImageBase64: PNG.toString('base64'),
	backImageBase64: PNG.toString('base64'),
};

/** An input item with files, by the names of their fields. */
export const fileItem = (files: Record<string, Buffer>): INodeExecutionData => ({
	json: {},
	binary: Object.fromEntries(
		Object.entries(files).map(([name, file]) => [
			name,
			{ data: file.toString('base64'), mimeType: 'image/png', fileName: 'a.png' },
		]),
	),
});

/** Input items with a URL each: https://example.com/0.png and so on. */
export const urlItems = (count: number): INodeExecutionData[] =>
	Array.from({ length: count }, (_, index) => ({
		json: { url: `https://example.com/${index}.png` },
	}));
