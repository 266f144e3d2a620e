import type { INodeProperties } from 'n8n-workflow';

import { imageFields as sharedFields } from '../../shared/input/fields';
import { imageParameters } from '../../shared/input/parameters';

const URL_HINT =
	'Tencent Cloud gives a download 3 seconds, and gets some documents only within mainland China: elsewhere, n8n downloads them. From slow servers, send the file.';

/** The fields for the source of an image, the same ones for all operations. */
export const imageFields: INodeProperties[] = sharedFields.map((field) =>
	field.name === imageParameters.image.url ? { ...field, hint: URL_HINT } : field,
);

export const isPdf: INodeProperties = {
	displayName: 'Is PDF',
	name: 'isPdf',
	type: 'boolean',
	default: true,
	displayOptions: { show: { '/inputType': ['url'] } },
	description:
		'Whether the URL points to a PDF, which n8n then downloads and sends as a file. If not set, a URL that ends with .pdf counts as a PDF.',
};

/** `pageRequests` reads it. */
export const skipPagesWithText: INodeProperties = {
	displayName: 'Skip Pages With Text',
	name: 'skipPagesWithText',
	type: 'boolean',
	default: true,
	description:
		"Whether to send only those pages of a PDF that are pictures, such as scans. The column hasText tells which pages have text of their own, which n8n's node Extract from File reads for free.",
};

export const pdfPages: INodeProperties = {
	displayName: 'PDF Pages',
	name: 'pdfPages',
	type: 'string',
	default: '1',
	placeholder: 'e.g. 1-3,5',
	description:
		'The pages of a PDF to read: all, 2, 1-3,5 or 4- (to the end). Each page is a separate request. An image counts as page 1.',
};
