import type { Point } from '../box';

/**
 * How the rows of a page run: the one through (0, a) is y = a + x · (slope + fan · a). A slanted page
 * has a slope; one that was photographed from the side has rows that fan out.
 */
export interface Skew {
	slope: number;
	fan: number;
}

/** What is tried: slopes between two, and the widest fan at the edge of the page. */
interface Reach {
	flat: number;
	steep: number;
	fan: number;
	/** By what part another skew has to be better than none; by more where there are few points. */
	doubt: number;
}

const LEVEL: Skew = { slope: 0, fan: 0 };
/** A row is known by its neighbours: so many points tell as much as all. */
const MOST_POINTS = 1200;
/** How much finer than print the profile is. */
const BINS_PER_PRINT = 3;
/** Steps to each side of a level page. */
const MOST_SLOPES = 40;
const MOST_FANS = 24;
/** Steps of the slope that are tried with each fan. */
const ASIDE = [-1, 0, 1];
/** Bins of the profile, a power of two: what lies farther down begins again at the first one. */
const BINS = 512;
const profile = new Float64Array(BINS);
// Looked up once: it is called a million times.
const { floor } = Math;

/** The height at which the row through a point stands at x = 0. */
export const levelOf = ({ slope, fan }: Skew, { x, y }: Point): number =>
	(y - x * slope) / (1 + x * fan);

/**
 * The skew at which the projection profile of points is sharpest, because points of one row fall
 * into one bin.
 *
 * @param points around (0, 0)
 * @param size of the print, in the unit of the points
 */
export function fitSkew(points: Point[], size: number, reach: Reach): Skew {
	const some = inSomeRows(points, ({ y }) => y);
	const xs = Float64Array.from(some, ({ x }) => x);
	const ys = Float64Array.from(some, ({ y }) => y);
	const width = farthest(xs);
	const height = farthest(ys);
	if (some.length < 4 || width === 0 || height === 0) return LEVEL;

	const bin = size / BINS_PER_PRINT;
	let best = LEVEL;
	let sharpest = sharpness(xs, ys, LEVEL, bin);
	const attempt = (slope: number, fan: number) => {
		const found = sharpness(xs, ys, { slope, fan }, bin);
		if (found > sharpest) [sharpest, best] = [found, { slope, fan }];
		return found;
	};
	// Less than a bin per step for the farthest point.
	const widestFan = reach.fan / width;
	let slopeStep = stepOf((reach.steep - reach.flat) / 2, bin / width, MOST_SLOPES);
	let fanStep = stepOf(widestFan, bin / width / height, MOST_FANS);
	const doubt = 1 + reach.doubt + 2 / some.length;
	sharpest *= doubt;
	let [straight, straightest] = [LEVEL, 0];
	for (let slope = reach.flat; slope <= reach.steep; slope += slopeStep) {
		const found = attempt(slope, 0);
		if (found > straightest) [straightest, straight] = [found, { slope, fan: 0 }];
	}
	if (best !== LEVEL) sharpest *= doubt;
	// At the best slope one row is straight, whatever the fan: the others turn around its middle.
	const pivot = fullestLevel(xs, ys, straight, bin);
	for (let fan = -widestFan; fan <= widestFan; fan += fanStep) {
		for (const aside of ASIDE) {
			const slope = straight.slope + aside * slopeStep - fan * pivot;
			if (slope >= reach.flat && slope <= reach.steep) attempt(slope, fan);
		}
	}
	if (best === LEVEL) return LEVEL;

	sharpest = sharpness(xs, ys, best, bin);
	while (slopeStep * width > bin / 5) {
		[slopeStep, fanStep] = [slopeStep / 2, fanStep / 2];
		const { slope, fan } = best;
		for (const i of [-1, 0, 1])
			for (const k of [-1, 0, 1]) attempt(slope + i * slopeStep, fan + k * fanStep);
	}
	return best;
}

/** The level of the fullest bin of a profile. */
function fullestLevel(xs: Float64Array, ys: Float64Array, skew: Skew, bin: number): number {
	sharpness(xs, ys, skew, bin);
	let [fullest, level] = [0, 0];
	for (let index = 0; index < xs.length; index++) {
		const at = levelOf(skew, { x: xs[index], y: ys[index] });
		const full = profile[floor(at / bin + 0.5) & (BINS - 1)];
		if (full > fullest) [fullest, level] = [full, at];
	}
	return level;
}

const stepOf = (reach: number, finest: number, most: number): number =>
	reach / Math.max(1, Math.min(most, Math.ceil(reach / finest)));

/**
 * The sum of the squares of a profile. A point is shared by three bins, as a quadratic spline does,
 * so that it matters little where a bin ends.
 */
function sharpness(xs: Float64Array, ys: Float64Array, { slope, fan }: Skew, bin: number): number {
	profile.fill(0);
	for (let index = 0; index < xs.length; index++) {
		const at = (ys[index] - xs[index] * slope) / (1 + xs[index] * fan) / bin;
		const nearest = floor(at + 0.5);
		const off = at - nearest;
		profile[(nearest - 1) & (BINS - 1)] += (0.5 - off) ** 2 / 2;
		profile[nearest & (BINS - 1)] += 0.75 - off ** 2;
		profile[(nearest + 1) & (BINS - 1)] += (0.5 + off) ** 2 / 2;
	}
	let sum = 0;
	for (let place = 0; place < BINS; place++) sum += profile[place] ** 2;
	return sum;
}

/** Some of a page, in rows that are as complete as can be: at the top, the middle and the bottom. */
export function inSomeRows<T>(all: T[], heightOf: (one: T) => number): T[] {
	if (all.length <= MOST_POINTS) return all;
	const heights = new Float64Array(all.map(heightOf));
	const sorted = heights.toSorted();
	const part = MOST_POINTS / 3;
	const rest = all.length - part;
	return [0, Math.floor(rest / 2), rest].flatMap((first) => {
		const [top, bottom] = [sorted[first], sorted[first + part - 1]];
		return all.filter((_, at) => heights[at] >= top && heights[at] <= bottom).slice(0, part);
	});
}

const farthest = (values: Float64Array): number =>
	values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
