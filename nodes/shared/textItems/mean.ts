/** The mean of those confidences that are known, to four digits; null when none is. */
export function mean(confidences: Array<number | null>): number | null {
	const known = confidences.filter((confidence) => confidence !== null);
	if (known.length === 0) return null;
	return Number((known.reduce((sum, value) => sum + value, 0) / known.length).toFixed(4));
}
