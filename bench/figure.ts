/** One measured figure, beside what its goal compares it with. */
export interface Figure {
	/** Ours, the median of the runs. */
	ours: number;
	/** What the goal compares with. */
	rival: number;
	ratio: number;
	/** The ratio that is not to be exceeded. */
	goal: number;
	unit: string;
}

/** What a measurement gives: figures by their names, and further numbers for people. */
export interface Measurement {
	figures: Record<string, Figure>;
	/** Sentences that say how it was measured and what else was seen. */
	notes: string[];
}

export const figure = (ours: number, rival: number, goal: number, unit: string): Figure => ({
	ours: rounded(ours),
	rival: rounded(rival),
	ratio: Number((ours / rival).toFixed(3)),
	goal,
	unit,
});

export const rounded = (value: number) => Number(value.toFixed(value < 100 ? 2 : 0));

export function median(values: number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.floor(sorted.length / 2)];
}
