import type { IAuthenticate, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { appKeyField, hostFields } from '../nodes/NhnCloudOcr/auth/credentialFields';
import { signInWithKey } from '../nodes/NhnCloudOcr/auth/signIn';

export class NhnCloudOcrApi implements ICredentialType {
	name = 'nhnCloudOcrApi';

	displayName = 'NHN Cloud OCR API';

	icon: Icon = {
		light: 'file:../icons/nhnCloudOcr.svg',
		dark: 'file:../icons/nhnCloudOcr.dark.svg',
	};

	documentationUrl = 'https://docs.nhncloud.com/en/AI%20Service/OCR/en/general-ocr-api-guide-v1.0/';

	properties: INodeProperties[] = [
		appKeyField,
		{
			displayName: 'Secret Key',
			name: 'secretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'Shown under URL & Appkey, next to the app key',
		},
		...hostFields,
	];

	authenticate: IAuthenticate = signInWithKey;
}
