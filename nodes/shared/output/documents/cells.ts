import type { Cell } from '../values';
import { isObject } from '../values';

/** What a provider's names and values mean. */
export interface Words {
	/** Whether an object has its value here, and what was measured of it in the other two. */
	value: string;
	confidence: string;
	box: string;
	/** The parts of a name that says something about a field. */
	nameParts(name: string): { field: string; about?: 'confidence' | 'box' };
	/** Whether a name is that of a picture. */
	namesPicture(name: string): boolean;
	/** Whether a text is a picture. */
	isPicture(text: string): boolean;
}

/** A nested value in columns. What is missing has no column. */
export interface Cells {
	values: Map<string, Cell>;
	/** 0..1, by the column of the value. */
	confidences: Map<string, unknown[]>;
	/** The measured places, by the column of the value. */
	boxes: Map<string, unknown[]>;
	/** Base64, in the order of the response. */
	pictures: Array<[name: string, picture: string]>;
}

export const noCells = (): Cells => ({
	values: new Map(),
	confidences: new Map(),
	boxes: new Map(),
	pictures: [],
});

/** Between the values of a list: addresses have commas. */
const BETWEEN = '; ';

/**
 * A value as cells. Objects are lifted with their name as a prefix: `a_b` is the `b` of `a`. Of lists,
 * each column holds the values of all elements; those of objects keep their places, so that the
 * second name belongs to the second number.
 *
 * @param name of the value's column
 */
export function cellsOf(name: string, value: unknown, words: Words): Cells {
	if (Array.isArray(value)) {
		const elements: unknown[] = value.flat(Infinity);
		const keepsPlaces = elements.some(isObject);
		return listCells(
			elements.map((element) => cellsOf(name, element, words)),
			keepsPlaces,
		);
	}
	if (!isObject(value)) return scalarCells(name, value, words);
	const cells = noCells();
	for (const [key, part] of Object.entries(value)) {
		if (key === words.value) addCells(cells, cellsOf(name, part, words));
		else if (key === words.confidence) addMeasured(cells.confidences, name, part);
		else if (key === words.box) addMeasured(cells.boxes, name, part);
		else addField(cells, key, part, words, `${name}_`);
	}
	return cells;
}

/** The cells of an object's fields, without a prefix. */
export function fieldCells(fields: object, words: Words): Cells {
	const cells = noCells();
	for (const [name, value] of Object.entries(fields)) addField(cells, name, value, words);
	return cells;
}

function addField(cells: Cells, name: string, value: unknown, words: Words, prefix = ''): void {
	const { field, about } = words.nameParts(name);
	if (about === undefined) return addCells(cells, cellsOf(prefix + name, value, words));
	addMeasured(about === 'box' ? cells.boxes : cells.confidences, prefix + field, value);
}

/** Adds what was measured of a column to what is known of it. */
export function addMeasured(list: Map<string, unknown[]>, name: string, value: unknown): void {
	list.set(name, [...(list.get(name) ?? []), value]);
}

function scalarCells(name: string, value: unknown, words: Words): Cells {
	const cells = noCells();
	if (value === undefined || value === null || value === '') return cells;
	if (typeof value === 'string' && words.namesPicture(name) && words.isPicture(value)) {
		cells.pictures.push([name, value]);
	} else cells.values.set(name, value as Cell);
	return cells;
}

/** Adds cells to others; two values of one column are joined. */
export function addCells(cells: Cells, { values, confidences, boxes, pictures }: Cells): void {
	for (const [name, value] of values) {
		cells.values.set(name, joined([cells.values.get(name), value]));
	}
	for (const [name, list] of confidences) addMeasured(cells.confidences, name, list);
	for (const [name, list] of boxes) addMeasured(cells.boxes, name, list);
	cells.pictures.push(...pictures);
}

function listCells(elements: Cells[], keepsPlaces: boolean): Cells {
	const cells = noCells();
	if (elements.length === 1) return elements[0];
	const names = new Set(elements.flatMap(({ values }) => [...values.keys()]));
	for (const element of elements) addCells(cells, { ...element, values: new Map() });
	for (const name of names) {
		const list = elements.map(({ values }) => values.get(name) ?? (keepsPlaces ? '' : null));
		cells.values.set(name, keepsPlaces ? list.join(BETWEEN) : joined(list));
	}
	return cells;
}

/** Values as one: a single one as it is, several as text. */
export function joined(list: unknown[]): Cell {
	if (list.length === 0) return null;
	const values = list.filter((value) => value !== undefined && value !== null && value !== '');
	return values.length > 1 ? values.join(BETWEEN) : ((values[0] ?? null) as Cell);
}

/** The scalars in a value, at any depth. */
export function leavesOf(value: unknown, leaves: unknown[] = []): unknown[] {
	if (typeof value !== 'object' || value === null) leaves.push(value);
	else for (const part of Object.values(value)) leavesOf(part, leaves);
	return leaves;
}
