/**
 * Records how the sandbox's Tencent Cloud reads its receipts, a piece of text a line:
 * `tsx test/shared/layout/receipts/record.ts`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { decodeImage } from '../../../../sandbox/ocr/decode';
import { createTextReader } from '../../../../sandbox/ocr/textReader';
import { readText } from '../../../../sandbox/providers/tencent/readText';
import { samplePath } from '../../../../sandbox/sampleRoutes';

async function main(): Promise<void> {
	const reader = createTextReader(['eng', 'chi_sim']);
	for (const sample of ['receipt.jpg', 'long_receipt.png']) {
		const image = await decodeImage(await readFile(samplePath(sample)));
		const { TextDetections } = await readText(reader, image);
		const lines = TextDetections.map((detection) => `${JSON.stringify(detection)}\n`);
		await writeFile(join(__dirname, `${sample}.jsonl`), lines.join(''));
		console.log(`${sample}: ${lines.length} pieces`);
	}
	await reader.close();
}

void main();
