import { decodeBase64 } from '../../ocr/base64';
import { decodeImage } from '../../ocr/decode';
import { tryDownload } from '../../ocr/download';
import { drawPdfPage, isPdf } from '../../ocr/pdf';
import { fail, TencentError } from './errors';

/** The parameters that say what an action reads. */
export interface ImageParameters {
	ImageBase64?: string;
	ImageUrl?: string;
	IsPdf?: boolean;
	PdfPageNumber?: number;
}

export const imageTypes = {
	ImageBase64: 'string',
	ImageUrl: 'string',
	IsPdf: 'boolean',
	PdfPageNumber: 'integer',
} as const;

/** Longest time for a download, ms. */
const downloadTime = 3000;

/**
 * The bytes that ImageUrl, or else ImageBase64, stands for.
 *
 * @param largest base64 characters
 * @throws TencentError
 */
export async function imageFile(
	{ ImageUrl, ImageBase64 }: ImageParameters,
	largest: number,
): Promise<Buffer> {
	if (!ImageUrl && ImageBase64 === undefined) {
		throw new TencentError('MissingParameter', 'Give either `ImageUrl` or `ImageBase64`.');
	}
	const file = ImageUrl
		? await downloaded(ImageUrl, largest)
		: (decodeBase64(ImageBase64 ?? '') ?? fail('FailedOperation.ImageDecodeFailed'));
	if (file.length === 0) fail('FailedOperation.EmptyImageError');
	if (Math.ceil(file.length / 3) * 4 > largest) fail('LimitExceeded.TooLargeFileError');
	return file;
}

async function downloaded(url: string, largest: number): Promise<Buffer> {
	const { file, failure } = await tryDownload(url, { time: downloadTime, largest });
	if (failure === 'tooLarge') fail('LimitExceeded.TooLargeFileError');
	return file ?? fail('FailedOperation.DownLoadError');
}

/**
 * What Tesseract is to read: the image, or the page of the PDF that was asked for. Of URLs the
 * documentation knows images only.
 *
 * @throws TencentError
 */
export async function readableImage(
	file: Buffer,
	{ ImageUrl, IsPdf, PdfPageNumber = 1 }: ImageParameters,
): Promise<Buffer> {
	const drawn =
		IsPdf && !ImageUrl && isPdf(file) ? drawPdfPage(file, PdfPageNumber) : decodeImage(file);
	const image = await drawn.catch(() => fail('FailedOperation.ImageDecodeFailed'));
	return image ?? fail('InvalidParameterValue.InvalidParameterValueLimit');
}
