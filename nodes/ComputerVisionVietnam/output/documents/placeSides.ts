import { kindOf, sideNameOf } from './documentTypes';
import type { Side } from './sides';

/** The sides of a response to the images of a front and a back. */
export interface PlacedSides {
	front?: Side;
	back?: Side;
	/** Sides without a place: a second front, a third side. */
	extra: Side[];
}

/**
 * Tells front and back apart by their types, whatever their order. Sides whose types name no side
 * fill the free places in their order.
 */
export function placeSides(sides: Side[]): PlacedSides {
	const placed: PlacedSides = { extra: [] };
	const unplaced = sides.filter((side) => {
		const name = sideNameOf(side.type);
		if (!name || placed[name]) return true;
		placed[name] = side;
		return false;
	});
	for (const side of unplaced) {
		const place = sideNameOf(side.type)
			? undefined
			: (['front', 'back'] as const).find((name) => !placed[name]);
		if (place) placed[place] = side;
		else placed.extra.push(side);
	}
	return placed;
}

/** Why the sides are not the front and the back of one document, in sentences; none if they are. */
export function problemsOf({ front, back, extra }: PlacedSides): string[] {
	const problems: string[] = [];
	if (!front) problems.push('No front was read');
	if (!back) problems.push('No back was read');
	for (const { type } of extra) {
		problems.push(`An extra ${sideNameOf(type) ?? 'side'} was read (${nameOf(type)})`);
	}
	if (front && back && kindOf(front.type) !== kindOf(back.type)) {
		problems.push(
			`The sides belong to two kinds of documents: ${nameOf(front.type)} and ${nameOf(back.type)}`,
		);
	}
	const untold = [front, back].filter((side) => side && !sideNameOf(side.type)) as Side[];
	for (const type of new Set(untold.map((side) => side.type))) {
		problems.push(`The type ${nameOf(type)} does not tell front from back`);
	}
	return problems;
}

const nameOf = (type: string | null) => type ?? 'unknown';
