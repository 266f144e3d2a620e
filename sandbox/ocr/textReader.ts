import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createScheduler, createWorker, OEM } from 'tesseract.js';
import type { Paragraph, RecognizeOptions, Scheduler } from 'tesseract.js';
import { rememberingReader } from './rememberingReader';

const workers = 2;

/** Tesseract workers for one set of languages. */
export interface TextReader {
	/**
	 * Reads the text of one image; waits for a free worker. The first call starts the workers.
	 *
	 * @param image PNG or BMP
	 * @param singleLine takes the whole image as one line of text
	 * @returns paragraphs in reading order; boxes in pixels, confidences 0..100
	 * @throws Error if Tesseract cannot read the image
	 */
	read(image: Buffer, singleLine?: boolean): Promise<Paragraph[]>;
	/** Ends the workers; a reading under way never ends. */
	close(): Promise<void>;
}

/**
 * Makes a reader that starts its workers when they are first needed and keeps them. If the environment
 * has SANDBOX_OCR_MEMORY, it keeps what it has read in this folder.
 *
 * @param languages Tesseract codes, best first; each needs its package `@tesseract.js-data/<code>`
 */
export function createTextReader(languages: string[]): TextReader {
	const reader = tesseractReader(languages);
	const folder = process.env.SANDBOX_OCR_MEMORY;
	return folder ? rememberingReader(reader, languages, folder) : reader;
}

function tesseractReader(languages: string[]): TextReader {
	let started: Promise<Scheduler> | undefined;
	return {
		async read(image, singleLine = false) {
			started ??= startWorkers(languages);
			const parameters = {
				// Pictures rarely say their resolution, and guessing it wrong is loud.
				user_defined_dpi: '300',
				...(singleLine && { tessedit_pageseg_mode: '7' }),
			};
			const { data } = await (
				await started
			).addJob('recognize', image, parameters as Partial<RecognizeOptions>, { blocks: true });
			return (data.blocks ?? []).flatMap((block) => block.paragraphs);
		},
		async close() {
			await (await started)?.terminate();
		},
	};
}

/** Tesseract.js takes one folder for all languages, while npm has one for each: hence the copies. */
async function startWorkers(languages: string[]): Promise<Scheduler> {
	const langPath = await mkdtemp(join(tmpdir(), 'cloud-ocr-sandbox-'));
	try {
		for (const language of languages) {
			const file = `${language}.traineddata.gz`;
			const dataPackage = dirname(require.resolve(`@tesseract.js-data/${language}/package.json`));
			await copyFile(join(dataPackage, '4.0.0_best_int', file), join(langPath, file));
		}
		const scheduler = createScheduler();
		const start = async () =>
			scheduler.addWorker(
				await createWorker(languages, OEM.LSTM_ONLY, {
					langPath,
					cacheMethod: 'none',
					// Without a handler Tesseract.js throws a failed reading outside of any promise, too.
					errorHandler: () => {},
				}),
			);
		await Promise.all(Array.from({ length: workers }, start));
		return scheduler;
	} finally {
		await rm(langPath, { recursive: true });
	}
}
