import { join } from 'node:path';

import type { INodeParameters } from 'n8n-workflow';

import type { NodeJson } from '../local-n8n/chain';
import type { N8nInstance } from '../local-n8n/instance';
import { STAND_IN_CREDENTIALS } from '../local-n8n/standInCredentials';
import { FILE_NAME } from './bench';
import type { ProviderName } from './provider';

/** The credential of a provider whose stand-in is at a URL. */
export async function credentialsOf(instance: N8nInstance, provider: ProviderName, url: string) {
	const { type, data } = STAND_IN_CREDENTIALS[provider](url);
	return { [type]: await instance.credentials.save({ name: type, type, data }) };
}

const TYPES: Record<ProviderName, string> = {
	computerVisionVietnam: 'n8n-nodes-cloud-ocr.computerVisionVietnam',
	nhn: 'n8n-nodes-cloud-ocr.nhnCloudOcr',
	tencent: 'n8n-nodes-cloud-ocr.tencentCloudOcr',
};

/** Our node, which gives a row a line. */
export const ours = async (
	instance: N8nInstance,
	provider: ProviderName,
	url: string,
	parameters: INodeParameters,
): Promise<NodeJson> => ({
	name: 'OCR',
	type: TYPES[provider],
	parameters: {
		resource: 'text',
		operation: provider === 'tencent' ? 'generalAccurate' : 'extract',
		output: 'lines',
		...parameters,
	},
	credentials: await credentialsOf(instance, provider, url),
});

/** Our node for the addresses that the source gives. */
export const oursByUrl = async (
	instance: N8nInstance,
	provider: ProviderName,
	url: string,
	options: INodeParameters = {},
	settings: INodeParameters = {},
): Promise<NodeJson> =>
	await ours(instance, provider, url, {
		inputType: 'url',
		imageUrl: '={{ $json.url }}',
		options,
		...settings,
	});

/** n8n's HTTP Request node, signed in with our credential. */
export const httpRequest = async (
	instance: N8nInstance,
	provider: ProviderName,
	url: string,
	parameters: INodeParameters,
): Promise<NodeJson> => ({
	name: 'OCR',
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		method: 'POST',
		authentication: 'predefinedCredentialType',
		nodeCredentialType: STAND_IN_CREDENTIALS[provider](url).type,
		options: {},
		...parameters,
	},
	credentials: await credentialsOf(instance, provider, url),
});

/** n8n's HTTP Request node for NHN Cloud's recognition of addresses. */
export const httpRequestByUrl = async (
	instance: N8nInstance,
	url: string,
	options: INodeParameters = {},
): Promise<NodeJson> =>
	await httpRequest(instance, 'nhn', url, {
		url: `${url}/v1.0/appkeys/bench/general`,
		sendBody: true,
		specifyBody: 'json',
		jsonBody: '={{ JSON.stringify({ imageUrl: $json.url }) }}',
		options,
	});

/** No OCR at all: what the source of the items and n8n take by themselves. */
export const noOperation = async (): Promise<NodeJson> => ({
	name: 'OCR',
	type: 'n8n-nodes-base.noOp',
	parameters: {},
});

/** A node for each item of an answer's list. */
export const splitOut = (field: string): NodeJson => ({
	name: 'Flatten',
	type: 'n8n-nodes-base.splitOut',
	parameters: { fieldToSplitOut: field, options: {} },
});

/** A source of items with the same file: n8n reads it once, and its reader needs no memory. */
export const files = (instance: N8nInstance, count: number, name = FILE_NAME): NodeJson[] => [
	{
		name: 'Source',
		type: 'n8n-nodes-base.readWriteFile',
		typeVersion: 1.1,
		parameters: {
			operation: 'read',
			fileSelector: join(instance.filesFolder, name),
			options: {},
		},
	},
	{
		name: 'Copies',
		type: 'n8n-nodes-base.code',
		typeVersion: 2,
		parameters: {
			jsCode: `return Array.from({ length: ${count} }, () => ({ ...$input.first(), pairedItem: 0 }));`,
		},
	},
];

/** A source of items with a URL each. */
export const addresses = (count: number): NodeJson => ({
	name: 'Source',
	type: 'n8n-nodes-base.code',
	typeVersion: 2,
	parameters: {
		jsCode: `return Array.from({ length: ${count} }, (_, i) => ({ json: { url: 'https://example.com/' + i + '.png' } }));`,
	},
});
