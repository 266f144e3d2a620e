import type { OcrOperation } from '../shared/requestEngine/ocrOperation';
import { textItems } from '../shared/textItems/textItems';
import { baseUrl, imageRequest } from './imageRequest';
import { fileOf, linesOf } from './recognition';

/** Recognition of an image, whole or in segments. */
export const extract: OcrOperation = {
	baseUrl,

	requests: imageRequest,

	items([{ body }]) {
		const output = this.getNodeParameter('output') as string;
		if (output === 'raw') return [{ json: body }];
		const lines = linesOf(body, this.getNodeParameter('options.polygon', false) as boolean);
		const items = textItems([{ page: 1, lines }], output);
		if (output === 'fullText') Object.assign(items[0].json, fileOf(body));
		return items;
	},
};
