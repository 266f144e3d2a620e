import type { IDataObject } from 'n8n-workflow';

import type { Point } from './box';

const NOWHERE = { x: null, y: null };
const UNKNOWN = [NOWHERE, NOWHERE, NOWHERE, NOWHERE];

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
