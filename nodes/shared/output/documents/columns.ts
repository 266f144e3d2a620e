import type { IDataObject } from 'n8n-workflow';

import { numberOf } from '../values';
import type { Cells } from './cells';
import { joined, leavesOf } from './cells';

/** The columns that rows of one type always have, in their order. */
export interface DocumentedColumns {
	fields: string[];
	/** The fields that have a confidence, and those that have a place. */
	confidences: string[];
	boxes: string[];
}

export const noColumns: DocumentedColumns = { fields: [], confidences: [], boxes: [] };

/** Columns that are an option. */
export interface Measured {
	fieldConfidences: boolean;
	/** `<field>_left`, `_top`, `_right` and `_bottom`, in pixels. */
	fieldBoxes: boolean;
}

/** The values: documented columns in their order, null where nothing was read, then the others. */
export const valueColumns = (
	{ values }: Cells,
	{ fields }: DocumentedColumns,
	isShown: (name: string) => boolean = () => true,
): IDataObject => {
	const names = [...new Set([...fields, ...values.keys()])].filter(isShown);
	return Object.fromEntries(names.map((name) => [name, values.get(name) ?? null]));
};

/** The confidences and the places of the values, as far as they are asked for. */
export function measuredColumns(
	{ confidences, boxes }: Cells,
	documented: DocumentedColumns,
	{ fieldConfidences, fieldBoxes }: Measured,
	isShown: (name: string) => boolean = () => true,
): IDataObject {
	const columns: IDataObject = {};
	const namesIn = (known: string[], found: Map<string, unknown>) =>
		[...new Set([...known, ...found.keys()])].filter(isShown);
	for (const name of fieldConfidences ? namesIn(documented.confidences, confidences) : []) {
		const leaves = leavesOf(confidences.get(name) ?? []);
		columns[`${name}_confidence`] = joined(leaves.map(toNumberCell));
	}
	for (const name of fieldBoxes ? namesIn(documented.boxes, boxes) : []) {
		addBox(columns, name, boxes.get(name) ?? []);
	}
	return columns;
}

const EDGES = ['left', 'top', 'right', 'bottom'];

/** Adds the edges of boxes; what is no list of four numbers has a column of its own. */
function addBox(columns: IDataObject, name: string, places: unknown[]): void {
	const leaves = leavesOf(places);
	const numbers = leaves.map(numberOf);
	const areEdges = leaves.length % 4 === 0 && !numbers.includes(null);
	for (const [index, edge] of EDGES.entries()) {
		const edges = areEdges ? numbers.filter((_, at) => at % 4 === index) : [];
		columns[`${name}_${edge}`] = joined(edges);
	}
	if (!areEdges) columns[`${name}_box`] = joined(leaves);
}

/** The lowest of the confidences; null if there is none. */
export function lowestConfidence(all: Cells[]): number | null {
	let lowest: number | null = null;
	for (const { confidences } of all) {
		for (const leaf of leavesOf([...confidences.values()])) {
			const confidence = numberOf(leaf);
			if (confidence !== null) lowest = Math.min(lowest ?? confidence, confidence);
		}
	}
	return lowest;
}

const toNumberCell = (value: unknown): unknown => numberOf(value) ?? value;

/**
 * Adds columns to a row. One whose name the row already has, or will have, gets a prefix, so that
 * nothing is replaced.
 */
export function addColumns(
	row: IDataObject,
	columns: IDataObject,
	prefix: string,
	reserved: readonly string[] = [],
): void {
	for (const [name, value] of Object.entries(columns)) {
		let own = name;
		while (own in row || reserved.includes(own)) own = prefix + own;
		row[own] = value;
	}
}
