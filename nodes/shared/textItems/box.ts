/** A point in pixels; what a provider leaves out is undefined. */
export interface Point {
	x?: number | null;
	y?: number | null;
}

/** An upright rectangle in pixels; null where a provider gives none. */
export interface Box {
	left: number | null;
	top: number | null;
	right: number | null;
	bottom: number | null;
}

export const NO_BOX: Box = { left: null, top: null, right: null, bottom: null };

/** The upright rectangle around points. */
export function boxAround(points: Point[]): Box {
	const xs = points.map(({ x }) => x).filter(isNumber);
	const ys = points.map(({ y }) => y).filter(isNumber);
	if (xs.length === 0 || ys.length === 0) return NO_BOX;
	return {
		left: Math.min(...xs),
		top: Math.min(...ys),
		right: Math.max(...xs),
		bottom: Math.max(...ys),
	};
}

const isNumber = (value: unknown): value is number => Number.isFinite(value);
