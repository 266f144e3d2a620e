import type { IDataObject, IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';

import { leavesOf } from '../../../shared/output/documents/cells';
import { addColumns } from '../../../shared/output/documents/columns';
import { namesIn } from '../../../shared/output/documents/namesIn';
import { withNormalized, type ValueFields } from '../../../shared/output/documents/normalized';
import { attachFiles, namedPictures } from '../../../shared/output/documents/pictures';
import { reviewOf } from '../records/reviewOf';
import { readValueOptions } from '../../../shared/output/documents/valueOptions';
import { isObject, numberOf } from '../../../shared/output/values';
import type { CardPart, IdentityEntry } from './identityEntry';
import { fieldRow, type RecordRow } from '../records/fieldRow';

/** Columns that the node makes itself. */
const OWN = ['document', 'card', 'confidence', 'needsReview', 'reviewReason'];

/** The item of an identity document, with its pictures as files. */
export async function identityItem(
	context: IExecuteSingleFunctions,
	{ Response }: IDataObject,
	entry: IdentityEntry,
): Promise<INodeExecutionData> {
	return await itemOf(context, identityRow(isObject(Response) ? Response : {}, entry), entry);
}

/** An item with the pictures of its row in its binary data, and with what the options add. */
export async function itemOf(
	context: IExecuteSingleFunctions,
	{ row, pictures }: RecordRow,
	fields: ValueFields,
): Promise<INodeExecutionData> {
	const { normalizeValues, reviewBelow: below } = readValueOptions(context);
	const json = normalizeValues ? withNormalized(row, fields) : { ...row };
	if (below !== undefined) Object.assign(json, reviewOf(row, below));
	const item: INodeExecutionData = { json };
	await attachFiles(context, item, namedPictures(pictures));
	return item;
}

/** The row of a `Response`: the document, its fields, the verdict on it, and the lowest confidence. */
export function identityRow(said: IDataObject, entry: IdentityEntry): RecordRow {
	const { api, fields, warnings, parts } = entry;
	const { part, rest } = parts ? partIn(said, parts) : { part: undefined, rest: said };
	const { text, others } = advancedInfo(rest);
	const own = fieldRow(others, { fields, warnings });
	if (text !== undefined) own.row[ADVANCED] = text;

	const row: IDataObject = { document: api };
	const pictures = own.pictures;
	if (parts) {
		// The documented fields, in front of the card and of what is not documented.
		for (const name of namesIn(fields)) {
			row[name] = own.row[name];
			delete own.row[name];
		}
		row.card = part?.name ?? null;
		const card = fieldRow(part?.values ?? {}, { fields: part?.fields ?? '' });
		addColumns(row, card.row, 'card_', OWN);
		pictures.push(...card.pictures);
	}
	addColumns(row, own.row, 'Response_', OWN);
	if (namesIn(fields).includes(ADVANCED)) row.confidence = lowestIn(text);
	return { row, pictures };
}

/**
 * The card in the answer of an action that reads several: the one that `Type` names, or the only one
 * that is there.
 */
function partIn(
	{ Result, ...said }: IDataObject,
	parts: CardPart[],
): { part?: CardPart & { values: IDataObject }; rest: IDataObject } {
	const cards: IDataObject = isObject(Result) ? Result : {};
	const filled = parts.filter(({ name }) => isObject(cards[name]));
	const named = filled.find(({ type }) => type === numberOf(said.Type));
	const part = named ?? (filled.length === 1 ? filled[0] : undefined);
	if (!part) return { rest: Result === undefined ? said : { ...said, Result } };
	const { [part.name]: values, ...others } = cards;
	return { part: { ...part, values: values as IDataObject }, rest: { ...said, Result: others } };
}

/** JSON text with a confidence for each field, as a number or as text. */
const ADVANCED = 'AdvancedInfo';

/** The text apart from the other fields: it is a column of its own, and no object. */
function advancedInfo({ [ADVANCED]: text, ...others }: IDataObject) {
	if (typeof text === 'string' && text !== '') return { text, others };
	return { others: text === undefined ? others : { ...others, [ADVANCED]: text } };
}

/** The lowest of the confidences in JSON text; null if it has none. */
function lowestIn(text = ''): number | null {
	const numbers = leavesOf(parsed(text))
		.map(numberOf)
		.filter((number) => number !== null);
	return numbers.length > 0 ? Math.min(...numbers) : null;
}

/** The object in JSON text; an empty one if it is something else, such as "1" since it is deprecated. */
function parsed(text: string): IDataObject {
	try {
		const value: unknown = JSON.parse(text);
		return isObject(value) ? value : {};
	} catch {
		return {};
	}
}
