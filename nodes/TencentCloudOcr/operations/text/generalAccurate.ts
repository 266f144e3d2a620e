import type { IDataObject, IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';

import { endpointOf } from '../../../shared/credential/endpoint';
import { fileKind } from '../../../shared/input/fileKind';
import { joinChunks } from '../../../shared/input/joinChunks';
import { jsonBody } from '../../../shared/input/jsonBody';
import { readImage, type Image } from '../../../shared/input/readImage';
import { Failure } from '../../../shared/engine/errors/failure';
import type {
	HttpRequest,
	OcrResponse,
	OcrOperation,
	OcrRequest,
} from '../../../shared/engine/ocrOperation';
import { readSwitch } from '../../../shared/parameters/readSwitch';
import { readOutput } from '../../../shared/output/fields';
import { textItems } from '../../../shared/output/textItems';
import { checkOptions } from '../../options';
import { countPages } from '../../../shared/pdf/countPages';
import { download } from '../../../shared/pdf/download';
import { hasFirstPage, selectPages } from '../../../shared/pdf/selectPages';
import { linesOf } from '../../output';
import { WORD_COLUMNS } from '../../wordShares';

/** The base64 text and the whole request may have 10 MB each; 4 kB are for the other parameters. */
const LIMITS = {
	provider: 'Tencent Cloud',
	kinds: ['PNG', 'JPEG', 'BMP', 'PDF'],
	maxBytes: Math.floor((10 * 1024 * 1024 - 4096) / 4) * 3,
} as const;

/** The action GeneralAccurateOCR: an image is one request, a PDF one request a page. */
export const generalAccurate: OcrOperation = {
	async account() {
		const credential = await this.getCredentials('tencentCloudApi');
		return { endpoint: endpointOf(credential), id: String(credential.secretId).trim() };
	},

	// The documented limit of an account.
	requestsPerSecond: 10,

	async requests(this: IExecuteSingleFunctions, options: HttpRequest): Promise<OcrRequest[]> {
		checkOptions(this);
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
			return (await selectPages(selection, count)).map((page) => ({
				build: async () => await request({ IsPdf: true, PdfPageNumber: page }),
				page,
			}));
		}
		if (!hasFirstPage(selection)) {
			throw new Failure(
				'rejected',
				`PDF Pages is "${selection}", but a picture has one page. ${
					'url' in image ? 'If the URL is one of a PDF, add the option Is PDF.' : 'Write 1 or all.'
				}`,
			);
		}
		return [{ build: async () => await request() }];
	},

	items(this: IExecuteSingleFunctions, answers: OcrResponse[]): INodeExecutionData[] {
		const output = readOutput(this);
		if (output === 'raw') return answers.map(({ body }) => ({ json: body }));
		const pages = answers.map(({ body, page = 1 }) => ({ page, lines: linesOf(body) }));
		return textItems(pages, output, output === 'words' ? WORD_COLUMNS : []);
	},
};

/** The image of an item. A PDF at a URL is downloaded, because Tencent Cloud takes PDFs as files only. */
async function imageOf(context: IExecuteSingleFunctions, options: HttpRequest): Promise<Image> {
	const image = await readImage(context, LIMITS);
	if (!('url' in image)) return image;
	const isNamedPdf = /\.pdf$/i.test(new URL(image.url).pathname);
	if (!readSwitch(context, 'options.isPdf', 'Is PDF', isNamedPdf)) return image;

	const file = await download(context, image.url, options, LIMITS.maxBytes);
	const kind = fileKind(file);
	// A picture is read as one, whatever its name says.
	if (!LIMITS.kinds.some((known) => known === kind)) {
		throw new Failure(
			'rejected',
			`The URL gives a file of ${kind ? `the kind ${kind}` : 'an unknown kind'}, not a PDF. Check that it opens without a login, or send the file itself.`,
		);
	}
	return { kind, size: file.length, chunks: () => [file] };
}
