import type { IAuthenticate, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { endpointFields } from '../nodes/shared/credential/endpoint';
import { signRequest } from '../nodes/TencentCloudOcr/auth/signRequest';

const regionalEndpoint = (name: string, region: string) => ({
	name: `${name} (${region})`,
	value: `https://ocr.${region}.tencentcloudapi.com`,
});

export class TencentCloudApi implements ICredentialType {
	name = 'tencentCloudApi';

	displayName = 'Tencent Cloud API';

	icon: Icon = {
		light: 'file:../icons/tencentCloudOcr.svg',
		dark: 'file:../icons/tencentCloudOcr.dark.svg',
	};

	documentationUrl = 'https://www.tencentcloud.com/document/product/598/32675';

	properties: INodeProperties[] = [
		{
			displayName: 'Secret ID',
			name: 'secretId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE',
			hint: 'Create a key in the console under Access Management > API Keys',
		},
		{
			displayName: 'Secret Key',
			name: 'secretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'Shown only when you create the key',
		},
		{
			displayName: 'Session Token',
			name: 'sessionToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'Only for temporary keys: the token that was issued with them',
		},
		...endpointFields(
			[
				{ name: 'International', value: 'https://ocr.intl.tencentcloudapi.com' },
				{ name: 'China', value: 'https://ocr.tencentcloudapi.com' },
				regionalEndpoint('Beijing', 'ap-beijing'),
				regionalEndpoint('Chengdu', 'ap-chengdu'),
				regionalEndpoint('Chongqing', 'ap-chongqing'),
				regionalEndpoint('Guangzhou', 'ap-guangzhou'),
				regionalEndpoint('Hong Kong', 'ap-hongkong'),
				regionalEndpoint('Nanjing', 'ap-nanjing'),
				regionalEndpoint('Shanghai', 'ap-shanghai'),
				regionalEndpoint('Singapore', 'ap-singapore'),
			],
			'The server that the Tencent Cloud OCR node sends its requests to',
		),
		{
			displayName: 'Region',
			name: 'region',
			type: 'string',
			default: '',
			placeholder: 'e.g. ap-singapore',
			hint: 'Leave empty for text recognition. Other Tencent Cloud services may need it.',
		},
	];

	authenticate: IAuthenticate = signRequest;
}
