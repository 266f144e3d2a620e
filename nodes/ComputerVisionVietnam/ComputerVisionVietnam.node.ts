import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { imageFields, twoSidesFields } from '../shared/input/fields';
import { batchingHint, requestOptions } from '../shared/description/requestOptions';
import { unknownOperation } from '../shared/description/unknownOperation';
import { computerVisionVietnamApiTest } from './auth/credentialTest';
import { cardFields, cardOperations } from './resources/card';
import { textFields, textOperations } from './resources/text';
import {
	vehicleRegistrationFields,
	vehicleRegistrationOperations,
} from './resources/vehicleRegistration';

export class ComputerVisionVietnam implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Computer Vision Vietnam',
		name: 'computerVisionVietnam',
		icon: {
			light: 'file:../../icons/computerVisionVietnam.svg',
			dark: 'file:../../icons/computerVisionVietnam.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Read text, identity cards and vehicle registrations with Computer Vision Vietnam',
		defaults: { name: 'Computer Vision Vietnam' },
		usableAsTool: true,
		hints: [batchingHint],
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'computerVisionVietnamApi',
				required: true,
				testedBy: 'computerVisionVietnamApiTest',
			},
		],
		requestDefaults: {
			headers: { Accept: 'application/json' },
			// The provider's own words are in the answer, whatever its status.
			ignoreHttpStatusErrors: true,
			// To follow a redirect, the whole of a body would be kept in memory.
			disableFollowRedirect: true,
		},
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Card', value: 'card' },
					{ name: 'Text', value: 'text' },
					{ name: 'Vehicle Registration', value: 'vehicleRegistration' },
				],
				routing: unknownOperation,
				default: 'text',
			},
			...textOperations,
			...cardOperations,
			...vehicleRegistrationOperations,
			// Once for all resources: n8n evaluates each of the node's properties for each item.
			...imageFields({ operation: ['extract', 'verify'] }),
			...twoSidesFields({ operation: ['extractTwoSides', 'verifyTwoSides'] }),
			...textFields,
			...cardFields,
			...vehicleRegistrationFields,
			...requestOptions,
		],
	};

	methods = { credentialTest: { computerVisionVietnamApiTest } };
}
