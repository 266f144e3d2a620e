import { integerOf, referenceOf } from './dictionary';
import { Keywords } from './keywords';
import type { Budget } from './budget';

/**
 * Gives a function that finds where the stream at a position ends, and goes on there: after the
 * length that its dictionary states, if its end is there; else where its end is found.
 *
 * Source: ISO 32000-1, 7.3.8 "Stream Objects".
 */
export function streamEnds(
	file: Buffer,
	budget: Budget,
): (keywords: Keywords, length?: string) => Promise<number> {
	let integers: Map<number, number> | undefined;

	const stated = async (length?: string) => {
		const reference = referenceOf(length);
		if (reference === undefined) return integerOf(length);
		integers ??= await findIntegers(file, budget);
		return integers.get(reference);
	};

	return async (keywords, length) => {
		const end = keywords.position + ((await stated(length)) ?? file.length);
		if (/^\s*endstream/.test(file.toString('latin1', end, end + 20))) {
			keywords.position = end;
			return end;
		}
		return (await keywords.next('endstream')).start;
	};
}

/** The objects that are integers, by number: those of lengths mostly stand behind their stream. */
async function findIntegers(file: Buffer, budget: Budget): Promise<Map<number, number>> {
	const integers = new Map<number, number>();
	const keywords = new Keywords(file, budget);
	for (;;) {
		const { number, end } = await keywords.next('obj');
		if (number === undefined) return integers;
		const integer = integerOf(file.toString('latin1', end, end + 20));
		if (integer === undefined) continue;
		budget.keep();
		integers.set(number, integer);
	}
}
