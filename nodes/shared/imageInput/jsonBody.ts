import type { IDataObject } from 'n8n-workflow';

import type { ImageFile } from './readImage';

/** Bytes that are encoded at a time: a multiple of three, so that base64 has no padding inside. */
const CHUNK = 3 * 16_384;

const base64Length = (bytes: number) => Math.ceil(bytes / 3) * 4;

/**
 * A JSON object with files as base64, as the bytes that go on the wire. The text of a whole file,
 * which is larger than the file, never is in memory beside them.
 *
 * @param files by the names of their properties
 */
export function jsonBody(values: IDataObject, files: Record<string, ImageFile>): Buffer {
	const start = JSON.stringify(values).slice(0, -1);
	const names = Object.keys(files).map(
		(name, index) => `${index > 0 || start.length > 1 ? ',' : ''}${JSON.stringify(name)}:"`,
	);
	const textLength = Buffer.byteLength([start, ...names].join('')) + names.length + 1;
	const filesLength = Object.values(files).reduce(
		(sum, { bytes }) => sum + base64Length(bytes.length),
		0,
	);

	const body = Buffer.allocUnsafe(textLength + filesLength);
	let end = body.write(start);
	for (const [index, { bytes }] of Object.values(files).entries()) {
		end += body.write(names[index], end);
		for (let from = 0; from < bytes.length; from += CHUNK) {
			end += body.write(bytes.toString('base64', from, from + CHUNK), end, 'latin1');
		}
		end += body.write('"', end);
	}
	body.write('}', end);
	return body;
}
