import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { checkPicture } from '../../demo/checkPicture';
import { samplePath } from '../../sandbox/sampleRoutes';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'pictures-'))));
afterAll(async () => await rm(folder, { recursive: true }));

test('a picture that the demo can read passes', async () => {
	await expect(checkPicture(samplePath('receipt.jpg'))).resolves.toBeUndefined();
});

test.each([
	['note.docx', 'PK\x03\x04', 'has the file type ZIP or Office'],
	['photo.heic', '\0\0\0\x18ftypheic', 'has the file type HEIC'],
	['note.txt', 'Dear all', 'has an unknown file type'],
	['empty.png', '', 'has an unknown file type'],
])('%s is refused before anything starts', async (name, content, reason) => {
	const path = join(folder, name);
	await writeFile(path, content, 'latin1');
	await expect(checkPicture(path)).rejects.toThrow(
		`The file ${path} ${reason}. The demo reads PNG, JPEG, BMP and PDF files. Convert it first.`,
	);
});

test('a path that leads nowhere or to a folder is refused', async () => {
	const missing = join(folder, 'missing.png');
	await expect(checkPicture(missing)).rejects.toThrow(`The file ${missing} does not exist.`);
	await expect(checkPicture(folder)).rejects.toThrow(`${folder} is a folder.`);
});
