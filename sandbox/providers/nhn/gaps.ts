import type { RecognizedLine } from './lines';

/**
 * An answer whose lists do not run parallel: the first box of each line is empty, and the last line
 * has no boxes. The documentation's own samples have fewer boxes than words.
 */
export function withGaps<
	Result extends { listOfBoundingBoxes: Array<Pick<RecognizedLine, 'boundingBoxes'>> },
>(result: Result) {
	const listOfBoundingBoxes = result.listOfBoundingBoxes
		.slice(0, -1)
		.map(({ boundingBoxes: [, ...others] }) => ({ boundingBoxes: [{}, ...others] }));
	return { ...result, listOfBoundingBoxes };
}
