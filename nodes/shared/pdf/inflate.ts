import type { Budget } from './budget';

/** The cost of starting, which includes the first so many bytes. */
const START = 16 * 1024;

/**
 * The text of a compressed stream (FlateDecode), one character per byte, as far as it can be read:
 * some streams end too early, with a wrong checksum or with an extra line break.
 *
 * Source: ISO 32000-1, 7.4.4 "LZWDecode and FlateDecode Filters".
 *
 * @param most stop after about this many bytes: a small stream can be made to grow to gigabytes
 */
export async function inflate(data: Buffer, most: number, budget: Budget): Promise<string> {
	if (budget.spend(START)) await budget.rest();
	const plain = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate'));
	const reader = plain.getReader();
	let text = '';
	try {
		while (text.length < most) {
			// The part before the damage is kept.
			const { value } = await reader.read().catch(() => ({ value: undefined }));
			if (!value) break;
			text += Buffer.from(value).toString('latin1');
			if (text.length > START && budget.spend(value.byteLength)) await budget.rest();
		}
	} finally {
		await reader.cancel().catch(() => {});
	}
	return text;
}
