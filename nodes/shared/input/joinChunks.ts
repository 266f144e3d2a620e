type Chunks = Iterable<Buffer> | AsyncIterable<Buffer>;

/**
 * The pieces of a file joined into one.
 *
 * @param length stop after this many bytes
 */
export async function joinChunks(chunks: Chunks, length = Infinity): Promise<Buffer> {
	const all: Buffer[] = [];
	let joined = 0;
	for await (const chunk of chunks) {
		all.push(chunk);
		joined += chunk.length;
		if (joined >= length) break;
	}
	return Buffer.concat(all);
}
