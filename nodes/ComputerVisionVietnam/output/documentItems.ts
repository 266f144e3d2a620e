import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { ImageName } from '../../shared/input/parameters';
import type { OcrOperation } from '../../shared/engine/ocrOperation';
import { attachImages } from './alignedImage';
import { withRemarks } from './answer';
import { account, imageRequests } from '../request';
import { combineSides, extraName } from './documents/combineSides';
import type { PlacedSides } from './documents/placeSides';
import { placeSides } from './documents/placeSides';
import type { Columns } from './documents/sideItem';
import { hasVerdict, sideItem } from './documents/sideItem';
import { sidesOf } from './documents/sides';

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
	account,

	requests: imageRequests(images),

	async items([{ body }]) {
		if (!this.getNodeParameter('simplify')) return [{ json: body }];
		// An answer without any, or of an unknown form, does not come here.
		const sides = sidesOf(body) ?? [];
		const columns: Columns = {
			verdict: verdict || sides.some(hasVerdict),
			fieldConfidences: this.getNodeParameter('options.fieldConfidences', false) as boolean,
			fieldBoxes: this.getNodeParameter('options.fieldBoxes', false) as boolean,
		};
		const item = async (row: IDataObject, images: Record<string, unknown>) => {
			const made: INodeExecutionData = { json: withRemarks(row, body) };
			await attachImages(this, made, images);
			return made;
		};
		if (this.getNodeParameter('combineSides', false)) {
			const placed = placeSides(sides);
			return [await item(combineSides(placed, columns), imagesOf(placed))];
		}
		return await Promise.all(
			sides.map(async (side) => await item(sideItem(side, columns), { image: side.image })),
		);
	},
});

const imagesOf = ({ front, back, extra }: PlacedSides): Record<string, unknown> => ({
	front: front?.image,
	back: back?.image,
	...Object.fromEntries(extra.map((side, index) => [extraName(index), side.image])),
});
