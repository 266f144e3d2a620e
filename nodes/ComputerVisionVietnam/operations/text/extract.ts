import { failOnNoText, optionsField } from '../../../shared/description/options';
import type { Operation } from '../../../shared/description/operation';
import { imageFields } from '../../../shared/input/fields';
import { outputField, readOutput } from '../../../shared/output/fields';
import { minimumConfidence, readTextOptions } from '../../../shared/output/textOptions';
import { attachImages } from '../../output/alignedImage';
import { remarksOf, withRemarks } from '../../output/responseBody';
import { textPages } from '../../output/textPages';
import { account, imageRequests } from '../../request';
import { checkText } from '../../response';
import { alignedImage } from '../fields';

export const extract: Operation = {
	option: {
		name: 'Extract',
		value: 'extract',
		action: 'Extract the text of an image or PDF',
		description: 'Read Vietnamese and English text, with its blocks, lines and words',
	},
	request: { url: '/api/v2/ocr/document/general' },
	fields: [
		...imageFields,
		outputField,
		optionsField([alignedImage, failOnNoText, minimumConfidence]),
	],
	account,

	async requests(options, ended) {
		readOutput(this);
		readTextOptions(this);
		return await imageRequests({ img: 'image' }).call(this, options, ended);
	},

	checkResponse: checkText,

	async items([{ body }]) {
		const output = readOutput(this);
		if (output === 'raw') return [{ json: body }];
		const pages = textPages(body);
		// n8n loads every node when it starts; what knows text is loaded with the first response.
		const { textItems } = await import('../../../shared/output/textItems');
		const items = textItems(pages, output, readTextOptions(this));
		if (Object.keys(remarksOf(body)).length > 0) {
			for (const item of items) item.json = withRemarks(item.json, body);
		}
		for (const { page, image } of pages) {
			if (!image) continue;
			// The first item of a page carries its image. A document with only one item carries them all
			// there.
			const first = items.find(({ json }) => json.page === page) ?? items[0];
			await attachImages(this, first, { [first.binary ? `image_${page}` : 'image']: image });
		}
		return items;
	},
};
