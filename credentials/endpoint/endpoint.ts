import type {
	ICredentialDataDecryptedObject,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { checkUrl } from './checkUrl';

/** The same as `endpointOf`, as an expression for a credential's test. */
export const ENDPOINT =
	'={{ ($credentials.baseUrl === "custom" ? $credentials.customBaseUrl : $credentials.baseUrl).trim().replace(/\\/+$/, "") }}';

/**
 * The base URL that a credential with the fields of `endpointFields` says.
 *
 * @throws Failure when it is not one
 */
export function endpointOf({ baseUrl, customBaseUrl }: ICredentialDataDecryptedObject): string {
	const endpoint = checkUrl('endpoint', baseUrl === 'custom' ? customBaseUrl : baseUrl);
	return endpoint.replace(/\/+$/, '');
}

/** The fields that say where a provider is: one of its hosts, the first by default, or a custom one. */
export const endpointFields = (
	hosts: INodePropertyOptions[],
	description: string,
): INodeProperties[] => [
	{
		displayName: 'Endpoint',
		name: 'baseUrl',
		type: 'options',
		options: [...hosts, { name: 'Custom', value: 'custom' }],
		default: hosts[0].value,
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
];
