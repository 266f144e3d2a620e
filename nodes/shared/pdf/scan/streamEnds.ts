import { integerOf, referenceOf } from './dictionary';
import { Keywords } from './keywords';
import type { Budget } from '../syntax/budget';

/**
 * Returns a function that finds the end of the stream at the current position, and continues there:
 * after the length that its dictionary states, or else at the next `endstream`.
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

/** The objects that are integers, by number: an object with a length usually follows its stream. */
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
