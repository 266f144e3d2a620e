import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INode } from 'n8n-workflow';

import type { WorkflowJson } from '../e2e/n8n/workflows';

const FILE = join(__dirname, '..', 'examples', 'tencent-receipt-to-spreadsheet.json');

interface Filling {
	picture: string;
	spreadsheet: string;
	credential: { id: string; name: string };
}

/** The example as it is shipped, with what its note tells people to change changed. */
export async function exampleWorkflow(filling: Filling): Promise<WorkflowJson> {
	const workflow = JSON.parse(await readFile(FILE, 'utf8')) as WorkflowJson;
	const node = (name: string) => workflow.nodes.find((other) => other.name === name) as INode;
	node('Read Receipt').parameters.fileSelector = filling.picture;
	node('Tencent Cloud OCR').credentials = { tencentCloudApi: filling.credential };
	node('Save Spreadsheet').parameters.fileName = filling.spreadsheet;
	return workflow;
}
