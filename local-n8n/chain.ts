import type { INode } from 'n8n-workflow';

import type { WorkflowJson } from './workflows';

export type NodeJson = Pick<INode, 'name' | 'type' | 'parameters'> & Partial<INode>;

let count = 0;

/** A workflow of nodes one after the other, behind a button. */
export function chain(...nodes: NodeJson[]): WorkflowJson {
	const button = { name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} };
	const all = [button, ...nodes];
	return {
		name: `Chain ${++count}`,
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
