import { Budget } from '../syntax/budget';
import { unlessOdd } from '../syntax/oddity';
import { integerOf, readDictionary, referenceOf } from './dictionary';
import { findObjects, type Place } from './findObjects';
import { objectReader } from './objectReader';

/** Of an object that is a number, with the space before it. */
const LONGEST_NUMBER = 20;

/**
 * The number of pages that a PDF says to have, whose structure may be damaged; undefined if it cannot
 * be found, or if that takes too much time or memory.
 */
export async function statedCount(file: Buffer): Promise<number | undefined> {
	return await unlessOdd(search(file, new Budget()), () => undefined);
}

/** Source: ISO 32000-1, 7.7.2 "Document Catalog", 7.7.3 "Page Tree", annex F "Linearized PDF". */
async function search(file: Buffer, budget: Budget): Promise<number | undefined> {
	const { places, root } = await findObjects(file, budget);
	const read = objectReader(file, budget);
	const dictionary = async (place?: Place) =>
		place ? await readDictionary(await read(place), budget) : {};
	const placeOf = (reference?: string) => places.get(referenceOf(reference) ?? NaN);
	const lastCatalog = async () => {
		for (const place of [...places.values()].reverse()) {
			if ((await dictionary(place)).Type === '/Catalog') return place;
		}
		return undefined;
	};

	const { Pages } = await dictionary(places.get(root ?? NaN) ?? (await lastCatalog()));
	const { Count } = await dictionary(placeOf(Pages));
	const countPlace = placeOf(Count);
	const count = integerOf(
		countPlace ? (await read(countPlace)).toString('latin1', 0, LONGEST_NUMBER) : Count,
	);
	if (count !== undefined) return count;

	// A linearized file has its page count in the first object, which is never encrypted.
	const [first] = places.values();
	const { Linearized, N } = await dictionary(first);
	return Linearized === undefined ? undefined : integerOf(N);
}
