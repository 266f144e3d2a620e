import { Oddity } from '../syntax/oddity';
import { integerOf, type Dictionary, type Reference, type Value } from '../syntax/values';
import type { Budget } from '../syntax/budget';
import { objectAt, type PdfObject } from './objectAt';
import type { ObjectStreams } from './objectStreams';
import type { Places } from './places';

/** A stream's length, and the object stream where it stands, and its length, and so on. */
const MOST_STEPS = 4;

/** Reads the objects of a file from where its cross-reference table says that they are. */
export class Objects {
	constructor(
		private readonly file: Buffer,
		private readonly places: Places,
		private readonly streams: ObjectStreams,
		readonly budget: Budget,
	) {}

	/**
	 * The object that a reference means; undefined if it does not exist, which the standard allows.
	 *
	 * Source: ISO 32000-1, 7.3.10 "Indirect Objects".
	 *
	 * @throws Oddity where it is not exactly where the table says
	 */
	async load(
		{ number, generation }: Pick<Reference, 'number' | 'generation'>,
		steps = 0,
	): Promise<PdfObject | undefined> {
		if (steps > MOST_STEPS) throw new Oddity('objects are a loop');
		const place = this.places.get(number);
		if (place === 'free') return undefined;
		const object =
			'offset' in place
				? await objectAt(
						this.file,
						place.offset,
						async (length) => await this.lengthOf(length, steps),
						this.budget,
					)
				: await this.streams.read(
						place.stream,
						place.index,
						async () => await this.load({ number: place.stream, generation: 0 }, steps + 1),
						this.budget,
					);
		const isInPlace = 'stream' in place || place.generation === object.generation;
		if (object.number !== number || object.generation !== generation || !isInPlace) {
			throw new Oddity('an object is not where the cross-reference table says');
		}
		return object;
	}

	/** A value, or the value of the object that it refers to. */
	async resolve(value: Value | undefined): Promise<Value | undefined> {
		const resolved = value?.kind === 'reference' ? (await this.load(value))?.value : value;
		return resolved?.kind === 'null' ? undefined : resolved;
	}

	/** A dictionary, or the dictionary that a value refers to; undefined if it is none. */
	async dictionary(value: Value | undefined): Promise<Dictionary | undefined> {
		const resolved = await this.resolve(value);
		return resolved?.kind === 'dictionary' ? resolved : undefined;
	}

	private async lengthOf(length: Value | undefined, steps: number): Promise<number | undefined> {
		if (length?.kind !== 'reference') return integerOf(length);
		return integerOf((await this.load(length, steps + 1))?.value);
	}
}
