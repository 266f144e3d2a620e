/**
 * The text of a compressed stream (FlateDecode), a character a byte, as far as it can be read:
 * streams end too early, with a wrong checksum or with a line break too many.
 *
 * @param most how many bytes are enough, about: a small stream can be made to grow to gigabytes
 */
export async function inflate(data: Buffer, most: number): Promise<string> {
	const plain = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate'));
	const reader = plain.getReader();
	const chunks: Buffer[] = [];
	let length = 0;
	try {
		while (length < most) {
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
