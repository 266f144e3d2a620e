import type { IDataObject, IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';

import { Failure } from '../../../shared/engine/errors/failure';
import type { OcrResponse } from '../../../shared/engine/ocrOperation';
import type { DocumentOutput } from '../../../shared/output/documents/fields';
import { withNormalized } from '../../../shared/output/documents/normalized';
import { attachFiles, namedPictures } from '../../../shared/output/documents/pictures';
import { namesIn } from '../../../shared/output/documents/namesIn';
import type { ValueOptions } from '../../../shared/output/documents/valueOptions';
import { readValueOptions } from '../../../shared/output/documents/valueOptions';
import type { DocumentAction } from './documentEntry';
import { askedNames } from './askedNames';
import type { RecordRow } from './fieldRow';
import { fieldRows } from './fieldRow';
import { invoiceRows } from './invoices';
import { reviewOf } from './reviewOf';
import { pageColumns, saidOn } from './said';
import { structuredRows } from './structured';
import { tableItems } from './tableItems';

/**
 * The items of a document, made of the responses to its pages.
 *
 * @param output any but `raw`
 * @throws Failure when there is nothing on any page that would make a row
 */
export async function recordItems(
	context: IExecuteSingleFunctions,
	responses: OcrResponse[],
	action: DocumentAction,
	output: DocumentOutput,
): Promise<INodeExecutionData[]> {
	if (action.shape === 'cells') return await tableItems(context, responses);
	const options = readValueOptions(context);
	const rows = rowsOf(context, responses, action, output, options);
	if (rows.length === 0) {
		throw new Failure(
			'rejected',
			'Tencent Cloud found no invoice. Check that the image shows one, and that it is sharp.',
		);
	}
	return await Promise.all(
		rows.map(async (row) => {
			const item: INodeExecutionData = { json: withOptions(row, action, options) };
			await attachFiles(context, item, namedPictures(row.pictures));
			return item;
		}),
	);
}

function rowsOf(
	context: IExecuteSingleFunctions,
	responses: OcrResponse[],
	action: DocumentAction,
	output: DocumentOutput,
	{ normalizeValues, reviewBelow }: ValueOptions,
): RecordRow[] {
	const perLine = output === 'lineItems';
	const isOn = (option: string) => context.getNodeParameter(`options.${option}`, false) as boolean;
	if (action.shape === 'invoices') {
		const isChecked = normalizeValues || reviewBelow !== undefined;
		return invoiceRows(responses, perLine, isChecked ? action.country : undefined);
	}
	if (action.shape === 'structured') {
		return structuredRows(responses, perLine, {
			asked: askedNames(context),
			about: namesIn(action.fields),
			fieldBoxes: isOn('fieldBoxes'),
			fullText: isOn('fullText'),
			rowPerPage: isOn('rowPerPage'),
		});
	}
	return responses.flatMap((response) =>
		fieldRows(saidOn(response), action).map(({ row, pictures }) => ({
			row: { ...pageColumns(response), ...row },
			pictures,
		})),
	);
}

/** A row with what the options add to it. */
function withOptions(
	{ row, checks }: RecordRow,
	{ country, dates, amounts, confidence: measured }: DocumentAction,
	{ normalizeValues, reviewBelow }: ValueOptions,
): IDataObject {
	const isNormalized = normalizeValues && country !== undefined;
	return {
		...(isNormalized ? withNormalized(row, { country, dates, amounts }) : row),
		...(isNormalized && checks?.columns),
		...(reviewBelow !== undefined && reviewOf(row, reviewBelow, { checks, measured })),
	};
}
