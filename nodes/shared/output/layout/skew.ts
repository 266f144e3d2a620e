export interface Point {
	x: number;
	y: number;
}

/**
 * How the rows of a page run: the one through (0, a) is y = a + x · (slope + fan · a). A slanted page
 * has a slope; one that was photographed from the side has rows that fan out.
 */
export interface Skew {
	slope: number;
	fan: number;
}

/** What is tried: the steepest slope, the widest fan at the edge of the page. */
interface Reach {
	slope: number;
	fan: number;
	/** By what part another skew has to be better than none. */
	doubt: number;
}

const LEVEL: Skew = { slope: 0, fan: 0 };
/** A row is known by its neighbours: so many points tell as much as all. */
const MOST_POINTS = 1500;
/** To each side of a level page. */
const MOST_STEPS = 40;
/** Bins of the profile, a power of two: what lies farther down begins again at the first one. */
const BINS = 1024;
const profile = new Float64Array(BINS);

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
	const some = sample(points);
	const width = farthest(some.map(({ x }) => x));
	const height = farthest(some.map(({ y }) => y));
	if (some.length < 4 || width === 0 || height === 0) return LEVEL;
	const widestFan = reach.fan / width;
	// Between two steps, no point moves by more than a third of the print.
	let slopeStep = stepOf(reach.slope, size / 3 / width);
	let fanStep = stepOf(widestFan, size / 3 / width / height);
	let best = LEVEL;
	let sharpest = sharpness(some, LEVEL, size / 2) * (1 + reach.doubt);
	const attempt = (slope: number, fan: number) => {
		const skew = { slope, fan };
		const found = sharpness(some, skew, size / 2);
		if (found > sharpest) [sharpest, best] = [found, skew];
	};
	for (let slope = -reach.slope; slope <= reach.slope; slope += slopeStep)
		for (let fan = -widestFan; fan <= widestFan; fan += fanStep) attempt(slope, fan);
	while (best !== LEVEL && slopeStep * width > size / 20) {
		[slopeStep, fanStep] = [slopeStep / 2, fanStep / 2];
		const { slope, fan } = best;
		for (const i of [-1, 0, 1])
			for (const k of [-1, 0, 1]) attempt(slope + i * slopeStep, fan + k * fanStep);
	}
	return best;
}

const stepOf = (reach: number, finest: number): number =>
	reach / Math.max(1, Math.min(MOST_STEPS, Math.ceil(reach / finest)));

/** The sum of the squares of a profile; each point is shared by the two bins that are nearest. */
function sharpness(points: Point[], skew: Skew, bin: number): number {
	profile.fill(0);
	let sum = 0;
	const add = (place: number, share: number) => {
		sum += (2 * profile[place & (BINS - 1)] + share) * share;
		profile[place & (BINS - 1)] += share;
	};
	for (const point of points) {
		const at = levelOf(skew, point) / bin;
		const first = Math.floor(at);
		add(first, 1 - (at - first));
		add(first + 1, at - first);
	}
	return sum;
}

/** Points in rows that are as complete as can be: from the top, the middle and the bottom. */
function sample(points: Point[]): Point[] {
	if (points.length <= MOST_POINTS) return points;
	const sorted = points.toSorted((one, other) => one.y - other.y);
	const part = MOST_POINTS / 3;
	const middle = Math.floor((sorted.length - part) / 2);
	return [...sorted.slice(0, part), ...sorted.slice(middle, middle + part), ...sorted.slice(-part)];
}

const farthest = (values: number[]): number =>
	values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
