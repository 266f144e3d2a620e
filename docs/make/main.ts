/** Writes the gallery, and the table of documents in the README: `npm run docs`. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { format, resolveConfig } from 'prettier';

import { PROJECT } from '../../local-n8n/project';
import { fixtures } from '../../test/shared/layout/fixtures';
import { BEGIN, documentTable, END, markdownOf, PAGE } from './documentTable';
import { DOCS, galleryFiles, PICTURES } from './gallery';

async function main(): Promise<void> {
	await writeGallery();
	await writeTable();
}

async function writeTable(): Promise<void> {
	const path = join(PROJECT, PAGE);
	const page = await readFile(path, 'utf8');
	const [before, rest] = page.split(BEGIN);
	const table = markdownOf(documentTable());
	const changed = [before, BEGIN, '\n\n', table, '\n\n', END, rest.split(END)[1]].join('');
	const style = await resolveConfig(path);
	await writeFile(path, await format(changed, { ...style, filepath: path }));
}

async function writeGallery(): Promise<void> {
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
