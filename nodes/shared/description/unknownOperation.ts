import type { INodePropertyRouting } from 'n8n-workflow';

import { Failure } from '../engine/errors/failure';
import { requestEngine } from '../engine/requestEngine';
import { quoted } from '../parameters/quoted';

/**
 * The `routing` of the field Resource. n8n picks an operation by the saved values, and the engine
 * of the operation replaces this one. If n8n finds no operation, because of an expression or a
 * misspelt value, this engine reports it. Without it, n8n would send a request without an address.
 */
export const unknownOperation: INodePropertyRouting = {
	send: { paginate: true },
	operations: {
		pagination: requestEngine({
			async account() {
				const resource = this.getNodeParameter('resource', '');
				const operation = this.getNodeParameter('operation', '');
				const subject = operation === '' ? '' : `operation ${quoted(operation)} for the `;
				throw new Failure(
					'fatal',
					`The node has no ${subject}resource ${quoted(resource)}. Choose both from their lists, without an expression.`,
				);
			},
			requests: async () => [],
			checkResponse: async (items) => items,
			items: () => [],
		}),
	},
};
