import type { IDataObject, IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';

import { attachFiles } from '../../../shared/output/documents/pictures';
import { reviewColumns } from '../../../shared/output/documents/review';
import { readValueOptions } from '../../../shared/output/documents/valueOptions';
import type { ResponseBody } from '../responseBody';
import { exceptionOf, withRemarks } from '../responseBody';
import { combineSides, extraName } from './combineSides';
import type { PlacedSides } from './placeSides';
import { placeSides } from './placeSides';
import type { Columns } from './sideItem';
import { confidencesOf, hasVerdict, sideItem, verdictWarning } from './sideItem';
import type { Side } from './sides';
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
	const { normalizeValues, reviewBelow } = readValueOptions(context);
	const columns: Columns = {
		verdict: verdict || sides.some(hasVerdict),
		allFields: context.getNodeParameter('options.allFields', false) as boolean,
		fieldConfidences: context.getNodeParameter('options.fieldConfidences', false) as boolean,
		fieldBoxes: context.getNodeParameter('options.fieldBoxes', false) as boolean,
		normalizeValues,
	};
	const review = (confidences: Confidences, warnings: unknown[]) =>
		reviewBelow === undefined
			? {}
			: reviewColumns({
					...{ below: reviewBelow, confidences },
					warnings: [...warnings, exceptionOf(body)],
				});
	const item = async (row: IDataObject, images: Record<string, unknown>) => {
		const made: INodeExecutionData = { json: withRemarks(row, body) };
		await attachFiles(context, made, images);
		return made;
	};
	if (context.getNodeParameter('combineSides', false)) {
		const placed = placeSides(sides);
		const row = combineSides(placed, columns);
		const problem = columns.verdict && row.valid !== true ? row.invalidMessage : undefined;
		const reviewed = review(confidencesOfAll(placed), [problem, row.warnings]);
		return [await item({ ...row, ...reviewed }, imagesOf(placed))];
	}
	return await Promise.all(
		sides.map(async (side) => {
			const reviewed = review(confidencesOf(side), [verdictWarning(side, columns.verdict)]);
			return await item({ ...sideItem(side, columns), ...reviewed }, { image: side.image });
		}),
	);
}

type Confidences = Array<[field: string, confidence: unknown]>;

const sidesIn = ({ front, back, extra }: PlacedSides): Array<[name: string, side?: Side]> => [
	['front', front],
	['back', back],
	...extra.map((side, index): [string, Side] => [extraName(index), side]),
];

const confidencesOfAll = (placed: PlacedSides): Confidences =>
	sidesIn(placed).flatMap(([name, side]) =>
		side
			? confidencesOf(side).map(([field, value]): Confidences[number] => [
					`${field} (${name})`,
					value,
				])
			: [],
	);

const imagesOf = (placed: PlacedSides): Record<string, unknown> =>
	Object.fromEntries(sidesIn(placed).map(([name, side]) => [name, side?.image]));
