/**
 * Records how the sandbox's Tencent Cloud reads receipts, a piece of text a line:
 * `tsx test/shared/layout/receipts/record.ts`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { decodeImage } from '../../../../sandbox/ocr/decode';
import { createTextReader } from '../../../../sandbox/ocr/textReader';
import { readText } from '../../../../sandbox/providers/tencent/readText';
import { samplePath } from '../../../../sandbox/sampleRoutes';
import { LONG_RECEIPT } from '../../../../sandbox/samples/longReceipt';
import { photograph, placeInScene } from '../../../../sandbox/samples/photograph';
import { RECEIPT, receiptScene, SCENE } from '../../../../sandbox/samples/receiptScene';
import type { ReadPiece } from './receipt';
import { PHOTOS } from './receipt';

/** Where rows are printed, and where in the scene a place of the picture lies. */
interface Print {
	top: number;
	step: number;
	size: number;
	heightInScene: (x: number, y: number) => number;
}

async function main(): Promise<void> {
	const reader = createTextReader(['eng', 'chi_sim']);

	async function record(name: string, picture: Buffer, print: Print): Promise<void> {
		const { TextDetections } = await readText(reader, await decodeImage(picture));
		const lines = TextDetections.map((detection) => {
			const { X, Y, Width, Height } = detection.ItemPolygon;
			const y = print.heightInScene(X + Width / 2, Y + Height / 2);
			// The middle of print is above its baseline.
			const row = Math.round((y + print.size / 3 - print.top) / print.step);
			const piece: ReadPiece = { row, ...detection };
			return `${JSON.stringify(piece)}\n`;
		});
		await writeFile(join(__dirname, `${name}.jsonl`), lines.join(''));
		console.log(`${name}: ${lines.length} pieces`);
	}

	for (const [name, camera] of Object.entries(PHOTOS)) {
		const placeOf = placeInScene(SCENE, camera);
		const picture = await photograph(Buffer.from(receiptScene()), camera);
		await record(name, picture, { ...RECEIPT, heightInScene: (x, y) => placeOf(x, y)[1] });
	}
	const long = await readFile(samplePath('long_receipt.png'));
	await record('long', long, { ...LONG_RECEIPT, heightInScene: (_, y) => y });
	await reader.close();
}

void main();
