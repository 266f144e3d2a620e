import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';

import { endpointOf } from '../shared/credential/endpoint';
import { Failure } from '../shared/engine/errors/failure';
import type { HttpRequest, OcrOperation, OcrRequest } from '../shared/engine/ocrOperation';
import { isOneOf, type FileKind } from '../shared/input/fileKind';
import { inMemory } from '../shared/input/imageFile';
import { jsonBody } from '../shared/input/jsonBody';
import { readImage, wrongKind, type Image } from '../shared/input/readImage';
import { readSwitch } from '../shared/parameters/readSwitch';
import { download } from '../shared/input/download';
import { checkSize } from '../shared/input/sizeLimit';
import type { PageFile } from '../shared/pdf/splitPdf';
import { hasFirstPage, selectPages } from '../shared/pdf/selectPages';

/** What an action accepts, where it differs from other actions. */
interface ActionLimits {
	/** Megabytes of a file's base64 text. */
	maxBase64: number;
	/** Whether Tencent Cloud downloads pictures from URLs; if not, n8n does, as it does for PDFs. */
	acceptsUrls: boolean;
}

/** What servers return instead of a file, for example to ask for a login. */
const WEB_PAGES: FileKind[] = ['HTML', 'JSON'];

/** More would keep n8n's memory busy. Only the page that is sent has to be as small as a picture. */
const MAX_PDF_BYTES = 500 * 1024 * 1024;

/** Bytes of the other parameters, which count with the base64 text. */
const OTHER_PARAMETERS = 4096;

const imageLimits = (maxBase64: number) =>
	({
		provider: 'Tencent Cloud',
		kinds: ['PNG', 'JPEG', 'BMP', 'PDF'],
		maxBytes: Math.floor((maxBase64 * 1024 * 1024 - OTHER_PARAMETERS) / 4) * 3,
		maxPdfBytes: MAX_PDF_BYTES,
	}) as const;

/** The settings that all requests of an action share. */
export const actionRequest = (action: string): HttpRequest => ({
	method: 'POST',
	url: '/',
	headers: {
		'X-TC-Action': action,
		'X-TC-Language': 'en-US',
		'X-TC-Version': '2018-11-19',
	},
});

/**
 * The endpoint and the account that is billed, from the credential. Tencent Cloud limits each action
 * separately, so each has its own rate.
 */
export const accountFor = (action: string): OcrOperation['account'] =>
	async function () {
		const credential = await this.getCredentials('tencentCloudApi');
		const id = `${String(credential.secretId).trim()} ${action}`;
		return { endpoint: endpointOf(credential), id, credential };
	};

/** The requests of an image: one for a picture, one per page for a PDF. */
export async function pageRequests(
	context: IExecuteSingleFunctions,
	options: HttpRequest,
	limits: ActionLimits,
	ended: AbortSignal,
): Promise<OcrRequest[]> {
	const original = await imageOf(context, options, limits, ended);
	const images = { image: original };
	const request = async (
		parameters: IDataObject = {},
		image: Image = original,
	): Promise<HttpRequest> => {
		const values = { ...(options.body as IDataObject), ...parameters };
		const body =
			'url' in image
				? { ...values, ImageUrl: image.url }
				: await jsonBody(values, { ImageBase64: image });
		return { ...options, body };
	};

	const skips = readSwitch(context, 'options.skipPagesWithText', 'Skip Pages With Text');
	const selection = String(context.getNodeParameter('options.pdfPages', 'all') ?? 'all');
	if (!('url' in original) && original.kind === 'PDF') {
		// n8n loads every node when it starts; the reader of PDFs is loaded with the first PDF.
		const { splitPdf } = await import('../shared/pdf/splitPdf');
		const pdf = await splitPdf(original);
		const numbers = await selectPages(selection, async () => await pdf.count());
		return numbers.map((page): OcrRequest => ({
			page,
			pages: pdf.pages,
			// The whole file, because it is hashed once, and a page that is known need not be cut out.
			content: { parameters: { page }, images },
			...(skips && { hasText: async () => await pdf.hasText(page) }),
			build: async () => {
				const sent = await pdf.fileOf(page);
				checkPage(sent, imageLimits(limits.maxBase64));
				return await request({ IsPdf: true, PdfPageNumber: sent.number }, sent.file);
			},
		}));
	}
	if (!hasFirstPage(selection)) {
		const [subject, remedy] =
			'url' in original
				? ['an image', 'If the URL points to a PDF, add the option Is PDF.']
				: [`the file is a ${original.kind}, which`, 'Enter 1 or all.'];
		throw new Failure(
			'rejected',
			`PDF Pages is "${selection}", but ${subject} has only one page. ${remedy}`,
		);
	}
	return [
		{
			build: async () => await request(),
			content: { images },
			...(skips && { hasText: async () => false }),
		},
	];
}

/** Checks the size of what is sent for a page: the page alone, or the whole file. */
function checkPage(
	{ file: { size }, reason }: PageFile,
	limits: ReturnType<typeof imageLimits>,
): void {
	if (reason === undefined) checkSize(size, { ...limits, subject: 'The page' });
	if (size <= limits.maxBytes) return;
	throw new Failure(
		'rejected',
		`The PDF is larger than ${(limits.maxBytes / 1024 / 1024).toFixed(2)} MB, the maximum that Tencent Cloud accepts, and the page cannot be sent alone (${reason}). Repair or decrypt the PDF first, for example with qpdf, or split it.`,
	);
}

/** The image of an item. n8n downloads what Tencent Cloud accepts only as a file, such as a PDF. */
async function imageOf(
	context: IExecuteSingleFunctions,
	options: HttpRequest,
	{ maxBase64, acceptsUrls }: ActionLimits,
	ended: AbortSignal,
): Promise<Image> {
	const limits = imageLimits(maxBase64);
	const image = await readImage(context, limits);
	if (!('url' in image)) return image;
	if (acceptsUrls && !isPdfUrl(context, image.url)) return image;

	const file = inMemory(await download(context, image.url, options, limits, ended));
	const { kind } = file;
	// A picture is sent as a picture, whatever its name says.
	if (!isOneOf(limits.kinds, kind)) {
		throw kind === undefined || WEB_PAGES.includes(kind)
			? noImage(kind)
			: wrongKind(kind, { ...limits, subject: 'The file at the URL' });
	}
	return file;
}

/** The failure of a download that is a web page, or a file of an unknown kind. */
const noImage = (kind?: FileKind): Failure =>
	new Failure(
		'rejected',
		`${kind ? `The URL returns ${kind} instead of an image or PDF` : 'The file at the URL has an unknown file type'}. Check that the URL opens without a login, or send the file itself.`,
	);

/** Whether a URL leads to a PDF, as far as the option or its name tells. */
function isPdfUrl(context: IExecuteSingleFunctions, url: string): boolean {
	const isNamedPdf = /\.pdf$/i.test(new URL(url).pathname);
	return readSwitch(context, 'options.isPdf', 'Is PDF', isNamedPdf);
}
