import type { IDataObject, IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';

import { readSwitch } from '../parameters/readSwitch';
import type { Point } from './box';

const LABEL = 'Include Corners';

const NOWHERE = { x: null, y: null };
const UNKNOWN = [NOWHERE, NOWHERE, NOWHERE, NOWHERE];

/** The option that adds the corners of each line or word as columns. */
export const includeCorners: INodeProperties = {
	displayName: LABEL,
	// The name that saved workflows have.
	name: 'polygon',
	type: 'boolean',
	default: false,
	displayOptions: { show: { '/output': ['lines', 'words'] } },
	description:
		'Whether to add the four corners of each line or word as x1, y1 to x4, y4, clockwise from the upper left. Useful for slanted text.',
};

/**
 * Whether the option is on.
 *
 * @throws Failure when it is neither true nor false
 */
export const readCorners = (context: IExecuteSingleFunctions): boolean =>
	readSwitch(context, `options.${includeCorners.name}`, LABEL);

/** Adds the columns x1, y1 to x4, y4 in pixels; null without all four corners. */
export function addCorners(json: IDataObject, corners?: Point[]): void {
	const [first, second, third, fourth] = corners?.length === 4 ? corners : UNKNOWN;
	json.x1 = first.x;
	json.y1 = first.y;
	json.x2 = second.x;
	json.y2 = second.y;
	json.x3 = third.x;
	json.y3 = third.y;
	json.x4 = fourth.x;
	json.y4 = fourth.y;
}
