import { failOnNoText, optionsField, reuseForUrls } from '../../../shared/description/options';
import type { Operation } from '../../../shared/description/operation';
import { imageFields } from '../../../shared/input/fields';
import { attachFiles, fileOfBase64 } from '../../../shared/output/documents/pictures';
import { outputFields, readOutput } from '../../../shared/output/fields';
import { textDocument } from '../../../shared/output/textDocument';
import {
	markedImage,
	minimumConfidence,
	readTextOptions,
} from '../../../shared/output/textOptions';
import { readSwitch } from '../../../shared/parameters/readSwitch';
import { remarksOf, withRemarks } from '../../output/responseBody';
import { textPages } from '../../output/textPages';
import { account, imageRequests } from '../../request';
import { checkText } from '../../response';
import { alignedImage } from '../fields';

export const extract: Operation = {
	option: {
		name: 'Extract',
		value: 'extract',
		action: 'Extract text from image or PDF',
		description: 'Read Vietnamese and English text, with its blocks, lines and words',
	},
	subtitle: 'Extract Text',
	request: { url: '/api/v2/ocr/document/general' },
	fields: [
		...imageFields,
		...outputFields,
		optionsField([alignedImage, failOnNoText, markedImage, minimumConfidence, reuseForUrls]),
	],
	account,

	async requests(options, ended) {
		const output = readOutput(this);
		const isMarked = readTextOptions(this).markedImage === true;
		// Boxes are those of the aligned image, so it is what they are drawn on.
		const needsAligned = isMarked && output !== 'raw';
		const requests = imageRequests({ img: 'image' }, { readsPdfs: true, needsAligned });
		return await requests.call(this, options, ended);
	},

	checkResponse: checkText,

	async items([{ body }]) {
		const output = readOutput(this);
		if (output === 'raw') return [{ json: body }];
		const pages = textPages(body);
		const pictureOf = (page: number) => fileOfBase64(pages[page - 1].image);
		const items = await textDocument(this, pages, output, readTextOptions(this), { pictureOf });
		if (Object.keys(remarksOf(body)).length > 0) {
			for (const item of items) item.json = withRemarks(item.json, body);
		}
		const isAligned = readSwitch(this, `options.${alignedImage.name}`, alignedImage.displayName);
		for (const { page, image } of pages) {
			if (!image || !isAligned) continue;
			// The first item of a page carries its image. A document with only one item carries them all
			// there.
			const first = items.find(({ json }) => json.page === page) ?? items[0];
			await attachFiles(this, first, { [first.binary?.image ? `image_${page}` : 'image']: image });
		}
		return items;
	},
};
