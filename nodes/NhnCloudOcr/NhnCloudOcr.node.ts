import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { nodeProperties } from '../shared/description/nodeProperties';
import type { Resource } from '../shared/description/operation';
import { requestDefaults } from '../shared/description/requestDefaults';
import { batchingHint } from '../shared/description/requestOptions';
import { subtitleOf } from '../shared/description/subtitle';
import { nhnCloudOcrApiTest, nhnCloudOcrOAuth2ApiTest } from './auth/credentialTest';
import { operations as documentOperations } from './operations/document';
import { operations as identityCardOperations } from './operations/identityCard';
import { extract } from './operations/text/extract';
import { extractSegmented } from './operations/text/extractSegmented';

const TOOL_DESCRIPTION =
	'Reads the text of a picture in Korean or English and returns it. Use it when the user asks what a scan, photo, screenshot, receipt or other picture says. Give it the URL of the picture. It cannot read PDFs.';

const resources: Resource[] = [
	{
		name: 'Document',
		value: 'document',
		operations: documentOperations,
		defaultOperation: 'business',
	},
	{
		name: 'Identity Card',
		value: 'identityCard',
		operations: identityCardOperations,
	},
	{
		name: 'Text',
		value: 'text',
		operations: [extract, extractSegmented],
	},
];

export class NhnCloudOcr implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'NHN Cloud OCR',
		name: 'nhnCloudOcr',
		icon: {
			light: 'file:../../icons/nhnCloudOcr.svg',
			dark: 'file:../../icons/nhnCloudOcr.dark.svg',
		},
		group: ['transform'],
		version: 1,
		// n8n would name a new node after its operation, without the provider.
		skipNameGeneration: true,
		subtitle: subtitleOf(resources),
		description:
			'Read text, business registrations, credit cards and identity cards with NHN Cloud',
		defaults: { name: 'NHN Cloud OCR' },
		usableAsTool: true,
		hints: [batchingHint],
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'nhnCloudOcrApi',
				required: true,
				testedBy: 'nhnCloudOcrApiTest',
				displayOptions: { show: { authentication: ['secretKey'] } },
			},
			{
				name: 'nhnCloudOcrOAuth2Api',
				required: true,
				testedBy: 'nhnCloudOcrOAuth2ApiTest',
				displayOptions: { show: { authentication: ['userAccessKey'] } },
			},
		],
		requestDefaults,
		properties: [
			{
				displayName: 'Authentication',
				name: 'authentication',
				type: 'options',
				// n8n uses the credential of the first item for all items.
				noDataExpression: true,
				options: [
					{ name: 'Secret Key', value: 'secretKey', description: 'Uses API v1.0 and v2.0' },
					{
						name: 'User Access Key',
						value: 'userAccessKey',
						description: 'Uses API v1.1 and v2.1',
					},
				],
				default: 'secretKey',
			},
			...nodeProperties(resources, 'text', TOOL_DESCRIPTION),
		],
	};

	methods = { credentialTest: { nhnCloudOcrApiTest, nhnCloudOcrOAuth2ApiTest } };
}
