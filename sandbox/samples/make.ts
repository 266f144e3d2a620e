/** Makes the sample images anew: `tsx sandbox/samples/make.ts`. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { letter } from './letter';
import { photograph } from './photograph';
import { receiptScene } from './receiptScene';

async function main(): Promise<void> {
	const blank = sharp({ create: { width: 800, height: 600, channels: 3, background: 'white' } });
	await save('receipt.jpg', await photograph(Buffer.from(receiptScene())));
	await save('letter.pdf', await letter());
	await save('blank.png', await blank.png({ palette: true }).toBuffer());
}

async function save(name: string, bytes: Uint8Array): Promise<void> {
	await writeFile(join(__dirname, name), bytes);
	console.log(`${name}: ${Math.ceil(bytes.length / 1024)} kB`);
}

void main();
