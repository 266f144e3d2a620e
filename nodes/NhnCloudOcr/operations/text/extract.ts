import type { OcrOperation } from '../../../shared/engine/ocrOperation';
import { readOutput } from '../../../shared/output/fields';
import { textItems } from '../../../shared/output/textItems';
import { account, imageRequest } from '../../request';
import { CORNERS, fileOf, linesOf } from '../../output';

/** Recognition of an image, whole or in segments. */
export const extract: OcrOperation = {
	account,

	async requests(options) {
		readOutput(this);
		return await imageRequest.call(this, options);
	},

	items([{ body }]) {
		const output = readOutput(this);
		if (output === 'raw') return [{ json: body }];
		const withCorners = this.getNodeParameter('options.polygon', false) as boolean;
		const lines = linesOf(body, withCorners);
		const items = textItems([{ page: 1, lines }], output, withCorners ? CORNERS : []);
		if (output === 'fullText') Object.assign(items[0].json, fileOf(body));
		return items;
	},
};
