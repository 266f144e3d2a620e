import { appUrl } from './auth/appUrl';
import { multipartForm } from '../shared/input/multipartForm';
import { readImage } from '../shared/input/readImage';
import { Failure } from '../shared/engine/errors/failure';
import type { OcrOperation } from '../shared/engine/ocrOperation';

const LIMITS = {
	provider: 'NHN Cloud',
	kinds: ['JPEG', 'PNG'],
	maxBytes: 20 * 1024 * 1024,
} as const;

/** The two ways to sign in have an API version each. */
const VERSIONS: Record<string, [credential: string, version: string]> = {
	secretKey: ['nhnCloudOcrApi', 'v1.0'],
	userAccessKey: ['nhnCloudOcrOAuth2Api', 'v1.1'],
};

/** Where the provider is, and who pays: the app key stands in each path. */
export const account: OcrOperation['account'] = async function () {
	const [type, version] = VERSIONS[this.getNodeParameter('authentication') as string];
	const credential = await this.getCredentials(type);
	return { endpoint: appUrl(credential, version), id: String(credential.appKey).trim() };
};

/** A URL goes as JSON, a file as a form: NHN Cloud takes no base64. */
export const imageRequest: OcrOperation['requests'] = async function (options) {
	const image = await readImage(this, LIMITS);
	if ('url' in image) {
		checkPort(image.url);
		const request = { ...options, body: { imageUrl: image.url } };
		return [{ build: () => request }];
	}
	const form = multipartForm({ image });
	const headers = { ...options.headers, ...form.headers };
	return [
		{
			build: async (onBodyRead) => ({
				...options,
				headers,
				body: await form.body(onBodyRead),
			}),
		},
	];
};

/** NHN Cloud downloads from the usual ports and from 10000 to 12000 (its API guide). */
function checkPort(url: string): void {
	const { port } = new URL(url);
	const isOpen =
		['', '80', '443'].includes(port) || (Number(port) >= 10_000 && Number(port) <= 12_000);
	if (isOpen) return;
	throw new Failure(
		'rejected',
		`NHN Cloud downloads from the ports 80, 443 and 10000 to 12000, but the image URL has port ${port}: offer the image elsewhere, or send the file itself`,
	);
}
