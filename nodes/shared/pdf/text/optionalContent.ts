import { entryOf, nameAt, type Dictionary, type Value } from '../syntax/values';
import type { Objects } from '../structure/objects';

/** A group of layers, of which one that is hidden may hide all. */
const MEMBERSHIP = 'OCMD';

/** The layers of a file that are hidden at first. */
export interface HiddenLayers {
	/** The numbers of their objects. */
	hidden: Set<number>;
	/** Whether all others are hidden as well, except those that are shown. */
	isRest: boolean;
	shown: Set<number>;
}

/**
 * Reads which layers are hidden.
 *
 * Source: ISO 32000-1, 8.11.4 "Configuring Optional Content".
 *
 * @throws Oddity
 */
export async function readHiddenLayers(
	objects: Objects,
	catalog: Dictionary,
): Promise<HiddenLayers> {
	const properties = await objects.dictionary(entryOf(catalog, 'OCProperties'));
	const normal = await objects.dictionary(entryOf(properties, 'D'));
	return {
		hidden: numbersIn(await objects.resolve(entryOf(normal, 'OFF'))),
		shown: numbersIn(await objects.resolve(entryOf(normal, 'ON'))),
		isRest: nameAt(normal, 'BaseState') === 'OFF',
	};
}

const numbersIn = (value: Value | undefined) =>
	new Set(
		value?.kind === 'array'
			? value.items.flatMap((item) => (item.kind === 'reference' ? [item.number] : []))
			: [],
	);

/**
 * Whether a content that belongs to a layer, or to several, may be hidden.
 *
 * Source: ISO 32000-1, 8.11.2 "Optional Content Groups and Optional Content Membership Dictionaries".
 *
 * @throws Oddity
 */
export async function isHidden(
	objects: Objects,
	layers: HiddenLayers,
	layer: Value | undefined,
): Promise<boolean> {
	const dictionary = await objects.dictionary(layer);
	if (nameAt(dictionary, 'Type') !== MEMBERSHIP) return isLayerHidden(layers, layer);
	if (entryOf(dictionary, 'VE')) return true;
	const members = entryOf(dictionary, 'OCGs');
	const array = await objects.resolve(members);
	const items = array?.kind === 'array' ? array.items : [members];
	return items.some((item) => isLayerHidden(layers, item));
}

function isLayerHidden({ hidden, shown, isRest }: HiddenLayers, layer: Value | undefined): boolean {
	if (layer?.kind !== 'reference') return false;
	return hidden.has(layer.number) || (isRest && !shown.has(layer.number));
}
