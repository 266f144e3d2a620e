import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';

import { endpointOf } from '../shared/credential/endpoint';
import { Failure } from '../shared/engine/errors/failure';
import type { HttpRequest, OcrOperation, OcrRequest } from '../shared/engine/ocrOperation';
import { isOneOf, type FileKind } from '../shared/input/fileKind';
import { inMemory, type ImageFile } from '../shared/input/imageFile';
import { jsonBody } from '../shared/input/jsonBody';
import { imageParameters, type ImageName } from '../shared/input/parameters';
import { readImage, wrongKind, type Image } from '../shared/input/readImage';
import { plainText } from '../shared/output/values';
import { readSwitch } from '../shared/parameters/readSwitch';
import { download } from '../shared/input/download';
import { checkSize } from '../shared/input/sizeLimit';
import type { PageFile } from '../shared/pdf/splitPdf';
import { hasFirstPage, selectPages } from '../shared/pdf/selectPages';
import type { FileRules } from './fileRules';
import { siteOf } from './site';

/** The images of an action that takes one. */
const ONE_IMAGE: NonNullable<FileRules['images']> = {
	image: { base64: 'ImageBase64', url: 'ImageUrl' },
};

/** The parameters for a page of a PDF. */
const PAGE_PARAMETERS = {
	IsPdf: (page: number) => ({ IsPdf: true, PdfPageNumber: page }),
	EnablePdf: (page: number) => ({ EnablePdf: true, PdfPageNumber: page }),
	PdfPageNumber: (page: number) => ({ PdfPageNumber: page }),
	alone: () => ({}),
} satisfies Record<NonNullable<FileRules['pages']>, (page: number) => IDataObject>;

/** What servers return instead of a file, for example to ask for a login. */
const WEB_PAGES: FileKind[] = ['HTML', 'JSON'];

/** More would keep n8n's memory busy. Only the page that is sent has to be as small as a picture. */
const MAX_PDF_BYTES = 500 * 1024 * 1024;

/** Bytes of the other parameters, which count with the base64 text. */
const OTHER_PARAMETERS = 4096;

/** Megabytes of a whole request. */
const MAX_REQUEST = 10;

/** Bytes of the files that fit into so many megabytes of base64 text. */
const bytesIn = (maxBase64: number) =>
	Math.floor((maxBase64 * 1024 * 1024 - OTHER_PARAMETERS) / 4) * 3;

const imageLimits = ({ kinds, kindsInWords, maxBase64, pages }: FileRules) => ({
	provider: 'Tencent Cloud',
	kinds,
	kindsInWords,
	maxBytes: bytesIn(maxBase64),
	maxPdfBytes: pages ? MAX_PDF_BYTES : bytesIn(maxBase64),
});

type ImageLimits = ReturnType<typeof imageLimits>;

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

/**
 * The requests of an item: one for pictures, one per page for a PDF.
 *
 * @param options those of n8n, with the endpoint
 * @param parameters of the action, beside the images and what n8n made of the fields
 * @throws Failure when Tencent Cloud would not accept a file
 */
export async function pageRequests(
	context: IExecuteSingleFunctions,
	options: HttpRequest,
	rules: FileRules,
	ended: AbortSignal,
	parameters: IDataObject = {},
): Promise<OcrRequest[]> {
	const names = rules.images ?? ONE_IMAGE;
	const images = await imagesOf(context, options, rules, ended);
	const request = async (page: IDataObject = {}, sent = images): Promise<HttpRequest> => {
		const values: IDataObject = { ...(options.body as IDataObject), ...parameters, ...page };
		const files: Record<string, ImageFile> = {};
		for (const [name, { base64, url }] of Object.entries(names)) {
			const image = sent[name as ImageName];
			if (image && 'url' in image) values[url] = image.url;
			else if (image) files[base64] = image;
		}
		const hasFiles = Object.keys(files).length > 0;
		return { ...options, body: hasFiles ? await jsonBody(values, files) : values };
	};

	const skips = readSwitch(context, 'options.skipPagesWithText', 'Skip Pages With Text');
	const selection = String(context.getNodeParameter('options.pdfPages', 'all') ?? 'all');
	const { image } = images;
	const { pages } = rules;
	if (image && !('url' in image) && image.kind === 'PDF' && pages) {
		// n8n loads every node when it starts; the reader of PDFs is loaded with the first PDF.
		const { splitPdf } = await import('../shared/pdf/splitPdf');
		const pdf = await splitPdf(image);
		const numbers = await selectPages(selection, async () => await pdf.count());
		return numbers.map((page): OcrRequest => ({
			page,
			pages: pdf.pages,
			// The whole file, because it is hashed once, and a page that is known need not be cut out.
			content: { parameters: { ...parameters, page }, images },
			...(skips && { hasText: async () => await pdf.hasText(page) }),
			build: async () => {
				const sent = await pdf.fileOf(page);
				checkPage(sent, imageLimits(rules), pages);
				return await request(PAGE_PARAMETERS[pages](sent.number), { image: sent.file });
			},
		}));
	}
	if (!hasFirstPage(selection)) throw onlyOnePage(selection, image);
	return [
		{
			build: async () => await request(),
			content: { parameters, images },
			...(skips && { hasText: async () => false }),
		},
	];
}

