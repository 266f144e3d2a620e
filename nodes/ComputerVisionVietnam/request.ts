import type { IExecuteSingleFunctions } from 'n8n-workflow';

import { endpointOf } from '../shared/credential/endpoint';
import { bodyRequest } from '../shared/input/bodyRequest';
import { download } from '../shared/input/download';
import { jsonBody } from '../shared/input/jsonBody';
import { multipartForm } from '../shared/input/multipartForm';
import type { ImageName } from '../shared/input/parameters';
import type { ImageFile } from '../shared/input/imageFile';
import { inMemory } from '../shared/input/imageFile';
import { readImage, wrongKind } from '../shared/input/readImage';
import { readSwitch } from '../shared/parameters/readSwitch';
import type {
	HttpRequest,
	OcrOperation,
	OcrRequest,
	RequestContent,
} from '../shared/engine/ocrOperation';

/** The provider documents no formats of pictures and no sizes, and does not bill what it rejects. */
const PICTURES = {
	provider: 'Computer Vision Vietnam',
	kinds: ['JPEG', 'PNG', 'BMP', 'GIF', 'TIFF', 'WebP', 'HEIC', 'AVIF'],
	kindsInWords: 'pictures here',
	remedies: { PDF: 'Save its pages as pictures first.' },
} as const;

/** It documents PDFs for Text > Extract, Card > Extract and Card > Verify. */
const PICTURES_AND_PDFS = {
	...PICTURES,
	kinds: [...PICTURES.kinds, 'PDF'],
	kindsInWords: 'pictures and PDFs',
} as const;

const XML = {
	provider: PICTURES.provider,
	kinds: ['XML'],
	kindsInWords: 'XML files here',
	remedies: { PDF: 'Use Document > Extract Invoice.' },
} as const;

/** The largest XML file at a URL, in bytes: the provider documents no limit. */
const MAX_XML = 50 * 1024 * 1024;

/** The provider's `format_type` of an input type. */
const FORMAT_TYPES: Record<string, string> = { binary: 'file', url: 'url', base64: 'base64' };

/**
 * Fields that shape the items. They are checked first, so that they cannot fail after a billed
 * request.
 */
const SWITCHES = {
	simplify: 'Simplify',
	combineSides: 'Combine Sides',
	'options.allFields': 'All Fields',
	'options.fieldBoxes': 'Field Boxes',
	'options.fieldConfidences': 'Field Confidences',
};

/** The endpoint and the account that is billed, from the credential. */
export const account: OcrOperation['account'] = async function () {
	const credential = await this.getCredentials('computerVisionVietnamApi');
	return { endpoint: endpointOf(credential), id: String(credential.apiKey).trim(), credential };
};

/**
 * Builds an operation's request from its images: a GET with a query for URLs, a POST with a form
 * for files, a POST with JSON for base64.
 *
 * @param images by the provider's parameter name: `img`, or `img1` and `img2`
 * @param options.readsPdfs whether the operation reads PDFs as well as pictures
 * @param options.needsAligned whether aligned images are requested even if their option is off
 */
export const imageRequests = (
	images: Record<string, ImageName>,
	{ readsPdfs = false, needsAligned = false } = {},
): OcrOperation['requests'] =>
	async function (options) {
		checkSwitches(this);
		const inputType = this.getNodeParameter('inputType') as string;
		const urls: Record<string, string> = {};
		const files: Record<string, ImageFile> = {};
		const read: RequestContent['images'] = {};
		for (const [name, imageName] of Object.entries(images)) {
			const limits = readsPdfs ? PICTURES_AND_PDFS : PICTURES;
			const image = await readImage(this, limits, imageName);
			read[imageName] = image;
			if ('url' in image) urls[name] = image.url;
			else files[name] = image;
		}

		const qs = {
			format_type: FORMAT_TYPES[inputType],
			get_thumb: String(readSwitch(this, 'options.alignedImage', 'Aligned Image') || needsAligned),
		};
		const build = formOf({ ...options, qs }, inputType, urls, files);
		return [{ build, content: { parameters: qs, images: read } }];
	};

/** Builds the request of an XML file, which the provider accepts only as a form. */
export const xmlRequests: OcrOperation['requests'] = async function (options, ended) {
	checkSwitches(this);
	const source = await readImage(this, XML);
	const limit = { provider: XML.provider, maxBytes: MAX_XML, maxPdfBytes: MAX_XML };
	const img =
		'url' in source ? inMemory(await download(this, source.url, options, limit, ended)) : source;
	if (img.kind !== 'XML') throw wrongKind(img.kind, { ...XML, subject: 'The image' });
	const qs = {
		format_type: 'file',
		get_thumb: String(readSwitch(this, 'options.alignedImage', 'Aligned Image')),
	};
	const build = bodyRequest({ ...options, method: 'POST', qs }, multipartForm({ img }));
	return [{ build, content: { parameters: qs, images: { image: img } } }];
};

function checkSwitches(context: IExecuteSingleFunctions): void {
	for (const [path, label] of Object.entries(SWITCHES)) readSwitch(context, path, label);
}

function formOf(
	options: HttpRequest,
	inputType: string,
	urls: Record<string, string>,
	files: Record<string, ImageFile>,
): OcrRequest['build'] {
	if (inputType === 'url') {
		return () => ({ ...options, method: 'GET', qs: { ...urls, ...options.qs } });
	}
	const form =
		inputType === 'base64'
			? {
					headers: { 'Content-Type': 'application/json' },
					body: async () => await jsonBody({}, files),
				}
			: multipartForm(files);
	return bodyRequest({ ...options, method: 'POST' }, form);
}
