import type { Cells } from '../../../shared/output/documents/cells';
import {
	addCells,
	addMeasured,
	cellsOf,
	fieldCells,
	noCells,
} from '../../../shared/output/documents/cells';
import { isObject, plainText } from '../../../shared/output/values';
import { edgesOf } from './corners';
import { words } from './words';

/** What was read of a page: its fields, and the lines of its tables. */
export interface Groups {
	fields: Cells;
	lines: Cells[];
}

/** The column of a value that comes without a name. */
const UNNAMED = 'unnamed';

/**
 * Reads `StructuralList`. A group whose lines repeat names is a table: the documentation does not say
 * how to tell one.
 *
 * Source: "Data Types > GroupInfo, LineInfo, ItemInfo, Key, Value".
 *
 * @param asked the names that were asked for: one that differs only in case is that name
 */
export function readGroups(list: unknown, asked: string[]): Groups {
	const read: Groups = { fields: noCells(), lines: [] };
	const beside = (name: string, value: unknown) =>
		addCells(read.fields, cellsOf(name, value, words));
	if (!Array.isArray(list)) beside('StructuralList', list);
	for (const group of Array.isArray(list) ? list : []) {
		if (!isObject(group) || !Array.isArray(group.Groups)) {
			beside('StructuralList', group);
			continue;
		}
		const { Groups: lines, ...rest } = group;
		addCells(read.fields, fieldCells(rest, words));
		const cells = (lines as unknown[]).map((line) => lineCells(line, asked));
		if (isTable(cells)) read.lines.push(...cells);
		else for (const line of cells) addCells(read.fields, line);
	}
	return read;
}

function isTable(lines: Cells[]): boolean {
	const names = lines.flatMap(({ values }) => [...values.keys()]);
	return new Set(names).size < names.length;
}

function lineCells(line: unknown, asked: string[]): Cells {
	if (!isObject(line) || !Array.isArray(line.Lines)) return cellsOf(UNNAMED, line, words);
	const { Lines: fields, ...rest } = line;
	const cells = fieldCells(rest, words);
	for (const field of fields as unknown[]) addCells(cells, fieldOf(field, asked));
	return cells;
}

/** A field: its key has the name, and its value the text and the place. */
function fieldOf(field: unknown, asked: string[]): Cells {
	if (!isObject(field)) return cellsOf(UNNAMED, field, words);
	const { Key, Value, ...rest } = field;
	const name = nameOf(Key, asked);
	const cells = noCells();
	// A name without a value is a column, too.
	cells.values.set(name, null);
	if (isObject(Value)) {
		const { AutoContent, Coord, ...more } = Value;
		addCells(cells, cellsOf(name, AutoContent, words));
		addCells(cells, cellsOf(name, more, words));
		addMeasured(cells.boxes, name, edgesOf(Coord) ?? Coord);
	} else addCells(cells, cellsOf(name, Value, words));
	const { AutoName: _found, ConfigName: _asked, ...about } = isObject(Key) ? Key : {};
	for (const part of [about, rest]) addCells(cells, cellsOf(name, part, words));
	return cells;
}

function nameOf(key: unknown, asked: string[]): string {
	const { ConfigName, AutoName } = isObject(key) ? key : { ConfigName: key, AutoName: null };
	const name = plainText(ConfigName).trim() || plainText(AutoName).trim() || UNNAMED;
	if (asked.includes(name)) return name;
	return asked.find((each) => each.toLowerCase() === name.toLowerCase()) ?? name;
}
