import type {
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	INodeProperties,
} from 'n8n-workflow';

import { documentErrors } from '../nodes/ComputerVisionVietnam/errors';
import { ENDPOINT, endpointFields } from './endpoint/endpoint';
import { testRules } from './endpoint/testRules';

export class ComputerVisionVietnamApi implements ICredentialType {
	name = 'computerVisionVietnamApi';

	displayName = 'Computer Vision Vietnam API';

	icon: Icon = {
		light: 'file:../icons/computerVisionVietnam.svg',
		dark: 'file:../icons/computerVisionVietnam.dark.svg',
	};

	documentationUrl = 'https://cloud.computervision.com.vn';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The api_key of your account at Computer Vision Vietnam',
		},
		{
			displayName: 'API Secret',
			name: 'apiSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The api_secret that belongs to the key',
		},
		...endpointFields(
			[
				{ name: 'Cloud', value: 'https://cloud.computervision.com.vn' },
				{ name: 'Demo', value: 'https://demo.computervision.com.vn' },
			],
			'Where the Computer Vision Vietnam node sends its requests',
		),
	];

	// Not as expressions, which cost a millisecond a request. Keys are pasted, at times with a blank.
	authenticate: IAuthenticate = async ({ apiKey, apiSecret }, request) => ({
		...request,
		auth: { username: String(apiKey).trim(), password: String(apiSecret).trim() },
	});

	test: ICredentialTestRequest = {
		request: {
			baseURL: ENDPOINT,
			url: '/api/v2/ocr/document/general',
			// No image can be there (RFC 2606): an error, and errors are not billed.
			qs: { img: 'https://example.invalid/image.png', format_type: 'url', get_thumb: 'false' },
		},
		rules: testRules({
			name: 'Computer Vision Vietnam',
			keys: { answer: 'errorCode', code: 'errorCode' },
			errors: documentErrors,
		}),
	};
}
