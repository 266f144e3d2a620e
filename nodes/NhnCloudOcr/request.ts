import { appUrl } from './auth/appUrl';
import { bodyRequest } from '../shared/input/bodyRequest';
import { multipartForm } from '../shared/input/multipartForm';
import { readImage } from '../shared/input/readImage';
import { Failure } from '../shared/engine/errors/failure';
import type { OcrOperation } from '../shared/engine/ocrOperation';

const LIMITS = {
	provider: 'NHN Cloud',
	kinds: ['JPEG', 'PNG'],
	maxBytes: 20 * 1024 * 1024,
	remedies: {
		PDF: 'Use the node Tencent Cloud OCR or Computer Vision Vietnam, which read PDFs, or save its pages as pictures.',
	},
} as const;

/** Each authentication has its own API version. */
const VERSIONS: Record<string, [credential: string, version: string]> = {
	secretKey: ['nhnCloudOcrApi', 'v1.0'],
	userAccessKey: ['nhnCloudOcrOAuth2Api', 'v1.1'],
};

/** The endpoint, with the app key in its path, and the account that is billed. */
export const account: OcrOperation['account'] = async function () {
	const [type, version] = VERSIONS[this.getNodeParameter('authentication') as string];
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
