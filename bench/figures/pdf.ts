import { createHash, randomFillSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { MAX_CONCURRENT } from '../../nodes/shared/engine/run/runOptions';
import { inMemory } from '../../nodes/shared/input/imageFile';
import { splitPdf } from '../../nodes/shared/pdf/splitPdf';
import { PdfBuilder } from '../../test/pdf/builder';
import type { Bench } from '../bench';
import type { Measurement } from '../figure';
import { figure, rounded } from '../figure';
import { interleaved, timed } from '../interleaved';
import { files, noOperation, ours } from '../nodes';
import { withProvider } from '../provider';

const RUNS = 5;
const MB = 1024 * 1024;
const PAGES = 60;
const PAGE_BYTES = 125 * 1024;
const NAME = 'scan.pdf';

/** A scan as office scanners make it: a picture a page, which nothing makes smaller. */
function scan(): Buffer {
	const numbers = Array.from({ length: PAGES }, (_, index) => 10 + index * 3);
	const kids = numbers.map((number) => `${number} 0 R`).join(' ');
	const builder = new PdfBuilder().objects({
		1: '<< /Type /Catalog /Pages 2 0 R >>',
		2: `<< /Type /Pages /Kids [${kids}] /Count ${PAGES} >>`,
	});
	for (const number of numbers) {
		builder.objects({
			[number]: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${number + 1} 0 R /Resources << /XObject << /Im0 ${number + 2} 0 R >> >> >>`,
			[number + 1]: { dictionary: '', data: 'q 595 0 0 842 0 0 cm /Im0 Do Q' },
			[number + 2]: {
				dictionary:
					'/Type /XObject /Subtype /Image /Width 1240 /Height 1754 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode',
				data: randomFillSync(Buffer.alloc(PAGE_BYTES)),
			},
		});
	}
	return builder.table().file();
}

/** Base64 and its hash, which the signature needs. */
const encoded = (bytes: Buffer) =>
	createHash('sha256').update(bytes.toString('base64'), 'latin1').digest('hex');

/** All pages of a document, made ready to be sent one by one. */
async function encodePages(bytes: Buffer): Promise<void> {
	const pdf = await splitPdf(inMemory(bytes));
	for (let page = 1; page <= PAGES; page++) {
		const { file, reason } = await pdf.fileOf(page);
		if (reason !== undefined) throw new Error(`Page ${page} was not cut: ${reason}`);
		for await (const chunk of file.chunks()) encoded(chunk);
	}
}

/**
 * Scans of 60 pages, 7.5 MB each, of which every page is a request.
 *
 * Tencent Cloud's own way is the whole file with each page: what `pdfUpload` and `pdfCpu` compare
 * with. `pdfMemory` is the growth of n8n's peak beyond the files that are being read, and beyond the
 * same workflow with No Operation. `pdfEventLoop` is the time for which n8n could do nothing else
 * meanwhile, but for one time in a hundred.
 */
export async function pdf(bench: Bench, times: number): Promise<Measurement> {
	const file = scan();
	const run = async (count: number, watchEventLoop = false) =>
		await withProvider({ latency: 200 }, async (provider) => {
			const { growth, milliseconds, stretches, items, error } = await bench.run(
				async (instance) => {
					await writeFile(join(instance.filesFolder, NAME), file);
					const tencent = ours(instance, 'tencent', provider.url, {
						inputType: 'binary',
						output: 'fullText',
						// Keeps as many requests as possible under way.
						options: { requestsPerSecond: 1_000 },
					});
					return [
						...files(instance, Math.max(count, 1), NAME),
						count > 0 ? await tencent : await noOperation(),
					];
				},
				{ watchEventLoop },
			);
			if (error || provider.requests !== count * PAGES)
				throw new Error(error ?? `${provider.requests} requests for ${items.length} items`);
			return {
				...stretches,
				growth,
				seconds: milliseconds / 1_000,
				uploaded: provider.uploaded,
			};
		});
	const { one, twenty, watched, nothing, nothingWatched } = await interleaved(times, {
		one: async () => await run(1),
		twenty: async () => await run(MAX_CONCURRENT),
		watched: async () => await run(MAX_CONCURRENT, true),
		nothing: async () => await run(0),
		nothingWatched: async () => await run(0, true),
	});
	const taken = await timed(RUNS, {
		pages: async () => await encodePages(file),
		whole: () => encoded(file),
	});
	const wholeFiles = Math.ceil(file.length / 3) * 4 * PAGES;
	const beingRead = (MAX_CONCURRENT * file.length) / MB;
	return {
		figures: {
			pdfUpload: figure(one.uploaded / MB, wholeFiles / MB, 0.05, 'MB'),
			pdfCpu: figure(taken.pages / PAGES, taken.whole, 0.25, 'ms'),
			pdfMemory: figure(twenty.growth - nothing.growth - beingRead, 100, 1, 'MB'),
			pdfEventLoop: figure(watched.usual, 50, 1, 'ms'),
		},
		notes: [
			`${MAX_CONCURRENT} such documents, ${MAX_CONCURRENT * PAGES} pages, took ${rounded(twenty.seconds)} s. The files alone are ${rounded(beingRead)} MB.`,
			`n8n's event loop stood still for at most ${rounded(watched.longest)} ms, and ${rounded(nothingWatched.longest)} ms with No Operation for one file.`,
			`The time of a page is that of cutting it, of its base64 text and of its hash: the median of ${RUNS} documents.`,
		],
	};
}
