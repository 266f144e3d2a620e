import { randomUUID } from 'node:crypto';

import { mediaType } from './mediaType';
import type { ImageFile } from './readImage';

/**
 * A form with files, as the bytes that go on the wire and their Content-Type (RFC 7578). One Buffer,
 * because FormData and Blob keep copies of each file.
 *
 * @param files by the name of their part
 */
export function multipartBody(files: Record<string, ImageFile>): {
	body: Buffer;
	contentType: string;
} {
	const boundary = `n8n-${randomUUID()}`;
	const parts = Object.entries(files).flatMap(([name, { bytes, kind }]) => {
		const { extension, mimeType } = mediaType(kind);
		const head = [
			`--${boundary}`,
			`Content-Disposition: form-data; name="${name}"; filename="${name}.${extension}"`,
			`Content-Type: ${mimeType}`,
			'\r\n',
		];
		return [Buffer.from(head.join('\r\n')), bytes, Buffer.from('\r\n')];
	});
	return {
		body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
		contentType: `multipart/form-data; boundary=${boundary}`,
	};
}
