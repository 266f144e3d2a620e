import { decodeBase64 } from '../../ocr/base64';
import { decodeImage } from '../../ocr/decode';
import { tryDownload } from '../../ocr/download';
import { drawPdfPage, isPdf } from '../../ocr/pdf';
import { createTextReader } from '../../ocr/textReader';
import { TencentError } from './errors';
import { angle, textDetections } from './textDetections';
import type { TextDetection } from './textDetections';

interface Parameters {
	ImageBase64?: string;
	ImageUrl?: string;
	EnableDetectSplit?: boolean;
	IsPdf?: boolean;
	PdfPageNumber?: number;
	EnableDetectText?: boolean;
	ConfigID?: string;
}

const types: Record<keyof Parameters, 'string' | 'boolean' | 'integer'> = {
	ImageBase64: 'string',
	ImageUrl: 'string',
	EnableDetectSplit: 'boolean',
	IsPdf: 'boolean',
	PdfPageNumber: 'integer',
	EnableDetectText: 'boolean',
	ConfigID: 'string',
};

/** Longest time for a download, ms. */
const downloadTime = 3000;
/** Longest image, as base64 characters. */
const largestImage = 10 * 1024 * 1024;

/**
 * The action `GeneralAccurateOCR`: reads English and Simplified Chinese from one image or PDF page.
 *
 * Both languages serve both values of ConfigID: with Chinese loaded, English is read as well and as
 * fast as without.
 *
 * @see https://www.tencentcloud.com/document/product/1005/37507
 */
export function generalAccurateOcr() {
	const reader = createTextReader(['eng', 'chi_sim']);
	return {
		/** @throws TencentError */
		async run(input: Record<string, unknown>): Promise<{
			TextDetections: TextDetection[];
			Angle: number;
		}> {
			const parameters = checkParameters(input);
			const image = await readableImage(await imageFile(parameters), parameters);
			const paragraphs = await reader
				.read(image, parameters.EnableDetectText === false)
				// Only a damaged BMP gets this far: other formats are decoded before.
				.catch(() => fail('FailedOperation.ImageDecodeFailed'));
			const detections = textDetections(paragraphs);
			if (detections.length === 0) throw new TencentError('FailedOperation.ImageNoText');
			return { TextDetections: detections, Angle: angle(paragraphs) };
		},
		close: () => reader.close(),
	};
}

function checkParameters(input: Record<string, unknown>): Parameters {
	for (const [name, value] of Object.entries(input)) {
		if (!Object.hasOwn(types, name)) {
			throw new TencentError('UnknownParameter', `The parameter \`${name}\` is not recognized.`);
		}
		const type = types[name as keyof Parameters];
		if (type === 'integer' ? !Number.isInteger(value) : typeof value !== type) {
			throw new TencentError('InvalidParameter', `The value type of \`${name}\` must be ${type}.`);
		}
	}
	const parameters: Parameters = input;
	const { ConfigID = 'OCR', EnableDetectSplit } = parameters;
	if (!['OCR', 'MulOCR'].includes(ConfigID) || (EnableDetectSplit && ConfigID !== 'OCR')) {
		throw new TencentError('InvalidParameterValue.InvalidParameterValueLimit');
	}
	return parameters;
}

/** The bytes that ImageUrl, or else ImageBase64, stands for. */
async function imageFile({ ImageUrl, ImageBase64 }: Parameters): Promise<Buffer> {
	if (!ImageUrl && ImageBase64 === undefined) {
		throw new TencentError('MissingParameter', 'Give either `ImageUrl` or `ImageBase64`.');
	}
	const file = ImageUrl
		? await downloaded(ImageUrl)
		: (decodeBase64(ImageBase64 ?? '') ?? fail('FailedOperation.ImageDecodeFailed'));
	if (file.length === 0) throw new TencentError('FailedOperation.EmptyImageError');
	if (Math.ceil(file.length / 3) * 4 > largestImage) {
		throw new TencentError('LimitExceeded.TooLargeFileError');
	}
	return file;
}

async function downloaded(url: string): Promise<Buffer> {
	const { file, failure } = await tryDownload(url, { time: downloadTime, largest: largestImage });
	if (failure === 'tooLarge') fail('LimitExceeded.TooLargeFileError');
	return file ?? fail('FailedOperation.DownLoadError');
}

/**
 * What Tesseract is to read: the image, or the page of the PDF that was asked for. Of URLs the
 * documentation knows images only.
 */
async function readableImage(file: Buffer, { ImageUrl, IsPdf, PdfPageNumber = 1 }: Parameters) {
	const drawn =
		IsPdf && !ImageUrl && isPdf(file) ? drawPdfPage(file, PdfPageNumber) : decodeImage(file);
	const image = await drawn.catch(() => fail('FailedOperation.ImageDecodeFailed'));
	return image ?? fail('InvalidParameterValue.InvalidParameterValueLimit');
}

function fail(code: TencentError['code']): never {
	throw new TencentError(code);
}
