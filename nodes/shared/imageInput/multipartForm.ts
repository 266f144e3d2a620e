import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

import { mediaType } from './mediaType';
import type { ImageFile } from './readImage';

/** A form with files: what its body is made of, and the headers that belong to it. */
export interface MultipartForm {
	headers: IDataObject;
	/**
	 * Makes the body, anew for each try: a stream can be read once.
	 *
	 * @param sent is called when it has been read to its end
	 */
	body: (sent?: () => void) => Promise<NodeJS.ReadableStream | Buffer>;
}

/**
 * A form with files (RFC 7578). Files that n8n keeps on a disk are streamed from there, because
 * FormData and Blob keep copies of each in memory.
 *
 * @param files by the name of their part
 */
export function multipartForm(files: Record<string, ImageFile>): MultipartForm {
	const boundary = `n8n-${randomUUID()}`;
	const parts = Object.entries(files).map(([name, file], index) => {
		const { extension, mimeType } = mediaType(file.kind);
		const head = [
			`${index > 0 ? '\r\n' : ''}--${boundary}`,
			`Content-Disposition: form-data; name="${name}"; filename="${name}.${extension}"`,
			`Content-Type: ${mimeType}`,
			'\r\n',
		];
		return { file, head: Buffer.from(head.join('\r\n')) };
	});
	const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
	const length = parts.reduce((sum, { file, head }) => sum + head.length + file.size, tail.length);

	/** @param first the contents of the first file, where they are being read already */
	async function* chunks(first?: AsyncIterable<Buffer>) {
		for (const { file, head } of parts) {
			yield head;
			if (first && file === parts[0].file) yield* first;
			else if (file.stream) yield* (await file.stream()) as AsyncIterable<Buffer>;
			else yield await file.bytes();
		}
		yield tail;
	}

	return {
		headers: {
			'Content-Type': `multipart/form-data; boundary=${boundary}`,
			'Content-Length': length,
		},
		async body(sent = () => {}) {
			const stream = await parts[0].file.stream?.();
			// n8n's rules for nodes leave no way to a stream of one's own but through another.
			if (stream) {
				return stream.compose(async function* (first: AsyncIterable<Buffer>) {
					yield* chunks(first);
					sent();
				});
			}
			const all: Buffer[] = [];
			for await (const chunk of chunks()) all.push(chunk);
			return Buffer.concat(all);
		},
	};
}
