import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { nodeProperties } from '../shared/description/nodeProperties';
import type { Resource } from '../shared/description/operation';
import { requestDefaults } from '../shared/description/requestDefaults';
import { batchingHint } from '../shared/description/requestOptions';
import { subtitleOf } from '../shared/description/subtitle';
import { tencentCloudApiTest } from './auth/credentialTest';
import { operations as documentOperations } from './operations/document';
import { extract as extractIdentity } from './operations/identityDocument/extract';
import { getVerification } from './operations/identityDocument/getVerification';
import { verify } from './operations/identityDocument/verify';
import { generalAccurate } from './operations/text/generalAccurate';
import { generalBasic } from './operations/text/generalBasic';

const TOOL_DESCRIPTION =
	'Reads the text of a picture or PDF in Chinese, English and other languages and returns it. Use it when the user asks what a scan, photo, receipt, invoice or other document says. Give it the URL of the file.';

const resources: Resource[] = [
	{
		name: 'Document',
		value: 'document',
		operations: documentOperations,
		defaultOperation: 'extractDocMulti',
	},
	{
		name: 'Identity Document',
		value: 'identityDocument',
		operations: [extractIdentity, getVerification, verify],
	},
	{
		name: 'Text',
		value: 'text',
		operations: [generalAccurate, generalBasic],
	},
];

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
		// n8n would name a new node after its operation, without the provider.
		skipNameGeneration: true,
		subtitle: subtitleOf(resources),
		description: 'Read text, fields, tables and identity documents with Tencent Cloud',
		defaults: { name: 'Tencent Cloud OCR' },
		usableAsTool: true,
		hints: [batchingHint],
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'tencentCloudApi', required: true, testedBy: 'tencentCloudApiTest' }],
		requestDefaults,
		properties: nodeProperties(resources, 'text', TOOL_DESCRIPTION),
	};

	methods = { credentialTest: { tencentCloudApiTest } };
}
