import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { nodeProperties } from '../shared/description/nodeProperties';
import type { Resource } from '../shared/description/operation';
import { requestDefaults } from '../shared/description/requestDefaults';
import { batchingHint } from '../shared/description/requestOptions';
import { subtitleOf } from '../shared/description/subtitle';
import { computerVisionVietnamApiTest } from './auth/credentialTest';
import { extract as extractCard } from './operations/card/extract';
import { verify as verifyCard } from './operations/card/verify';
import { verifyTwoSides as verifyCardTwoSides } from './operations/card/verifyTwoSides';
import { operations as documentOperations } from './operations/document';
import { extract as extractText } from './operations/text/extract';
import { operations as vehicleOperations } from './operations/vehicle';
import { extract as extractRegistration } from './operations/vehicleRegistration/extract';
import { extractTwoSides as extractRegistrationTwoSides } from './operations/vehicleRegistration/extractTwoSides';

const TOOL_DESCRIPTION =
	'Reads the text of a picture or PDF in Vietnamese or English and returns it. Use it when the user asks what a scan, photo, receipt, contract or other document says. Give it the URL of the file.';

const resources: Resource[] = [
	{
		name: 'Card',
		value: 'card',
		operations: [extractCard, verifyCard, verifyCardTwoSides],
	},
	{
		name: 'Document',
		value: 'document',
		operations: documentOperations,
		defaultOperation: 'invoice',
	},
	{
		name: 'Text',
		value: 'text',
		operations: [extractText],
	},
	{
		name: 'Vehicle',
		value: 'vehicle',
		operations: vehicleOperations,
		defaultOperation: 'vehicle',
	},
	{
		name: 'Vehicle Registration',
		value: 'vehicleRegistration',
		operations: [extractRegistration, extractRegistrationTwoSides],
	},
];

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
		// n8n would name a new node after its operation, without the provider.
		skipNameGeneration: true,
		subtitle: subtitleOf(resources),
		description:
			'Read text, identity cards, invoices, tables and vehicle papers with Computer Vision Vietnam',
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
		requestDefaults,
		properties: nodeProperties(resources, 'text', TOOL_DESCRIPTION),
	};

	methods = { credentialTest: { computerVisionVietnamApiTest } };
}
