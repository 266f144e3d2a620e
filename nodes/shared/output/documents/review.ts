import { numberOf } from '../values';
import { leavesOf } from './cells';
import type { SumChecks } from './sums';

/** What a document is reviewed by. */
export interface Reviewed {
	/** The lowest confidence that needs no review, 0..1. */
	below: number;
	/** By field: a number, a list of numbers, or nothing. */
	confidences: Iterable<readonly [field: string, confidence: unknown]>;
	/** Sentences without the last full stop. What is missing or blank is no warning. */
	warnings?: readonly unknown[];
	/** Of an invoice. */
	checks?: SumChecks;
}

/** The columns that the option Review Below adds. */
export interface ReviewColumns {
	/** Never null: n8n's node If takes that for false, so a document would pass that nobody checked. */
	needsReview: boolean;
	reviewReason: string | null;
}

/**
 * Whether a person should look at a document, and why. It needs no review only if a confidence is
 * known, none is below the limit, there is no warning, and no sum is wrong. A document whose
 * confidences are all unknown needs one.
 */
export function reviewColumns({
	below,
	confidences,
	warnings = [],
	checks,
}: Reviewed): ReviewColumns {
	const lowest = lowestField(confidences);
	const reasons = [
		...(lowest === null ? ['No confidence is known'] : []),
		...(lowest !== null && lowest.confidence < below
			? [`${lowest.field} has a confidence of ${lowest.confidence}`]
			: []),
		...warnings
			.filter((warning) => typeof warning === 'string' || typeof warning === 'number')
			.map((warning) => String(warning).trim().replace(/\.$/, ''))
			.filter((warning) => warning !== ''),
		...(checks?.failures ?? []),
	];
	return {
		needsReview: reasons.length > 0,
		reviewReason: reasons.length > 0 ? reasons.join('. ') : null,
	};
}

/** The field with the lowest confidence; null if none is known. */
function lowestField(
	confidences: Reviewed['confidences'],
): { field: string; confidence: number } | null {
	let lowest: { field: string; confidence: number } | null = null;
	for (const [field, value] of confidences) {
		for (const leaf of leavesOf(value)) {
			const confidence = numberOf(leaf);
			if (confidence !== null && confidence < (lowest?.confidence ?? Infinity)) {
				lowest = { field, confidence };
			}
		}
	}
	return lowest;
}
