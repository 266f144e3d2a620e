import type { INode } from 'n8n-workflow';

import type { WorkflowJson } from '../n8n/workflows';

export type NodeJson = Pick<INode, 'name' | 'type' | 'parameters'> & Partial<INode>;

let count = 0;

/** A workflow of nodes one after the other, behind a button. */
export function chain(...nodes: NodeJson[]): WorkflowJson {
	const button = { name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} };
	const all = [button, ...nodes];
	return {
		name: `e2e ${++count}`,
		nodes: all.map((node, index) => ({
			id: String(index),
			typeVersion: 1,
			position: [index * 200, 0],
			...node,
		})),
		connections: Object.fromEntries(
			all
				.slice(1)
				.map(({ name }, index) => [
					all[index].name,
					{ main: [[{ node: name, type: 'main' as const, index: 0 }]] },
				]),
		),
	};
}

/** Reads a file into the field `data`. */
export const readFile = (path: string): NodeJson => ({
	name: 'Read',
	type: 'n8n-nodes-base.readWriteFile',
	typeVersion: 1.1,
	parameters: { operation: 'read', fileSelector: path, options: {} },
});

/** Gives an item with a field `url` for each address. */
export const urls = (addresses: string[]): NodeJson[] => [
	{
		name: 'Addresses',
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: { mode: 'raw', jsonOutput: JSON.stringify({ url: addresses }), options: {} },
	},
	{
		name: 'Split',
		type: 'n8n-nodes-base.splitOut',
		parameters: { fieldToSplitOut: 'url', options: {} },
	},
];
