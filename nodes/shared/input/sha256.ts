import { createHash } from 'node:crypto';

import { sleep } from 'n8n-workflow';

import type { ImageFile } from './imageFile';

/**
 * How many bytes are hashed in one go: this takes about a millisecond, so that twenty files at a time
 * do not keep n8n waiting.
 */
const SLICE = 512 * 1024;

const known = new WeakMap<ImageFile, Promise<string>>();

/**
 * The SHA-256 of a file's bytes, in lower-case hexadecimal digits. The file is read piece by piece,
 * and only once.
 *
 * @throws Failure when the file changes while it is read
 */
export async function sha256(file: ImageFile): Promise<string> {
	const hash = known.get(file) ?? hashOf(file);
	known.set(file, hash);
	return await hash;
}

async function hashOf(file: ImageFile): Promise<string> {
	const hash = createHash('sha256');
	for await (const chunk of file.chunks()) {
		for (let start = 0; start < chunk.length; start += SLICE) {
			if (start > 0) await sleep(0);
			hash.update(chunk.subarray(start, start + SLICE));
		}
	}
	return hash.digest('hex');
}
