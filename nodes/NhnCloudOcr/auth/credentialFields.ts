import type { INodeProperties } from 'n8n-workflow';

import { endpointFields } from '../../shared/credential/endpoint';

export const appKeyField: INodeProperties = {
	displayName: 'App Key',
	name: 'appKey',
	type: 'string',
	default: '',
	required: true,
	hint: 'Shown under URL & Appkey, at the top of the OCR console',
};

export const hostFields = endpointFields(
	[
		{
			name: 'ocr.api.nhncloudservice.com',
			value: 'https://ocr.api.nhncloudservice.com',
			description: 'NHN Cloud supports this host until 2027-07-31',
		},
		{
			name: 'api-ocr.nhncloudservice.com',
			value: 'https://api-ocr.nhncloudservice.com',
			description: 'The new host, available since 2026-08-11',
		},
	],
	'The server that the NHN Cloud OCR node sends its requests to',
);
