import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { batchingHint, requestOptions } from '../shared/description/requestOptions';
import { unknownOperation } from '../shared/description/unknownOperation';
import { nhnCloudOcrApiTest, nhnCloudOcrOAuth2ApiTest } from './auth/credentialTest';
import { textDescription } from './resources/text';

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
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Read Korean and English text of images with NHN Cloud',
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
		requestDefaults: {
			headers: { Accept: 'application/json' },
			// NHN Cloud's own words are in the answer, whatever its status.
			ignoreHttpStatusErrors: true,
			// To follow a redirect, the whole of a body would be kept in memory.
			disableFollowRedirect: true,
		},
		properties: [
			{
				displayName: 'Authentication',
				name: 'authentication',
				type: 'options',
				// n8n takes the credential of the first item for all.
				noDataExpression: true,
				options: [
					{ name: 'Secret Key', value: 'secretKey', description: 'API v1.0' },
					{ name: 'User Access Key', value: 'userAccessKey', description: 'API v1.1' },
				],
				default: 'secretKey',
			},
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [{ name: 'Text', value: 'text' }],
				routing: unknownOperation,
				default: 'text',
			},
			...textDescription,
			...requestOptions,
		],
	};

	methods = { credentialTest: { nhnCloudOcrApiTest, nhnCloudOcrOAuth2ApiTest } };
}
