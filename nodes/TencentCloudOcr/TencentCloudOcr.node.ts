import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { nodeProperties } from '../shared/description/nodeProperties';
import { requestDefaults } from '../shared/description/requestDefaults';
import { batchingHint } from '../shared/description/requestOptions';
import { tencentCloudApiTest } from './auth/credentialTest';
import { generalAccurate } from './operations/text/generalAccurate';
import { generalBasic } from './operations/text/generalBasic';

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
		description: 'Read text from images and PDFs with Tencent Cloud',
		defaults: { name: 'Tencent Cloud OCR' },
		usableAsTool: true,
		hints: [batchingHint],
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'tencentCloudApi', required: true, testedBy: 'tencentCloudApiTest' }],
		requestDefaults,
		properties: nodeProperties(
			[
				{
					name: 'Text',
					value: 'text',
					operations: [generalAccurate, generalBasic],
				},
			],
			'text',
		),
	};

	methods = { credentialTest: { tencentCloudApiTest } };
}
