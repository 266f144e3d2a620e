import { boxAround } from '../../../shared/output/box';
import { leavesOf } from '../../../shared/output/documents/cells';
import { isObject, numberOf } from '../../../shared/output/values';

/**
 * The place within corners `{ LeftTop: { X, Y }, … }`, of which some may be missing: left, top, right
 * and bottom in pixels, or none of them.
 *
 * @returns undefined for anything that is not made of numbers
 */
export function edgesOf(corners: unknown): Array<number | null> | undefined {
	const leaves = leavesOf(corners ?? []);
	if (leaves.length === 0) return [];
	const points: unknown[] = isObject(corners) ? Object.values(corners) : [null];
	const arePoints = points.every((point) => isObject(point) && 'X' in point && 'Y' in point);
	if (!arePoints || leaves.some((leaf) => numberOf(leaf) === null)) return undefined;
	const along = (axis: 'X' | 'Y') =>
		points.map((point) => (point as Record<string, unknown>)[axis]);
	const { left, top, right, bottom } = boxAround(along('X'), along('Y'));
	return [left, top, right, bottom];
}
