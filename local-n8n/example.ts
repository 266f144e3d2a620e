import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { INode } from 'n8n-workflow';

import { PROJECT } from './project';
import type { WorkflowJson } from './workflows';

/** The folder of the examples. */
export const EXAMPLES = join(PROJECT, 'examples');

/** What is changed in the nodes of an example, by their names: as its note tells people to. */
export type ExampleChanges = Record<
	string,
	{ parameters?: INode['parameters']; credentials?: INode['credentials'] }
>;

/**
 * An example as it is shipped, but for some changes.
 *
 * @param file such as `tencent-receipt-to-spreadsheet.json`
 * @throws Error when a node to change is not there
 */
export async function example(file: string, changes: ExampleChanges): Promise<WorkflowJson> {
	const workflow = JSON.parse(await readFile(join(EXAMPLES, file), 'utf8')) as WorkflowJson;
	for (const [name, { parameters, credentials }] of Object.entries(changes)) {
		const node = workflow.nodes.find((other) => other.name === name);
		if (!node) throw new Error(`${file} has no node ${name}`);
		Object.assign(node.parameters, parameters);
		Object.assign(node, credentials && { credentials });
	}
	return workflow;
}
