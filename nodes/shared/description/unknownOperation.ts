import type { INodePropertyRouting } from 'n8n-workflow';

import { Failure } from '../engine/errors/failure';
import { requestEngine } from '../engine/requestEngine';

/**
 * The `routing` of the field Resource. n8n picks an operation by the values as they are saved, and
 * an operation puts its own engine in this one's place. Where it finds none, because of an
 * expression or a misspelt value, n8n would send a request to nowhere.
 */
export const unknownOperation: INodePropertyRouting = {
	send: { paginate: true },
	operations: {
		pagination: requestEngine({
			async account() {
				const resource = this.getNodeParameter('resource', '');
				const operation = this.getNodeParameter('operation', '');
				const subject = operation === '' ? '' : `operation "${operation}" of the `;
				throw new Failure(
					'fatal',
					`The node has no ${subject}resource "${resource}". Choose both from their lists, without an expression.`,
				);
			},
			requests: async () => [],
			items: () => [],
		}),
	},
};
