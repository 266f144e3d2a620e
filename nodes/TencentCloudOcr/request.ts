import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';

import { endpointOf } from '../shared/credential/endpoint';
import { Failure } from '../shared/engine/errors/failure';
import type { HttpRequest, OcrOperation, OcrRequest } from '../shared/engine/ocrOperation';
import { fileKind } from '../shared/input/fileKind';
import { joinChunks } from '../shared/input/joinChunks';
import { jsonBody } from '../shared/input/jsonBody';
import { readImage, type Image } from '../shared/input/readImage';
import { readSwitch } from '../shared/parameters/readSwitch';
import { countPages } from '../shared/pdf/countPages';
import { download } from '../shared/pdf/download';
import { hasFirstPage, selectPages } from '../shared/pdf/selectPages';

/** The base64 text and the whole request may be 10 MB each; 4 kB are for the other parameters. */
const LIMITS = {
	provider: 'Tencent Cloud',
	kinds: ['PNG', 'JPEG', 'BMP', 'PDF'],
	maxBytes: Math.floor((10 * 1024 * 1024 - 4096) / 4) * 3,
} as const;

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

/** The endpoint and the account that is billed, from the credential. */
export const account: OcrOperation['account'] = async function () {
	const credential = await this.getCredentials('tencentCloudApi');
	return { endpoint: endpointOf(credential), id: String(credential.secretId).trim() };
};

/** The requests of an image: one for a picture, one per page for a PDF. */
export const pageRequests: OcrOperation['requests'] = async function (options) {
	const image = await imageOf(this, options);
	const request = async (parameters: IDataObject = {}): Promise<HttpRequest> => {
		const values = { ...(options.body as IDataObject), ...parameters };
		const body =
			'url' in image
				? { ...values, ImageUrl: image.url }
				: await jsonBody(values, { ImageBase64: image });
		return { ...options, body };
	};

	const selection = String(this.getNodeParameter('options.pdfPages', 'all') ?? 'all');
	if (!('url' in image) && image.kind === 'PDF') {
		const count = async () => await countPages(await joinChunks(image.chunks()));
		return (await selectPages(selection, count)).map((page): OcrRequest => ({
			build: async () => await request({ IsPdf: true, PdfPageNumber: page }),
			page,
		}));
	}
	if (!hasFirstPage(selection)) {
		throw new Failure(
			'rejected',
			`PDF Pages is "${selection}", but an image has only one page. ${
				'url' in image ? 'If the URL points to a PDF, add the option Is PDF.' : 'Enter 1 or all.'
			}`,
		);
	}
	return [{ build: async () => await request() }];
};

/**
 * The image of an item. A PDF at a URL is downloaded, because Tencent Cloud accepts PDFs only as
 * files.
 */
async function imageOf(context: IExecuteSingleFunctions, options: HttpRequest): Promise<Image> {
	const image = await readImage(context, LIMITS);
	if (!('url' in image)) return image;
	const isNamedPdf = /\.pdf$/i.test(new URL(image.url).pathname);
	if (!readSwitch(context, 'options.isPdf', 'Is PDF', isNamedPdf)) return image;

	const file = await download(context, image.url, options, LIMITS);
	const kind = fileKind(file);
	// A picture is sent as a picture, whatever its name says.
	if (!LIMITS.kinds.some((known) => known === kind)) {
		throw new Failure(
			'rejected',
			`The file at the URL has ${kind ? `the type ${kind}` : 'an unknown type'}, but must be a PDF. Check that the URL opens without a login, or send the file itself.`,
		);
	}
	return { kind, size: file.length, chunks: () => [file] };
}
