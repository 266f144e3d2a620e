/** How lines of a confidence are drawn. Dashes tell them apart where colours do not. */
export interface Band {
	/** Its class in the SVG. */
	name: string;
	/** 0..1; it holds from here to the next band. */
	from: number;
	colour: string;
	/** Lengths of strokes and gaps, in pixels of the screen. */
	dashes: string;
}

/** Colours that people with any colour vision tell apart (Okabe and Ito, "Color Universal Design"). */
export const BANDS: Band[] = [
	{ name: 'high', from: 0.9, colour: '#0072b2', dashes: 'none' },
	{ name: 'medium', from: 0.7, colour: '#e69f00', dashes: '10 4' },
	{ name: 'low', from: -Infinity, colour: '#d55e00', dashes: '2 3' },
];

export const UNKNOWN: Band = {
	name: 'unknown',
	from: NaN,
	colour: '#a0508a',
	dashes: '10 3 2 3',
};

export const bandOf = (confidence: number | null): Band =>
	BANDS.find(({ from }) => confidence !== null && confidence >= from) ?? UNKNOWN;
