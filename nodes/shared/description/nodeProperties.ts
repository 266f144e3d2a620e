import type { INodeProperties } from 'n8n-workflow';

import { requestEngine } from '../engine/requestEngine';
import { toolDescriptionField } from './toolDescriptionField';
import type { Operation, Resource } from './operation';
import { mergedFields } from './mergedFields';
import { requestOptions } from './requestOptions';
import { unknownOperation } from './unknownOperation';

/**
 * The properties of a node, made of its resources and their operations.
 *
 * @param defaultResource the one that a new node has
 * @param toolDescription when a language model should use the node
 */
export const nodeProperties = (
	resources: Resource[],
	defaultResource: string,
	toolDescription: string,
): INodeProperties[] => [
	toolDescriptionField(toolDescription),
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ name, value }) => ({ name, value })),
		routing: unknownOperation,
		default: defaultResource,
	},
	...resources.map(operationField),
	...mergedFields(resources),
	...requestOptions,
];

function operationField({
	value,
	operations,
	defaultOperation = operations[0].option.value,
}: Resource): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [value] } },
		options: operations.map((operation) => ({
			...operation.option,
			routing: routingOf(operation),
		})),
		default: defaultOperation,
	};
}

/** n8n builds the request, calls the engine to send it, and passes every response to it. */
const routingOf = (operation: Operation): INodeProperties['routing'] => ({
	request: operation.request,
	send: { paginate: true },
	operations: { pagination: requestEngine(operation) },
	output: { postReceive: [operation.checkResponse] },
});
