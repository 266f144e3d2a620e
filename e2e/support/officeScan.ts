import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';

import { LONG_RECEIPT, longReceiptRows } from '../../sandbox/samples/longReceipt';
import { samplePath } from '../../sandbox/sampleRoutes';

export const PAGES = 60;
/** What a colour page of an office scanner has. */
const PAGE_BYTES = 700 * 1024;
/** The rows of the receipt that have a price. */
const GOODS = longReceiptRows.filter((row) => row.length === 2).slice(0, 30);

/**
 * A scan as large as office scanners make it, and how its pages begin: a row of the
 * receipt each.
 */
export async function officeScan(): Promise<{ pdf: Buffer; texts: string[] }> {
	const document = await PDFDocument.create();
	const texts: string[] = [];
	for (let page = 0; page < PAGES; page++) {
		const row = GOODS[page % GOODS.length];
		const image = await document.embedJpg(padded(await pictureOf(longReceiptRows.indexOf(row))));
		texts.push(row[0].split(' ').slice(0, 2).join(' '));
		document.addPage([image.width, image.height]).drawImage(image);
	}
	return { pdf: Buffer.from(await document.save({ useObjectStreams: false })), texts };
}

async function pictureOf(row: number): Promise<Buffer> {
	const { top, step, size } = LONG_RECEIPT;
	const strip = { left: 0, top: top + step * row - size - 4, width: 440, height: step - 6 };
	const picture = sharp(samplePath('long_receipt.png')).extract(strip);
	return await picture.extend({ top: 30, bottom: 30, background: 'white' }).jpeg().toBuffer();
}

/** A JPEG with comments that make it larger, as noise does in a real scan. */
function padded(jpeg: Buffer): Buffer {
	const comment = Buffer.alloc(60 * 1024, 'x');
	comment.writeUInt16BE(0xfffe, 0);
	comment.writeUInt16BE(comment.length - 2, 2);
	const count = Math.ceil((PAGE_BYTES - jpeg.length) / comment.length);
	const start = jpeg.subarray(0, 2);
	return Buffer.concat([start, ...Array.from({ length: count }, () => comment), jpeg.subarray(2)]);
}
