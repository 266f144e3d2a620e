import type {
	ICredentialDataDecryptedObject,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { checkUrl } from './checkUrl';

/**
 * The base URL of a credential that has the fields of `endpointFields`.
 *
 * @throws Failure when keys may not be sent to it
 */
export function endpointOf(credential: ICredentialDataDecryptedObject): string {
	const { baseUrl, customBaseUrl, allowHttp } = credential;
	const endpoint = baseUrl === 'custom' ? customBaseUrl : baseUrl;
	return checkUrl('The endpoint in the credential', endpoint, allowHttp).replace(/\/+$/, '');
}

/**
 * The fields for a provider's endpoint: one of its hosts, the first by default, or a custom URL.
 */
export function endpointFields(
	hosts: INodePropertyOptions[],
	description: string,
): INodeProperties[] {
	const [{ value: firstHost }] = hosts;
	return [
		{
			displayName: 'Endpoint',
			name: 'baseUrl',
			type: 'options',
			options: [...hosts, { name: 'Custom', value: 'custom' }],
			default: firstHost,
			description,
		},
		{
			displayName: 'Custom Endpoint URL',
			name: 'customBaseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: `e.g. ${hosts.at(-1)?.value}`,
			displayOptions: { show: { baseUrl: ['custom'] } },
		},
		{
			displayName: 'Allow HTTP',
			name: 'allowHttp',
			type: 'boolean',
			default: false,
			description:
				'Whether to allow an http:// address on another machine. Keys and images then travel unencrypted, so turn this on only within your own network.',
			displayOptions: { show: { baseUrl: ['custom'] } },
		},
	];
}
