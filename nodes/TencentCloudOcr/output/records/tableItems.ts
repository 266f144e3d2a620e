import type { IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';

import { Failure } from '../../../shared/engine/errors/failure';
import type { OcrResponse } from '../../../shared/engine/ocrOperation';
import { readValueOptions } from '../../../shared/output/documents/valueOptions';
import { tableRows } from './tables';

/** The binary field of the tables as a file, which the first row of a page has. */
const EXCEL = 'excel';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * The items of a document with tables: one per row.
 *
 * @throws Failure when it has none
 */
export async function tableItems(
	context: IExecuteSingleFunctions,
	responses: OcrResponse[],
): Promise<INodeExecutionData[]> {
	const isOn = (option: string) => context.getNodeParameter(`options.${option}`, false) as boolean;
	const { firstRowIsHeader, reviewBelow } = readValueOptions(context);
	const rows = tableRows(responses, {
		...{ firstRowIsHeader, reviewBelow },
		fillMergedCells: isOn('fillMergedCells'),
		textOutside: isOn('textOutside'),
	});
	if (rows.length === 0) {
		throw new Failure(
			'rejected',
			'Tencent Cloud found no row of a table. Check that the image shows a table, or use Text > Extract.',
		);
	}
	const withFile = isOn('excelFile');
	return await Promise.all(
		rows.map(async ({ row, excel }) => {
			const item: INodeExecutionData = { json: row };
			if (withFile && excel !== undefined) {
				const bytes = Buffer.from(excel, 'base64');
				const file = await context.helpers.prepareBinaryData(bytes, 'table.xlsx', XLSX);
				item.binary = { [EXCEL]: file };
			}
			return item;
		}),
	);
}
