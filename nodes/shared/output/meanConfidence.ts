/** The mean of those confidences of words or lines that are known, to four digits; null when none is. */
export function meanConfidence(parts: Array<{ confidence: number | null }>): number | null {
	let sum = 0;
	let known = 0;
	for (const { confidence } of parts) {
		if (confidence === null) continue;
		sum += confidence;
		known++;
	}
	return known === 0 ? null : Math.round((sum / known) * 10_000) / 10_000;
}
