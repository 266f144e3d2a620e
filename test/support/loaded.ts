import { DirectoryLoader, RoutingNode } from 'n8n-core';
import type { IExecuteFunctions, INodeType } from 'n8n-workflow';

/** Makes of a declarative node what n8n makes of it when it loads it. */
export function loaded(nodeType: INodeType): INodeType {
	DirectoryLoader.applyDeclarativeNodeOptionParameters(nodeType);
	nodeType.execute = async function (this: IExecuteFunctions) {
		return (await new RoutingNode(this as never, nodeType).runNode()) ?? [];
	};
	return nodeType;
}
