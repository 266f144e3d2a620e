import type { IDataObject } from 'n8n-workflow';

import { contradictionsOf } from './contradictions';
import type { SideName } from './documentTypes';
import { documentedNames, otherSideOf } from './documentTypes';
import { nameParts } from './infoNames';
import type { PlacedSides } from './placeSides';
import { problemsOf } from './placeSides';
import type { Columns, Verdict } from './sideItem';
import { infoColumns, sideItem, verdictOf } from './sideItem';

/**
 * The sides of a document as one row. Its columns are those of both sides of this kind of document,
 * whatever was read: a field of both sides is `<field>` and `back_<field>`. An extra side comes
 * after them, as `extra_<column>`.
 */
export function combineSides(placed: PlacedSides, columns: Columns): IDataObject {
	const { front, back, extra } = placed;
	const problems = problemsOf(placed);
	const contradictions = contradictionsOf(placed);
	// If there is a verdict, it reports the problems.
	const warnings = columns.verdict ? contradictions : [...problems, ...contradictions];
	const row: IDataObject = {
		type: front?.type ?? null,
		back_type: back?.type ?? null,
		...(columns.verdict && verdictColumns(placed, problems)),
		warnings: sentences(warnings),
		...infoColumns(combineInfo(placed), columns),
	};
	for (const [index, side] of extra.entries()) {
		Object.assign(row, withPrefix(extraName(index), sideItem(side, columns)));
	}
	return row;
}

/** The name of an extra side: `extra`, `extra2`, and so on. */
export const extraName = (index: number): string => `extra${index === 0 ? '' : index + 1}`;

/** Valid only with a front and a back of one kind of document, and no warning on either. */
function verdictColumns(placed: PlacedSides, problems: string[]): IDataObject {
	const front = verdictOf(placed.front);
	const back = verdictOf(placed.back);
	const reasons = [...problems];
	if (placed.front && !front.valid) reasons.push(`Front: ${reasonOf(front)}`);
	if (placed.back && !back.valid) reasons.push(`Back: ${reasonOf(back)}`);
	const warned = [front, back].find((verdict) => !verdict.valid && verdict.invalidCode);
	const invalid: Verdict = {
		valid: false,
		// Never 0, which means success.
		invalidCode: warned?.invalidCode ?? null,
		invalidMessage: sentences(reasons),
	};
	return {
		...(reasons.length > 0 ? invalid : front),
		...withPrefix('front', front),
		...withPrefix('back', back),
	};
}

const reasonOf = ({ valid, invalidMessage }: Verdict) =>
	valid === null ? 'not checked' : invalidMessage || 'not valid';

/**
 * The fields of both sides. A field's plain name belongs to the side whose type documents it, the
 * front first, whatever was read. So a column means the same side in every row.
 */
function combineInfo({ front, back }: PlacedSides): IDataObject {
	const frontType = front?.type ?? otherSideOf(back?.type ?? null);
	const backType = otherSideOf(frontType) ?? back?.type ?? null;
	const said = { front: front?.info ?? {}, back: back?.info ?? {} };
	const names = [
		...namesOf('front', documentedNames(frontType)),
		...namesOf('back', documentedNames(backType)),
		...namesOf('front', Object.keys(said.front)),
		...namesOf('back', Object.keys(said.back)),
	];
	const owners = new Map<string, SideName>();
	const info: IDataObject = {};
	for (const { side, name } of names) {
		const { field } = nameParts(name);
		if (!owners.has(field)) owners.set(field, side);
		info[owners.get(field) === side ? name : `${side}_${name}`] = said[side][name] ?? null;
	}
	return info;
}

const namesOf = (side: SideName, names: string[]) => names.map((name) => ({ side, name }));

const withPrefix = (prefix: string, columns: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(columns).map(([name, value]) => [`${prefix}_${name}`, value]));

const sentences = (all: string[]): string | null => (all.length > 0 ? all.join('. ') : null);
