import type { IDataObject, IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';

import { attachFiles } from '../../../shared/output/documents/pictures';
import type { ResponseBody } from '../responseBody';
import { withRemarks } from '../responseBody';
import { combineSides, extraName } from './combineSides';
import type { PlacedSides } from './placeSides';
import { placeSides } from './placeSides';
import type { Columns } from './sideItem';
import { hasVerdict, sideItem } from './sideItem';
import { sidesOf } from './sides';

/**
 * The items of a response with documents: one per side or, with Combine Sides, one per document;
 * without Simplify, the unchanged response.
 *
 * @param verdict whether the provider reports if a document is valid
 */
export async function documentItems(
	context: IExecuteSingleFunctions,
	body: ResponseBody,
	verdict: boolean,
): Promise<INodeExecutionData[]> {
	if (!context.getNodeParameter('simplify')) return [{ json: body }];
	// `checkDocument` has rejected a response without sides, or of an unknown structure.
	const sides = sidesOf(body) ?? [];
	const columns: Columns = {
		verdict: verdict || sides.some(hasVerdict),
		allFields: context.getNodeParameter('options.allFields', false) as boolean,
		fieldConfidences: context.getNodeParameter('options.fieldConfidences', false) as boolean,
		fieldBoxes: context.getNodeParameter('options.fieldBoxes', false) as boolean,
	};
	const item = async (row: IDataObject, images: Record<string, unknown>) => {
		const made: INodeExecutionData = { json: withRemarks(row, body) };
		await attachFiles(context, made, images);
		return made;
	};
	if (context.getNodeParameter('combineSides', false)) {
		const placed = placeSides(sides);
		return [await item(combineSides(placed, columns), imagesOf(placed))];
	}
	return await Promise.all(
		sides.map(async (side) => await item(sideItem(side, columns), { image: side.image })),
	);
}

const imagesOf = ({ front, back, extra }: PlacedSides): Record<string, unknown> => ({
	front: front?.image,
	back: back?.image,
	...Object.fromEntries(extra.map((side, index) => [extraName(index), side.image])),
});
