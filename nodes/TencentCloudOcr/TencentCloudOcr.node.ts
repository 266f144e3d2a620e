import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { batchingHint, requestOptions } from '../shared/description/requestOptions';
import { unknownOperation } from '../shared/description/unknownOperation';
import { tencentCloudApiTest } from './auth/credentialTest';
import { textDescription } from './resources/text';

export class TencentCloudOcr implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Tencent Cloud OCR',
		name: 'tencentCloudOcr',
		icon: {
			light: 'file:../../icons/tencentCloudOcr.svg',
			dark: 'file:../../icons/tencentCloudOcr.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Read the text of images and PDFs with Tencent Cloud',
		defaults: { name: 'Tencent Cloud OCR' },
		usableAsTool: true,
		hints: [batchingHint],
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'tencentCloudApi', required: true, testedBy: 'tencentCloudApiTest' }],
		requestDefaults: {
			headers: { Accept: 'application/json' },
			// Tencent Cloud's own words are in the answer, whatever its status.
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
				options: [{ name: 'Text', value: 'text' }],
				routing: unknownOperation,
				default: 'text',
			},
			...textDescription,
			...requestOptions,
		],
	};

	methods = { credentialTest: { tencentCloudApiTest } };
}
