/**
 * Makes the sample images anew: `tsx sandbox/samples/make.ts`.
 *
 * The fonts are Liberation Sans, NanumGothic (Debian: `fonts-nanum`) for Korean, and WenQuanYi Zen Hei
 * (`fonts-wqy-zenhei`) for Chinese.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { documentSamples } from './documents';
import { identityPapers } from './identity';
import { koreanNotice } from './koreanNotice';
import { letter } from './letter';
import { longReceipt } from './longReceipt';
import { electronicInvoice, papers } from './papers';
import { chinesePapers } from './papers/chinese';
import { koreanSamples } from './papers/korean';
import { drawPaper, sampleOf } from './papers/paper';
import { paperPdf } from './papers/paperPdf';
import { photograph } from './photograph';
import { receiptScene } from './receiptScene';

async function main(): Promise<void> {
	const blank = sharp({ create: { width: 800, height: 600, channels: 3, background: 'white' } });
	await save('receipt.jpg', await photograph(Buffer.from(receiptScene())));
	await save('letter.pdf', await letter());
	await save('blank.png', await blank.png({ palette: true }).toBuffer());
	await save('korean_notice.png', await drawn(koreanNotice()));
	await save('long_receipt.png', await drawn(longReceipt()));
	for (const [name, bytes] of Object.entries(await documentSamples())) await save(name, bytes);
	for (const paper of Object.values({ ...papers, ...chinesePapers, ...identityPapers })) {
		await save(sampleOf(paper), await (paper.nextPages ? paperPdf(paper) : drawPaper(paper)));
	}
	for (const [name, bytes] of Object.entries(await koreanSamples())) await save(name, bytes);
	await save('electronic_invoice.xml', Buffer.from(electronicInvoice()));
}

async function drawn(svg: string): Promise<Buffer> {
	return await sharp(Buffer.from(svg)).png({ palette: true, colours: 16 }).toBuffer();
}

async function save(name: string, bytes: Uint8Array): Promise<void> {
	await writeFile(join(__dirname, name), bytes);
	console.log(`${name}: ${Math.ceil(bytes.length / 1024)} kB`);
}

void main();
