/** The mean of the known confidences of words or lines, to four decimals; null if none is known. */
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
