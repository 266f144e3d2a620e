import { openPdf } from '../../nodes/shared/pdf/openPdf';
import { PdfBuilder, pagesShowing } from '../pdf/builder';

/** A page of a file alone. Fails if it cannot be cut. */
export async function pageOf(file: Buffer, number: number): Promise<Buffer> {
	const opened = await openPdf(file);
	if ('reason' in opened) throw new Error(opened.reason);
	const page = await opened.page(number);
	if ('reason' in page) throw new Error(page.reason);
	return page.pdf;
}

/** Why a file, or its first page, cannot be cut; undefined if it can. */
export async function reasonOf(file: Buffer): Promise<string | undefined> {
	const opened = await openPdf(file);
	if ('reason' in opened) return opened.reason;
	const page = await opened.page(1);
	return 'reason' in page ? page.reason : undefined;
}

/** What a request of Tencent Cloud carries for a page that can be cut out, which is smaller then. */
export const pageAlone = async (file: Buffer, page: number) => ({
	ImageBase64: (await pageOf(file, page)).toString('base64'),
	IsPdf: true,
	PdfPageNumber: 1,
});

/** A file of pages with a picture each, of so many megabytes. */
export function pagesOfSize(...megabytes: number[]): Buffer {
	const objects = pagesShowing(...megabytes.map((size) => `${size} MB`));
	for (const [index, size] of megabytes.entries()) {
		objects[10 + index] =
			`<< /Type /Page /Parent 2 0 R /Contents ${20 + index} 0 R /Resources << /XObject << /I ${30 + index} 0 R >> >> >>`;
		objects[30 + index] = { dictionary: '', data: Buffer.alloc(size * 1024 * 1024, 'x') };
	}
	return new PdfBuilder().objects(objects).table().file();
}
