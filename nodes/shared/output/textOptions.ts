import type { IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';

import { readNumber } from '../parameters/readNumber';
import { readSwitch } from '../parameters/readSwitch';
import { readMaxCharacters, textOutputs } from './fields';

/** What the options of a text operation ask of its items. */
export interface TextOptions {
	/** Whether the corners of each line or word are columns. */
	withCorners?: boolean;
	/**
	 * Of lines and words, 0..1. If it is set, each item has the column `belowConfidence`: how many
	 * words are left out of its page, or of the document if the item is one.
	 */
	minimumConfidence?: number;
	/** How much of a document's text to return. */
	maxCharacters?: number;
	/** Whether the first item has a picture with the outlines of the lines. */
	markedImage?: boolean;
}

/** The option that adds the corners of each line or word as columns. */
export const includeCorners: INodeProperties = {
	displayName: 'Include Corners',
	// The name that saved workflows have.
	name: 'polygon',
	type: 'boolean',
	default: true,
	displayOptions: { show: { '/output': ['lines', 'words'] } },
	description:
		'Whether to add the four corners of each line or word as x1, y1 to x4, y4, clockwise from the upper left. Useful for slanted text.',
};

/** The option that draws the lines over their picture; `output/marked` draws them. */
export const markedImage: INodeProperties = {
	displayName: 'Marked Image',
	name: 'markedImage',
	type: 'boolean',
	default: true,
	displayOptions: { show: { '/output': textOutputs } },
	description:
		'Whether to add the image with a numbered box around each line, colored by confidence, as an SVG file in the binary field marked of the first item. Download it and open it in a browser.',
};

/** The option that leaves out text; `withMinimumConfidence` says which. */
export const minimumConfidence: INodeProperties = {
	displayName: 'Minimum Confidence',
	name: 'minimumConfidence',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
	default: 0.5,
	displayOptions: { show: { '/output': textOutputs } },
	description:
		'The lowest confidence (0 to 1) of the lines and words to return. The column belowConfidence counts the words that are left out.',
};

/**
 * The options of the current item; those that an operation does not have are off.
 *
 * @throws Failure when one of them has a value that it cannot have
 */
export const readTextOptions = (context: IExecuteSingleFunctions): TextOptions => ({
	withCorners: readSwitch(context, `options.${includeCorners.name}`, includeCorners.displayName),
	minimumConfidence: readNumber(
		context,
		`options.${minimumConfidence.name}`,
		minimumConfidence.displayName,
		{ min: 0, max: 1 },
	),
	maxCharacters: readMaxCharacters(context),
	markedImage: readSwitch(context, `options.${markedImage.name}`, markedImage.displayName),
});
