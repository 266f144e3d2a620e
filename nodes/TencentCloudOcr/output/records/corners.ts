import { boxAround } from '../../../shared/output/box';
import { leavesOf } from '../../../shared/output/documents/cells';
import { isObject, numberOf } from '../../../shared/output/values';

/**
 * The place within corners `{ LeftTop: { X, Y }, … }`, of which some may be missing.
 *
 * @returns left, top, right and bottom in pixels; what is not made of numbers, unchanged
 */
export function edgesOf(corners: unknown): unknown {
	const leaves = leavesOf(corners);
	if (!isObject(corners) || leaves.length === 0) return [];
	const points = Object.values(corners);
	const arePoints = points.every((point) => isObject(point) && 'X' in point && 'Y' in point);
	if (!arePoints || leaves.some((leaf) => numberOf(leaf) === null)) return corners;
	const along = (axis: 'X' | 'Y') =>
		points.map((point) => (point as Record<string, unknown>)[axis]);
	const { left, top, right, bottom } = boxAround(along('X'), along('Y'));
	return [left, top, right, bottom];
}
