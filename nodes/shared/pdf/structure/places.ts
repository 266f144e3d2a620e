/** Where an object stands: in the file, or in an object stream. */
export type Place =
	{ offset: number; generation: number } | { stream: number; index: number } | 'free';

const MOST_GENERATION = 2 ** 16;
const MOST_INDEX = 2 ** 20;
const FREE = 0;

/** The places of a file's objects, each as one number, because files have many. */
export class Places {
	private readonly places = new Map<number, number>();

	/** Adds a place. Sections are read from the newest to the oldest: the first place stays. */
	add(number: number, place: Place): void {
		if (this.places.has(number)) return;
		this.places.set(number, packed(place));
	}

	get(number: number): Place {
		const place = this.places.get(number) ?? FREE;
		if (place === FREE) return 'free';
		if (place > 0) {
			return { offset: Math.floor(place / MOST_GENERATION), generation: place % MOST_GENERATION };
		}
		return { stream: Math.floor(-place / MOST_INDEX), index: -place % MOST_INDEX };
	}
}

function packed(place: Place): number {
	if (place === 'free') return FREE;
	if ('offset' in place) return place.offset * MOST_GENERATION + place.generation;
	// Such an index does not exist, and neither does stream 0.
	if (place.index >= MOST_INDEX) return FREE;
	return -(place.stream * MOST_INDEX + place.index);
}
