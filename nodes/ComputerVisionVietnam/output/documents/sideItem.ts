import type { IDataObject } from 'n8n-workflow';

import { namesIn } from '../../../shared/output/documents/namesIn';
import type { ValueFields } from '../../../shared/output/documents/normalized';
import { withNormalized } from '../../../shared/output/documents/normalized';
import type { Cell } from '../../../shared/output/values';
import { numberOf } from '../../../shared/output/values';
import { toCell, toNumberCell } from '../responseBody';
import { CARD_VALUES } from './documentTypes';
import { nameParts } from './infoNames';
import type { Side } from './sides';

/** The columns of a row besides its type, its fields and its confidence. */
export interface Columns {
	/** The fields that repeat parts of others as well, such as the district of an address. */
	allFields: boolean;
	/** Whether the document is valid, and why not; null if the provider did not check it. */
	verdict: boolean;
	/** The confidence of each field, under the provider's name. */
	fieldConfidences: boolean;
	/** The box of each field in pixels: `<field>_left`, `_top`, `_right` and `_bottom`. */
	fieldBoxes: boolean;
	/** Each date as `yyyy-mm-dd`, behind it: `<field>Iso`. */
	normalizeValues: boolean;
}

/** A side as one flat row. */
export const sideItem = (side: Side, columns: Columns): IDataObject => ({
	type: side.type,
	...(columns.verdict && verdictOf(side)),
	...infoColumns(side.info, columns),
});

/** The provider's verdict on the image of a side; null if there is none. */
export interface Verdict extends IDataObject {
	valid: boolean | null;
	/** A number; any other value stays unchanged. */
	invalidCode: Cell;
	invalidMessage: Cell;
}

export const hasVerdict = ({ valid, invalidCode, invalidMessage }: Side): boolean =>
	[valid, invalidCode, invalidMessage].some((value) => value !== undefined);

export function verdictOf(side: Side | undefined): Verdict {
	const said = isValid(side?.valid);
	const invalidCode = toNumberCell(side?.invalidCode);
	// The code of a warning contradicts the word "True".
	const valid = said === true && invalidCode ? false : said;
	// The provider's word for no warning is "Successful".
	const invalidMessage = valid && !invalidCode ? null : toCell(side?.invalidMessage);
	return { valid, invalidCode, invalidMessage };
}

/**
 * Why a side needs a review by its verdict, as a sentence; undefined if it needs none.
 *
 * @param isExpected whether a side without a verdict needs one
 */
export function verdictWarning(side: Side, isExpected: boolean): string | undefined {
	const { valid, invalidMessage } = verdictOf(side);
	if (valid === true) return undefined;
	if (valid === false) return String(invalidMessage ?? 'The provider says that it is not valid');
	return isExpected || hasVerdict(side) ? 'The provider gave no verdict' : undefined;
}

/** The provider sends the words "True" and "False", or a list of them. */
export function isValid(value: unknown): boolean | null {
	const words = [value].flat().map((word) => String(word).trim().toLowerCase());
	if (words.includes('false')) return false;
	return words.length > 0 && words.every((word) => word === 'true') ? true : null;
}

/** A part of an address or a place, or its code. */
const PART =
	/^(?:(?:front|back)_)?(?:address|hometown|issued_at|issued_on|regis_place)_(?:(?:town|district|ward)(?:_code)?|code)$/i;

/** Whether a field repeats a part of another one. */
export const isPart = (field: string): boolean => PART.test(field);

/**
 * The columns of `info`: fields, then their confidences and boxes if requested, then `confidence`,
 * the lowest confidence of the fields.
 */
export function infoColumns(
	info: IDataObject,
	{ allFields, fieldConfidences, fieldBoxes, normalizeValues }: Omit<Columns, 'verdict'>,
): IDataObject {
	const fields: IDataObject = {};
	const confidences: IDataObject = {};
	const boxes: IDataObject = {};
	const known: number[] = [];
	for (const [name, value] of Object.entries(info)) {
		const { field, about } = nameParts(name);
		if (!allFields && isPart(field)) continue;
		if (about === 'confidence') {
			confidences[name] = toNumberCell(value);
			const confidence = numberOf(value);
			if (confidence !== null) known.push(confidence);
		} else if (about === 'box') {
			const edges = Array.isArray(value) ? value : [];
			for (const [index, edge] of ['left', 'top', 'right', 'bottom'].entries()) {
				boxes[`${field}_${edge}`] = numberOf(edges[index]);
			}
		} else fields[name] = toCell(value);
	}
	return {
		...(normalizeValues ? withNormalized(fields, datesIn(fields)) : fields),
		...(fieldConfidences && confidences),
		...(fieldBoxes && boxes),
		confidence: known.length > 0 ? Math.min(...known) : null,
	};
}

/** The confidences of a side, by field. */
export const confidencesOf = ({ info }: Side): Array<[field: string, confidence: unknown]> =>
	Object.entries(info).flatMap(([name, value]): Array<[string, unknown]> => {
		const { field, about } = nameParts(name);
		return about === 'confidence' ? [[field, value]] : [];
	});

/** The dates among columns, also those of a field that both sides have. */
const datesIn = (columns: IDataObject): ValueFields => {
	const dates = namesIn(CARD_VALUES.dates);
	const isDate = (name: string) => dates.includes(name.replace(/^(?:front|back)_/, ''));
	return { ...CARD_VALUES, dates: Object.keys(columns).filter(isDate).join(' ') };
};