/** The failure of a selection of pages without the only page of a picture. */
function onlyOnePage(selection: string, image?: Image): Failure {
	const [subject, remedy] =
		image && !('url' in image)
			? [`the file is a ${image.kind}, which`, 'Enter 1 or all.']
			: ['an image', 'If the URL points to a PDF, add the option Is PDF.'];
	return new Failure(
		'rejected',
		`PDF Pages is "${selection}", but ${subject} has only one page. ${remedy}`,
	);
}

/** Checks what is sent for a page: the page alone, or the whole file. */
function checkPage(
	{ file: { size }, number, reason }: PageFile,
	limits: ImageLimits,
	pages: FileRules['pages'],
): void {
	if (reason === undefined) checkSize(size, { ...limits, subject: 'The page' });
	const isTooLarge = size > limits.maxBytes;
	const isUnknown = pages === 'alone' && number > 1;
	if (!isTooLarge && !isUnknown) return;
	const why = isTooLarge
		? `is larger than ${(limits.maxBytes / 1024 / 1024).toFixed(2)} MB, the maximum that Tencent Cloud accepts`
		: 'has several pages, of which Tencent Cloud reads the first one';
	throw new Failure(
		'rejected',
		`The PDF ${why}, and the page cannot be sent alone (${reason}). Repair or decrypt the PDF first, for example with qpdf, or split it.`,
	);
}

/** The images of an item, by their names; none for one that may be left out, and is. */
async function imagesOf(
	context: IExecuteSingleFunctions,
	options: HttpRequest,
	rules: FileRules,
	ended: AbortSignal,
): Promise<Partial<Record<ImageName, Image>>> {
	const images: Partial<Record<ImageName, Image>> = {};
	let bytes = 0;
	for (const [key, { isOptional }] of Object.entries(rules.images ?? ONE_IMAGE)) {
		const name = key as ImageName;
		if (isOptional && isLeftOut(context, name)) continue;
		const image = await imageOf(context, options, rules, ended, name);
		images[name] = image;
		if (!('url' in image) && image.kind !== 'PDF') bytes += image.size;
	}
	if (Object.keys(images).length > 1) {
		const maxBytes = bytesIn(MAX_REQUEST);
		checkSize(bytes, { provider: 'Tencent Cloud', subject: 'All images together', maxBytes });
	}
	return images;
}

/** Whether the field of an image is empty. */
function isLeftOut(context: IExecuteSingleFunctions, image: ImageName): boolean {
	const parameters: Record<string, string> = imageParameters[image];
	const inputType = context.getNodeParameter('inputType', '') as string;
	const value: unknown = context.getNodeParameter(parameters[inputType] ?? '', '');
	return value === null || value === undefined || !/\S/.test(plainText(value));
}

/** An image of an item. n8n downloads what Tencent Cloud accepts only as a file, such as a PDF. */
async function imageOf(
	context: IExecuteSingleFunctions,
	options: HttpRequest,
	rules: FileRules,
	ended: AbortSignal,
	name: ImageName,
): Promise<Image> {
	const limits = imageLimits(rules);
	const image = await readImage(context, limits, name);
	if (!('url' in image)) return image;
	const isForN8n = rules.pages !== undefined && isPdfUrl(context, image.url);
	if (downloadsPictures(rules, options.baseURL) && !isForN8n) return image;

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

/** Whether Tencent Cloud downloads the pictures of an action itself. */
const downloadsPictures = ({ urls }: FileRules, endpoint = ''): boolean =>
	urls === 'Tencent Cloud' || (urls === 'Tencent Cloud in China' && siteOf(endpoint) === 'china');

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
