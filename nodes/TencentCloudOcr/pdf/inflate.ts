/**
 * The text of a compressed stream (FlateDecode), a character a byte; empty when the stream is
 * damaged, encrypted or compressed in another way.
 */
export async function inflate(data: Buffer): Promise<string> {
	// A line break may stand between the data and `endstream`; some Node.js versions refuse it.
	for (const ending of ['', '\n', '\r\n']) {
		if (data.subarray(data.length - ending.length).toString('latin1') !== ending) continue;
		try {
			const compressed = new Blob([data.subarray(0, data.length - ending.length)]).stream();
			const plain = new Response(compressed.pipeThrough(new DecompressionStream('deflate')));
			return Buffer.from(await plain.arrayBuffer()).toString('latin1');
		} catch {
			continue;
		}
	}
	return '';
}
