import { randomUUID } from 'node:crypto';

import type { RequestBody } from './bodyRequest';
import type { ImageFile } from './imageFile';
import { joinChunks } from './joinChunks';
import { mediaType } from './mediaType';

/**
 * A form with files (RFC 7578). Files that n8n keeps on a disk are streamed from there, because
 * FormData and Blob keep copies of each in memory.
 *
 * @param files by the name of their part
 * @param texts the parts after them that are no files, by their names
 */
export function multipartForm(
	files: Record<string, ImageFile>,
	texts: Record<string, string> = {},
): RequestBody {
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
	const texted = Object.entries(texts).map(
		([name, text]) =>
			`\r\n--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}`,
	);
	const tail = Buffer.from(`${texted.join('')}\r\n--${boundary}--\r\n`);
	const length = parts.reduce((sum, { file, head }) => sum + head.length + file.size, tail.length);

	async function* chunks(onBodyRead: () => void) {
		for (const { file, head } of parts) {
			yield head;
			yield* file.chunks();
		}
		yield tail;
		onBodyRead();
	}

	return {
		headers: {
			'Content-Type': `multipart/form-data; boundary=${boundary}`,
			'Content-Length': length,
		},
		async body(onBodyRead = () => {}) {
			const stored = Object.values(files).find(({ toStream }) => toStream);
			return stored?.toStream?.(chunks(onBodyRead)) ?? (await joinChunks(chunks(onBodyRead)));
		},
	};
}
