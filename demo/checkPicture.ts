import { open, stat } from 'node:fs/promises';

import { fileKind, KIND_WITHIN } from '../nodes/shared/input/fileKind';

const READABLE = ['PNG', 'JPEG', 'BMP', 'PDF'];

/** Throws for a file that the demo's provider, Tencent Cloud, does not read. */
export async function checkPicture(path: string): Promise<void> {
	const known = await stat(path).catch(() => undefined);
	if (!known) throw new Error(`The file ${path} does not exist. Check its path.`);
	if (!known.isFile()) throw new Error(`${path} is a folder. Enter the path of a picture or PDF.`);
	const file = await open(path);
	const { buffer, bytesRead } = await file.read(Buffer.alloc(KIND_WITHIN), 0, KIND_WITHIN, 0);
	await file.close();
	const kind = fileKind(buffer.subarray(0, bytesRead));
	if (kind && READABLE.includes(kind)) return;
	throw new Error(
		`The file ${path} has ${kind ? `the file type ${kind}` : 'an unknown file type'}. The demo reads PNG, JPEG, BMP and PDF files. Convert it first.`,
	);
}
