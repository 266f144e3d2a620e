import type { IDataObject } from 'n8n-workflow';

import { boxAround } from '../../../shared/output/box';
import type { Cells, Words } from '../../../shared/output/documents/cells';
import {
	addCells,
	addMeasured,
	cellsOf,
	leavesOf,
	noCells,
} from '../../../shared/output/documents/cells';
import { namesIn } from '../../../shared/output/documents/namesIn';
import { isBlank, isObject, plainText } from '../../../shared/output/values';
import type { DocumentEntry } from './documentEntry';

/** What a response says of a document. */
export interface DocumentCells {
	/** The kind of document, if the response names it. */
	kind: string | null;
	fields: Cells;
	/** What is said of the file. */
	about: Cells;
	/** Whether any part of it is where the provider documents it. */
	isKnown: boolean;
}

/** The provider's names in nested values. No document has pictures. */
const words: Words = {
	value: 'value',
	confidence: 'conf',
	box: 'bbox',
	nameParts: (name) => ({ field: name }),
	namesPicture: () => false,
	isPicture: () => false,
};

/** The boxes of fields that stand beside them. */
const BOXES: Record<string, string> = { cardNumBoxes: 'cardNums', validThruBox: 'validThru' };

/**
 * The cells of a response.
 *
 * @returns undefined if it has another structure
 */
export function documentCells(
	{ result }: IDataObject,
	entry: DocumentEntry,
): DocumentCells | undefined {
	if (!isObject(result)) return undefined;
	const { kind: kindName = '', about: aboutNames, isKeyValues } = entry;
	const { keyValues, boxes, [kindName]: kind, ...rest } = result;
	const fields = noCells();
	const about = noCells();
	if (isKeyValues) {
		if (!Array.isArray(keyValues) && !isBlank(keyValues)) return undefined;
		for (const element of Array.isArray(keyValues) ? keyValues : []) addKeyValue(fields, element);
	} else addCells(fields, valueCells('keyValues', keyValues));
	// The areas that were recognized belong to no field. Only Raw has them.
	if (!areBoxes(boxes)) addCells(fields, valueCells('boxes', boxes));
	const ofFile = namesIn(aboutNames);
	for (const [name, value] of Object.entries(rest)) {
		const isOfFile = ofFile.includes(name) && typeof value !== 'object';
		if (Object.hasOwn(BOXES, name)) addMeasured(fields.boxes, BOXES[name], edgesOf(value));
		else addCells(isOfFile ? about : fields, valueCells(name, value));
	}
	if (typeof kind === 'object') addCells(fields, valueCells(kindName, kind));
	const documented = isKeyValues ? ['keyValues'] : fieldNames(entry, null);
	return {
		kind: typeof kind === 'object' ? null : plainText(kind) || null,
		fields,
		about,
		isKnown: documented.some((name) => name in result),
	};
}

/** The documented fields of a kind of document; none of a kind that is not documented. */
export function fieldNames({ fields }: DocumentEntry, kind: string | null): string[] {
	if (typeof fields === 'string') return namesIn(fields);
	return kind !== null && Object.hasOwn(fields, kind) ? namesIn(fields[kind]) : [];
}

/** Adds a field of the list `keyValues`; what has no key is no field, but is kept. */
function addKeyValue(cells: Cells, element: unknown): void {
	const { key, ...rest } = isObject(element) ? element : { key: undefined };
	const name = plainText(key).trim();
	if (name === '') return addCells(cells, valueCells('keyValues', element));
	// A field that was not read has a column, too.
	if (!cells.values.has(name)) cells.values.set(name, null);
	addCells(cells, valueCells(name, rest));
}

const valueCells = (name: string, value: unknown): Cells => cellsOf(name, prepared(value), words);

/** A value whose texts have no blanks around them, and whose boxes are edges. */
function prepared(value: unknown): unknown {
	if (typeof value === 'string') return value.trim();
	if (Array.isArray(value)) return value.map(prepared);
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, part]) => [
			name,
			name === words.box ? edgesOf(part) : prepared(part),
		]),
	);
}

const XS = ['x1', 'x2', 'x3', 'x4'];
const YS = ['y1', 'y2', 'y3', 'y4'];

/** Whether a value is the four corners of an area: `{ x1, y1, … x4, y4 }`. */
const isBox = (value: unknown): value is IDataObject =>
	isObject(value) &&
	Object.keys(value).length === 8 &&
	[...XS, ...YS].every((name) => typeof value[name] === 'number');

const areBoxes = (value: unknown): boolean =>
	isBlank(value) || (Array.isArray(value) && value.every((box) => isBlank(box) || isBox(box)));

/** The edges of areas as numbers in pixels, and the rest as it is. */
function edgesOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value.flatMap(edgesOf);
	if (isBlank(value)) return [];
	// Without all corners, no number is an edge.
	if (!isBox(value)) return [null, ...leavesOf(value)];
	const at = (names: string[]) => names.map((name) => value[name]);
	const { left, top, right, bottom } = boxAround(at(XS), at(YS));
	return [left, top, right, bottom];
}
