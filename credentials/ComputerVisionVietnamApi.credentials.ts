import type { IAuthenticate, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { endpointFields } from '../nodes/shared/credential/endpoint';
import { signIn } from '../nodes/ComputerVisionVietnam/auth/signIn';

export class ComputerVisionVietnamApi implements ICredentialType {
	name = 'computerVisionVietnamApi';

	displayName = 'Computer Vision Vietnam API';

	icon: Icon = {
		light: 'file:../icons/computerVisionVietnam.svg',
		dark: 'file:../icons/computerVisionVietnam.dark.svg',
	};

	documentationUrl = 'https://docs.computervision.com.vn';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'The api_key that Computer Vision Vietnam gave you. Without one, ask its sales team at cloud.computervision.com.vn.',
		},
		{
			displayName: 'API Secret',
			name: 'apiSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'The api_secret that belongs to the key',
		},
		...endpointFields(
			[
				{ name: 'Cloud', value: 'https://cloud.computervision.com.vn' },
				{ name: 'Demo', value: 'https://demo.computervision.com.vn' },
			],
			'The server that the Computer Vision Vietnam node sends its requests to',
		),
	];

	authenticate: IAuthenticate = signIn;
}
