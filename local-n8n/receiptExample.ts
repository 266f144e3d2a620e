import type { INodeCredentialsDetails } from 'n8n-workflow';

import { example } from './example';
import type { WorkflowJson } from './workflows';

export const RECEIPT_EXAMPLE = 'tencent-receipt-to-spreadsheet.json';

/** The example that reads a receipt with Tencent Cloud OCR, ready to run. */
export async function receiptExample(
	picture: string,
	spreadsheet: string,
	tencentCloudApi: INodeCredentialsDetails,
): Promise<WorkflowJson> {
	return await example(RECEIPT_EXAMPLE, {
		'Read Receipt': { parameters: { fileSelector: picture } },
		'Tencent Cloud OCR': { credentials: { tencentCloudApi } },
		'Save Spreadsheet': { parameters: { fileName: spreadsheet } },
	});
}
