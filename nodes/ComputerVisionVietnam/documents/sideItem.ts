import type { IDataObject } from 'n8n-workflow';

import { numberOf } from '../answer';
import type { Side } from './sides';

/** Which columns a side has beside its type, its fields and its confidence. */
export interface Columns {
	/** Whether the document is valid, and why not; null where the provider did not check it. */
	verdict: boolean;
	/** The confidence of each field, under the provider's name of it. */
	fieldConfidences: boolean;
	/** The box of each field in pixels: `<field>_left`, `_top`, `_right` and `_bottom`. */
	fieldBoxes: boolean;
}

/** A side as one flat row; its `confidence` is the lowest of its fields'. */
export function sideItem(side: Side, columns: Columns): IDataObject {
	const confidences = Object.entries(side.confidences).map(
		([name, value]): [string, number | null] => [name, numberOf(value)],
	);
	return {
		type: side.type,
		...((columns.verdict || side.valid !== undefined) && verdict(side)),
		...Object.fromEntries(
			Object.entries(side.fields).map(([name, value]) => [name, toCell(value)]),
		),
		...(columns.fieldConfidences && Object.fromEntries(confidences)),
		...(columns.fieldBoxes && boxColumns(side.boxes)),
		confidence: lowest(confidences.map(([, confidence]) => confidence)),
	};
}

/** The lowest of the confidences that are known; null when none is. */
export function lowest(confidences: Array<number | null>): number | null {
	const known = confidences.filter((confidence) => confidence !== null);
	return known.length ? Math.min(...known) : null;
}

const verdict = ({ valid, invalidCode, invalidMessage }: Side): IDataObject => ({
	// The provider gives the words "True" and "False".
	valid: { true: true, false: false }[String(valid).toLowerCase()] ?? null,
	invalidCode: numberOf(invalidCode),
	invalidMessage: toCell(invalidMessage),
});

function boxColumns(boxes: IDataObject): IDataObject {
	const columns: IDataObject = {};
	for (const [name, box] of Object.entries(boxes)) {
		const edges = Array.isArray(box) ? box : [];
		for (const [index, edge] of ['left', 'top', 'right', 'bottom'].entries()) {
			columns[name.replace(/box$/i, edge)] = numberOf(edges[index]);
		}
	}
	return columns;
}

/** A value that a cell of a spreadsheet takes. */
function toCell(value: unknown): string | number | boolean | null {
	if (value === undefined || value === null) return null;
	return typeof value === 'object' ? JSON.stringify(value) : (value as string | number | boolean);
}
