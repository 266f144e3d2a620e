import type { IExecuteSingleFunctions } from 'n8n-workflow';

import { appUrl } from '../auth/appUrl';
import type { DocumentEntry } from '../output/documents/documentEntry';
import { bodyRequest } from '../../shared/input/bodyRequest';
import { download } from '../../shared/input/download';
import { isOneOf } from '../../shared/input/fileKind';
import type { ImageFile } from '../../shared/input/imageFile';
import { inMemory } from '../../shared/input/imageFile';
import { multipartForm } from '../../shared/input/multipartForm';
import { readImage, wrongKind } from '../../shared/input/readImage';
import { Failure } from '../../shared/engine/errors/failure';
import type { HttpRequest, OcrOperation } from '../../shared/engine/ocrOperation';

const LIMITS = {
	provider: 'NHN Cloud',
	kinds: ['JPEG', 'PNG'],
	maxBytes: 20 * 1024 * 1024,
	remedies: {
		PDF: 'Use the node Tencent Cloud OCR or Computer Vision Vietnam, which read PDFs, or save its pages as pictures.',
	},
} as const;

/** What Document OCR and Document AI accept ("Overview", "Input Image Guide"). */
const FILES = {
	pictures: { ...LIMITS, remedies: { PDF: 'Save the page as a picture first.' } },
	// Of a PDF, the provider reads the first page.
	'pictures and PDFs': { ...LIMITS, kinds: ['JPEG', 'PNG', 'PDF'], maxPdfBytes: LIMITS.maxBytes },
} as const;

/** Each authentication has its own API versions: a plain one, and one with the envelope. */
const VERSIONS: Record<string, { credential: string; plain: string; sealed: string }> = {
	secretKey: { credential: 'nhnCloudOcrApi', plain: 'v1.0', sealed: 'v2.0' },
	userAccessKey: { credential: 'nhnCloudOcrOAuth2Api', plain: 'v1.1', sealed: 'v2.1' },
};

const versionsOf = (context: IExecuteSingleFunctions) =>
	VERSIONS[context.getNodeParameter('authentication') as string];

/** The endpoint, with the app key in its path, and the account that is billed. */
export const accountFor = (api: 'plain' | 'sealed'): OcrOperation['account'] =>
	async function () {
		const { credential: type, [api]: version } = versionsOf(this);
		const credential = await this.getCredentials(type);
		const id = String(credential.appKey).trim();
		return { endpoint: appUrl(credential, version), id, credential };
	};

/** Sends a URL as JSON and a file as a form: NHN Cloud accepts no base64. */
export const imageRequest: OcrOperation['requests'] = async function (options) {
	const image = await readImage(this, LIMITS);
	const content = { images: { image } };
	if ('url' in image) {
		checkPort(image.url);
		const request = { ...options, body: { imageUrl: image.url } };
		return [{ build: () => request, content }];
	}
	return [{ build: bodyRequest(options, multipartForm({ image })), content }];
};

/** NHN Cloud downloads only from the default ports and from 10000 to 12000 (API guide). */
function checkPort(url: string): void {
	const { port } = new URL(url);
	const isOpen =
		['', '80', '443'].includes(port) || (Number(port) >= 10_000 && Number(port) <= 12_000);
	if (isOpen) return;
	throw new Failure(
		'rejected',
		`The image URL has port ${port}, but NHN Cloud downloads only from the ports 80, 443 and 10000 to 12000. Serve the image from one of these ports, or send the file itself.`,
	);
}

/** Sends what a document type of the catalogue needs: a file, what is asked, or both. */
export const documentRequests = (entry: DocumentEntry): OcrOperation['requests'] =>
	async function (options, ended) {
		const { accepts, asks, publicKey } = entry;
		const asked = asks?.read(this) ?? { values: {} };
		const image = accepts && (await fileOf(this, options, accepts, ended));
		const content = {
			parameters: { ...asked.values, ...asked.headers },
			images: image ? { image } : {},
		};
		if (publicKey) {
			const { credential } = versionsOf(this);
			// n8n loads every node when it starts; the envelope is loaded with the first request.
			const { sealedRequest } = await import('./sealedRequest');
			const request = sealedRequest(this, options, credential, entry, asked, image, ended);
			return [{ ...request, content }];
		}
		if (image) {
			const form = multipartForm({ image }, asked.values);
			return [{ build: bodyRequest(options, form), content }];
		}
		const request = { ...options, body: asked.values };
		return [{ build: () => request, content }];
	};

/** The file of an item. n8n downloads it from a URL: these APIs accept only files. */
async function fileOf(
	context: IExecuteSingleFunctions,
	options: HttpRequest,
	accepts: keyof typeof FILES,
	ended: AbortSignal,
): Promise<ImageFile> {
	const limits = FILES[accepts];
	const image = await readImage(context, limits);
	if (!('url' in image)) return image;
	const { provider, maxBytes } = limits;
	const most = { provider, maxBytes, maxPdfBytes: maxBytes };
	const file = inMemory(await download(context, image.url, options, most, ended));
	if (isOneOf(limits.kinds, file.kind)) return file;
	throw wrongKind(file.kind, { ...limits, subject: 'The file at the URL' });
}
