import type {
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	INodeProperties,
} from 'n8n-workflow';

import { ENDPOINT } from './endpoint/endpoint';
import { appKeyField, hostFields } from './nhn/fields';
import { rules } from './nhn/rules';

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
			description: 'It stands beside the app key',
		},
		...hostFields,
	];

	// Not as an expression, which costs a millisecond a request. Keys are pasted, at times with a blank.
	authenticate: IAuthenticate = async ({ secretKey }, request) => ({
		...request,
		headers: { ...request.headers, Authorization: String(secretKey).trim() },
	});

	test: ICredentialTestRequest = {
		request: {
			baseURL: `${ENDPOINT}/v1.0/appkeys/{{ encodeURIComponent($credentials.appKey.trim()) }}`,
			url: '/general',
			method: 'POST',
			// The keys are checked before the missing image, which costs nothing.
			body: { imageUrl: '' },
		},
		rules,
	};
}
