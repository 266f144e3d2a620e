import type {
	ICredentialDataDecryptedObject,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { checkUrl } from './checkUrl';

/**
 * The base URL that a credential with the fields of `endpointFields` says.
 *
 * @throws Failure when it is not one that keys may be sent to
 */
export function endpointOf(credential: ICredentialDataDecryptedObject): string {
	const { baseUrl, customBaseUrl, allowHttp } = credential;
	const endpoint = baseUrl === 'custom' ? customBaseUrl : baseUrl;
	return checkUrl('The endpoint in the credential', endpoint, allowHttp).replace(/\/+$/, '');
}

/** The fields that say where a provider is: one of its hosts, the first by default, or a custom one. */
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
				'Whether keys and images may go to an http:// address on another machine. They travel unencrypted then, so allow it only within a network of your own.',
			displayOptions: { show: { baseUrl: ['custom'] } },
		},
	];
}
