import type { IDataObject, IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';

import { endpointOf } from '../../credentials/endpoint/endpoint';
import { joinChunks } from '../shared/imageInput/joinChunks';
import { jsonBody } from '../shared/imageInput/jsonBody';
import { readImage } from '../shared/imageInput/readImage';
import type {
	HttpRequest,
	OcrAnswer,
	OcrOperation,
	OcrRequest,
} from '../shared/requestEngine/ocrOperation';
import { readOutput } from '../shared/textItems/fields';
import { textItems } from '../shared/textItems/textItems';
import { checkOptions } from './options';
import { countPages } from './pdf/countPages';
import { countRemotePages } from './pdf/countRemotePages';
import { needsPageCount, selectPages } from './pdf/selectPages';
import { linesOf } from './recognition';
import { WORD_COLUMNS } from './wordShares';

/** The base64 text and the whole request may have 10 MB each; 4 kB are for the other parameters. */
const LIMITS = {
	provider: 'Tencent Cloud',
	kinds: ['PNG', 'JPEG', 'BMP', 'PDF'],
	maxBytes: Math.floor((10 * 1024 * 1024 - 4096) / 4) * 3,
} as const;

/** The action GeneralAccurateOCR: an image is one request, a PDF one request a page. */
export const generalAccurate: OcrOperation = {
	async baseUrl() {
		return endpointOf(await this.getCredentials('tencentCloudApi'));
	},

	// The documented limit of an account.
	requestsPerSecond: 10,

	async requests(this: IExecuteSingleFunctions, options: HttpRequest): Promise<OcrRequest[]> {
		checkOptions(this);
		const image = await readImage(this, LIMITS);
		const request = async (parameters: IDataObject = {}): Promise<HttpRequest> => {
			const values = { ...(options.body as IDataObject), ...parameters };
			const body =
				'url' in image
					? { ...values, ImageUrl: image.url }
					: await jsonBody(values, { ImageBase64: image });
			return { ...options, body };
		};

		const isPdf =
			'url' in image
				? this.getNodeParameter('options.isPdf', /\.pdf$/i.test(new URL(image.url).pathname))
				: image.kind === 'PDF';
		if (!isPdf) return [{ build: async () => await request() }];

		const selection = String(this.getNodeParameter('options.pdfPages', 'all') ?? 'all');
		const count = async () => {
			if (!('url' in image)) return await countPages(await joinChunks(image.chunks()));
			return needsPageCount(selection) ? await countRemotePages(this, image.url) : undefined;
		};
		return selectPages(selection, await count()).map((page) => ({
			build: async () => await request({ IsPdf: true, PdfPageNumber: page }),
			page,
		}));
	},

	items(this: IExecuteSingleFunctions, answers: OcrAnswer[]): INodeExecutionData[] {
		const output = readOutput(this);
		if (output === 'raw') return answers.map(({ body }) => ({ json: body }));
		const pages = answers.map(({ body, page = 1 }) => ({ page, lines: linesOf(body) }));
		return textItems(pages, output, output === 'words' ? WORD_COLUMNS : []);
	},
};
