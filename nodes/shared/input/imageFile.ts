import type { IExecuteSingleFunctions } from 'n8n-workflow';

import { fileKind, type FileKind } from './fileKind';

export type Stream = Awaited<ReturnType<IExecuteSingleFunctions['helpers']['getBinaryStream']>>;

/** A file to send. */
export interface ImageFile {
	/** Detected by its first bytes. */
	kind: FileKind | undefined;
	/** Its name, if it has one. */
	name?: string;
	/** Its length in bytes. */
	size: number;
	/** The whole file piece by piece; may be called again. */
	chunks: () => Iterable<Buffer> | AsyncIterable<Buffer>;
	/** A stream of pieces; undefined if the file is in memory. */
	toStream?: (chunks: AsyncIterable<Buffer>) => Stream;
}

/** A file whose bytes are all in memory. */
export const inMemory = (bytes: Buffer): ImageFile => ({
	kind: fileKind(bytes),
	size: bytes.length,
	chunks: () => [bytes],
});
