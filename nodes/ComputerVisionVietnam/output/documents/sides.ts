import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../shared/output/values';
import type { ResponseBody } from '../responseBody';
import { isMissing, toCell } from '../responseBody';
import { documentedNames } from './documentTypes';
import { infoName } from './infoNames';

/** One side of a document, as the provider read it. */
export interface Side {
	/** Such as `chip_id_card_front`; undocumented types occur as well. */
	type: string | null;
	/** Whether the image of the document is free of warnings; undefined if it was not checked. */
	valid?: unknown;
	invalidCode?: unknown;
	invalidMessage?: unknown;
	/**
	 * Fields, their confidences (0..1) and their boxes ([xmin, ymin, xmax, ymax] in pixels) under the
	 * provider's names: all that are documented for the type in their order, null if missing, then
	 * the others.
	 */
	info: IDataObject;
	/** The aligned image as base64; empty unless it was requested. */
	image?: unknown;
}

/** The documented names of a type, in their order. */
type NamesOf = (type: string | null) => string[];

/**
 * The sides in a response. `data` is a side or a list of sides; `info` holds the fields of one
 * side, or is a list of them.
 *
 * @param namesOf the names that each side of a type has
 * @returns undefined if any part of the response has another structure
 */
export function sidesOf({ data }: ResponseBody, namesOf = documentedNames): Side[] | undefined {
	if (data === undefined) return undefined;
	const documents = [data].flat(Infinity).filter((document) => !isMissing(document));
	if (!documents.every(isDocument)) return undefined;
	return documents.flatMap((document) => readSides(document, namesOf));
}

const isDocument = (value: unknown): value is IDataObject =>
	isObject(value) && ['info', 'type', 'valid'].some((name) => name in value);

const ABOUT_A_SIDE = ['type', 'valid', 'invalidCode', 'invalidMessage'];

function readSides({ info, ...about }: IDataObject, namesOf: NamesOf): Side[] {
	if (!Array.isArray(info)) {
		const own = mapValues(about, (value, name) =>
			ABOUT_A_SIDE.includes(name) && Array.isArray(value) && value.length === 1 ? value[0] : value,
		);
		return readSide(own, info, namesOf);
	}
	// If `info` is a list, the other values may be lists that run parallel to it.
	const entries: unknown[] = info.flat(Infinity);
	const lists = ABOUT_A_SIDE.map((name) => about[name]).filter(Array.isArray);
	const count = Math.max(1, entries.length, ...lists.map(({ length }) => length));
	return Array.from({ length: count }, (_, index) => {
		const own = mapValues(about, (value, name) =>
			Array.isArray(value) && (ABOUT_A_SIDE.includes(name) || value.length === count)
				? value[index]
				: value,
		);
		const entry = entries[index];
		return isObject(entry) && 'info' in entry
			? readSides({ ...own, ...entry }, namesOf)
			: readSide(own, entry, namesOf);
	}).flat();
}

/** @returns an empty list for a side without any value */
function readSide(about: IDataObject, info: unknown, namesOf: NamesOf): Side[] {
	const values = { ...about };
	const fields = isObject(info) ? info : isMissing(info) ? {} : { info };
	for (const [name, value] of Object.entries(fields as IDataObject)) {
		if (isMissing(about[name])) values[name] = value;
		else if (!isMissing(value) && value !== about[name]) values[`info_${name}`] = value;
	}
	if (isMissing(Object.values(values))) return [];

	const { type, valid, invalidCode, invalidMessage, ...others } = values;
	const side: Side = {
		type: isMissing(type) ? null : String(toCell(type)),
		valid,
		invalidCode,
		invalidMessage,
		info: {},
	};
	const documented = namesOf(side.type);
	const spelled = new Map(documented.map((name) => [name.toLowerCase(), name]));
	for (const name of documented) side.info[name] = null;
	for (const [key, value] of Object.entries(others)) {
		const name = infoName(key);
		if (name === undefined) side.image = value;
		else side.info[inDocumentedCase(name, spelled, others)] = value;
	}
	return [side];
}

/**
 * The documented spelling of a name that was sent in another letter case.
 *
 * @param spelled the documented names by their small letters
 */
function inDocumentedCase(name: string, spelled: Map<string, string>, given: IDataObject): string {
	const known = spelled.get(name.toLowerCase());
	return known === undefined || known in given ? name : known;
}

const mapValues = (
	object: IDataObject,
	map: (value: IDataObject[string], name: string) => unknown,
): IDataObject =>
	Object.fromEntries(
		Object.entries(object).map(([name, value]) => [name, map(value, name)]),
	) as IDataObject;
