import { readOutput } from '../../../shared/output/fields';
import { textItems } from '../../../shared/output/textItems';
import type { OcrOperation } from '../../../shared/engine/ocrOperation';
import { attachImages } from '../../output/alignedImage';
import { remarksOf, withRemarks } from '../../output/answer';
import { account, imageRequests } from '../../request';
import { textPages } from '../../output/textPages';

/** General text of an image or PDF. */
export const extractText: OcrOperation = {
	account,

	async requests(options) {
		readOutput(this);
		return await imageRequests({ img: 'image' }).call(this, options);
	},

	async items([{ body }]) {
		const output = readOutput(this);
		if (output === 'raw') return [{ json: body }];
		const pages = textPages(body);
		const items = textItems(pages, output);
		if (Object.keys(remarksOf(body)).length > 0) {
			for (const item of items) item.json = withRemarks(item.json, body);
		}
		for (const { page, image } of pages) {
			if (!image) continue;
			// The first item of a page carries its picture, the one item of a document carries them all.
			const first = items.find(({ json }) => json.page === page) ?? items[0];
			await attachImages(this, first, { [first.binary ? `image_${page}` : 'image']: image });
		}
		return items;
	},
};
