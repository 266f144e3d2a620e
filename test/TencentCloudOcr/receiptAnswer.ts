import type { Piece } from '../support/receipt';
import { boxOf, RECEIPT } from '../support/receipt';
import { REQUEST_ID } from './tencent';

/** A line as the sample of the international documentation has it: without words. */
export function detection(piece: Piece, ParagNo: number) {
	const { left, top, right, bottom } = boxOf(piece);
	return {
		DetectedText: piece.text,
		Confidence: 90,
		Polygon: [
			{ X: left, Y: top },
			{ X: right, Y: top },
			{ X: right, Y: bottom },
			{ X: left, Y: bottom },
		],
		ItemPolygon: { X: left, Y: top, Width: right - left, Height: bottom - top },
		AdvancedInfo: JSON.stringify({ Parag: { ParagNo } }),
		Words: [],
		WordCoordPoint: [],
	};
}

/** A response with these lines. */
export const answerOf = (TextDetections: object[]) => ({
	Response: { TextDetections, Language: 'zh', Angle: 0, RequestId: REQUEST_ID },
});

/**
 * The receipt. Its rows are cut at their wide gaps and sorted by Y: the price may come before what it is
 * the price of.
 */
export const ANSWER = answerOf(
	RECEIPT.flatMap((row, index) => row.toReversed().map((piece) => detection(piece, index + 1))),
);
