import type { IExecuteSingleFunctions } from 'n8n-workflow';

import type { FileKind } from './fileKind';

export type Stream = Awaited<ReturnType<IExecuteSingleFunctions['helpers']['getBinaryStream']>>;

/** A file to send, and what it is by its first bytes. */
export interface ImageFile {
	kind: FileKind | undefined;
	/** Its length in bytes. */
	size: number;
	/** The whole of it piece by piece; it may be asked for again. */
	chunks: () => Iterable<Buffer> | AsyncIterable<Buffer>;
	/** A stream of pieces; undefined where the file is in memory as it is. */
	toStream?: (chunks: AsyncIterable<Buffer>) => Stream;
}
