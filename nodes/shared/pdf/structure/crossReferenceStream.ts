import { Oddity } from '../syntax/oddity';
import { entryOf, integerOf, nameAt, type Dictionary, type Value } from '../syntax/values';
import type { Budget } from '../syntax/budget';
import { objectAt } from './objectAt';
import { plainBytes } from './objectStreams';
import type { Places } from './places';

const [FREE, IN_USE, COMPRESSED] = [0, 1, 2];
/** More bytes than any offset needs that a number holds. */
const MOST_WIDTH = 6;

/**
 * Reads a cross-reference stream.
 *
 * Source: ISO 32000-1, 7.5.8 "Cross-Reference Streams".
 *
 * @returns its dictionary, which is a trailer as well
 * @throws Oddity
 */
export async function readCrossReferenceStream(
	file: Buffer,
	offset: number,
	places: Places,
	budget: Budget,
): Promise<Dictionary> {
	const direct = async (length: Value | undefined) => integerOf(length);
	const object = await objectAt(file, offset, direct, budget);
	const { value: dictionary } = object;
	if (dictionary.kind !== 'dictionary' || nameAt(dictionary, 'Type') !== 'XRef') {
		throw new Oddity('a cross-reference stream is missing');
	}
	const widths = integersOf(entryOf(dictionary, 'W'));
	const size = integerOf(entryOf(dictionary, 'Size'));
	if (widths?.length !== 3 || widths.some((width) => width > MOST_WIDTH) || size === undefined) {
		throw unreadable();
	}
	const [typeWidth, secondWidth, thirdWidth] = widths;
	const index = entryOf(dictionary, 'Index');
	const ranges = index ? integersOf(index) : [0, size];
	if (!ranges || ranges.length % 2 !== 0) throw unreadable();

	const plain = await plainBytes(object, budget);
	let position = 0;
	const field = (width: number) => {
		const number = width === 0 ? 0 : plain.readUIntBE(position, width);
		position += width;
		return number;
	};
	const width = typeWidth + secondWidth + thirdWidth;
	for (let range = 0; range < ranges.length; range += 2) {
		const [first, count] = [ranges[range], ranges[range + 1]];
		if (position + count * width > plain.length || width === 0) throw unreadable();
		for (let number = first; number < first + count; number++) {
			budget.keep();
			if (budget.spend(width)) await budget.rest();
			const type = typeWidth === 0 ? IN_USE : field(typeWidth);
			const [second, third] = [field(secondWidth), field(thirdWidth)];
			if (type === FREE) places.add(number, 'free');
			else if (type === IN_USE) places.add(number, { offset: second, generation: third });
			else if (type === COMPRESSED) places.add(number, { stream: second, index: third });
			else throw unreadable();
		}
	}
	return dictionary;
}

const unreadable = () => new Oddity('a cross-reference stream is not readable');

function integersOf(value: Value | undefined): number[] | undefined {
	if (value?.kind !== 'array') return undefined;
	const integers = value.items.map(integerOf);
	return integers.every((integer) => integer !== undefined) ? integers : undefined;
}
