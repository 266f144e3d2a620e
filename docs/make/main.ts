/** Writes the gallery: `npm run docs`. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { fixtures } from '../../test/shared/layout/fixtures';
import { DOCS, galleryFiles, PICTURES } from './gallery';

async function main(): Promise<void> {
	await rm(join(DOCS, PICTURES), { recursive: true, force: true });
	const files = galleryFiles(fixtures);
	for (const [path, content] of Object.entries(files)) {
		const file = join(DOCS, path);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, content);
	}
	console.log(`docs/gallery.md: ${Object.keys(fixtures).length} pages`);
}

void main();
