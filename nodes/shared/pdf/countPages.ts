import { Semaphore } from '../engine/queue/semaphore';
import { integerOf, readDictionary, referenceOf } from './dictionary';
import { findObjects, type Place } from './findObjects';
import { objectReader } from './objectReader';
import { BudgetExceeded, Budget } from './budget';

/**
 * A third of the bytes of an empty page in the best compression: with fewer, the count is false.
 */
const LEAST_BYTES_PER_PAGE = 4;

/** One file at a time: many files in turn would keep n8n waiting. */
const counting = new Semaphore(1);

/**
 * The number of pages of a PDF; undefined if its page tree cannot be read (as in some encrypted
 * files), if that takes too much time or memory, or if so many pages cannot fit into the file.
 */
export async function countPages(file: Buffer): Promise<number | undefined> {
	const release = await counting.acquire();
	try {
		const count = (await statedCount(file, new Budget()).catch(notIfTooMuch)) ?? 0;
		return count > 0 && count * LEAST_BYTES_PER_PAGE <= file.length ? count : undefined;
	} finally {
		release();
	}
}

function notIfTooMuch(error: unknown): undefined {
	if (!(error instanceof BudgetExceeded)) throw error;
}

/** Source: ISO 32000-1, 7.7.2 "Document Catalog", 7.7.3 "Page Tree", annex F "Linearized PDF". */
async function statedCount(file: Buffer, budget: Budget): Promise<number | undefined> {
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
	const count = integerOf(countPlace ? await read(countPlace) : Count);
	if (count !== undefined) return count;

	// A linearized file has its page count in the first object, which is never encrypted.
	const [first] = places.values();
	const { Linearized, N } = await dictionary(first);
	return Linearized === undefined ? undefined : integerOf(N);
}
