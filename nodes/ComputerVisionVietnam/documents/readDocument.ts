import type { INodeExecutionData } from 'n8n-workflow';

import type { ImageName } from '../../shared/imageInput/parameters';
import { Failure } from '../../shared/requestEngine/failure';
import type { OcrOperation } from '../../shared/requestEngine/ocrOperation';
import { attachImages } from '../alignedImage';
import { documentErrors } from '../errors';
import { baseUrl, imageRequests } from '../imageRequests';
import { combineSides, frontAndBack } from './combineSides';
import { sideItem } from './sideItem';
import type { Side } from './sides';
import { sidesOf } from './sides';

/**
 * An operation that reads documents with fields.
 *
 * @param images by the provider's name of them: `img`, or `img1` and `img2`
 * @param options.verdict whether the provider says if a document is valid
 */
export const readDocument = (
	images: Record<string, ImageName>,
	{ verdict = false } = {},
): OcrOperation => ({
	baseUrl,

	requests: imageRequests(images),

	async items([{ body }]) {
		if (!this.getNodeParameter('simplify')) return [{ json: body }];
		const sides = sidesOf(body);
		if (sides.length === 0) throw new Failure(...documentErrors[1]);

		const columns = {
			verdict,
			fieldConfidences: this.getNodeParameter('options.fieldConfidences', false) as boolean,
			fieldBoxes: this.getNodeParameter('options.fieldBoxes', false) as boolean,
		};
		const row = (side: Side) => sideItem(side, columns);
		const document = this.getNodeParameter('combineSides', false) ? frontAndBack(sides) : undefined;
		if (document) {
			const { front, back } = document;
			const item = { json: combineSides(row(front), row(back)) };
			await attachImages(this, item, { front: front.image, back: back.image });
			return [item];
		}
		const items: INodeExecutionData[] = [];
		for (const side of sides) {
			const item = { json: row(side) };
			await attachImages(this, item, { image: side.image });
			items.push(item);
		}
		return items;
	},
});
