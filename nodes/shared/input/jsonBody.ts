import type { IDataObject } from 'n8n-workflow';

import type { ImageFile } from './imageFile';

/**
 * How many bytes are encoded at a time: a multiple of three, so that base64 has no padding inside.
 */
const CHUNK = 3 * 16_384;

const base64Length = (bytes: number) => Math.ceil(bytes / 3) * 4;

/**
 * A JSON object with files as base64, as the bytes to send. Neither a file nor its text is in
 * memory in addition to them.
 *
 * @param files by the names of their properties
 */
export async function jsonBody(
	values: IDataObject,
	files: Record<string, ImageFile>,
): Promise<Buffer> {
	const start = JSON.stringify(values).slice(0, -1);
	const parts = Object.entries(files).map(([name, file], index) => ({
		file,
		head: `${index > 0 || start.length > 1 ? ',' : ''}${JSON.stringify(name)}:"`,
	}));
	const length = parts.reduce(
		(sum, { file, head }) => sum + Buffer.byteLength(head) + base64Length(file.size) + 1,
		Buffer.byteLength(start) + 1,
	);

	const body = Buffer.allocUnsafe(length);
	let end = body.write(start);
	for (const { file, head } of parts) {
		end += body.write(head, end);
		end = await writeBase64(body, end, file);
		end += body.write('"', end);
	}
	body.write('}', end);
	return body;
}

/** Writes a file as base64, and returns the position after it. */
async function writeBase64(body: Buffer, start: number, file: ImageFile): Promise<number> {
	let end = start;
	let rest: Buffer = Buffer.alloc(0);
	for await (const chunk of file.chunks()) {
		const bytes = rest.length ? Buffer.concat([rest, chunk]) : chunk;
		const whole = bytes.length - (bytes.length % 3);
		for (let from = 0; from < whole; from += CHUNK) {
			const text = bytes.toString('base64', from, Math.min(from + CHUNK, whole));
			end += body.write(text, end, 'latin1');
		}
		rest = bytes.subarray(whole);
	}
	return end + body.write(rest.toString('base64'), end, 'latin1');
}
