import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Paragraph } from 'tesseract.js';
import type { TextReader } from './textReader';

/** What reads, and how: Tesseract's version, that of its languages, and its parameters. */
const READ_WITH = ['textReader.ts', '../../package-lock.json'].map((file) =>
	readFileSync(join(__dirname, file)),
);

/**
 * A reader that keeps in a folder what it has read, for tests that read the same pictures many times.
 * Tesseract reads the same bytes with the same languages always alike.
 *
 * @param languages those of the reader, which is asked for all that is not in the folder
 * @param folder is made if it is missing; processes may share it
 */
export function rememberingReader(
	reader: TextReader,
	languages: string[],
	folder: string,
): TextReader {
	const hashOf = (...parts: Array<string | Buffer>) => {
		const hash = createHash('sha256');
		for (const part of parts) hash.update(part);
		return hash.digest('hex');
	};
	const kind = hashOf(...READ_WITH, languages.join());
	return {
		...reader,
		async read(image, singleLine = false) {
			const file = join(folder, `${hashOf(kind, String(singleLine), image)}.json`);
			const known = await readFile(file, 'utf8').catch(() => undefined);
			if (known) return JSON.parse(known) as Paragraph[];
			const paragraphs = await reader.read(image, singleLine);
			await mkdir(folder, { recursive: true });
			// Another process sees all of it, or nothing.
			const unfinished = `${file}.${process.pid}.${unfinishedFiles++}`;
			await writeFile(unfinished, JSON.stringify(paragraphs));
			await rename(unfinished, file);
			return paragraphs;
		},
	};
}

let unfinishedFiles = 0;
