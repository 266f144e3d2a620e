/** No page tree is longer, in bytes; a small stream can be made to grow to gigabytes. */
const MOST = 64 * 1024 * 1024;

/**
 * The text of a compressed stream (FlateDecode), a character a byte, as far as it can be read:
 * streams end too early, with a wrong checksum or with a line break too many.
 */
export async function inflate(data: Buffer): Promise<string> {
	const plain = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate'));
	const reader = plain.getReader();
	const chunks: Buffer[] = [];
	let length = 0;
	try {
		while (length < MOST) {
			const { done, value } = await reader.read();
			if (done) break;
			chunks.push(Buffer.from(value));
			length += value.byteLength;
		}
		await reader.cancel();
	} catch {
		// What came before the damage stays.
	}
	return Buffer.concat(chunks).toString('latin1');
}
