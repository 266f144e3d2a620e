/** The mean of those confidences that are known, to four digits; null when none is. */
export function mean(confidences: Array<number | null>): number | null {
	let [sum, known] = [0, 0];
	for (const confidence of confidences) {
		if (confidence === null) continue;
		sum += confidence;
		known++;
	}
	return known === 0 ? null : Math.round((sum / known) * 10_000) / 10_000;
}
