import type { IDataObject, INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { startNode } from '../support/runNode';
import { answerAll } from '../support/wire';

export const HOST = 'https://ocr.api.nhncloudservice.com';
export const TOKEN_HOST = 'https://oauth.api.nhncloudservice.com';
export const SECRET_KEY = 'secret-key-example';

interface Run {
	items?: INodeExecutionData[];
	settings?: Partial<INode>;
	credential?: IDataObject;
}

/** n8n's tests share a process, in which tokens are kept: each test is another user. */
let users = 0;

const credentialOf = (authentication: unknown): [type: string, data: IDataObject] =>
	authentication === 'userAccessKey'
		? [
				'nhnCloudOcrOAuth2Api',
				{
					userAccessKeyId: `user-${users++}`,
					secretAccessKey: SECRET_KEY,
					tokenUrl: `${TOKEN_HOST}/oauth2/token/create`,
					accessToken: '',
				},
			]
		: ['nhnCloudOcrApi', { secretKey: SECRET_KEY }];

/** Runs the node; by default recognition by URL with a secret key. */
export async function run(parameters: INodeParameters, { items, settings, credential }: Run = {}) {
	const [type, data] = credentialOf(parameters.authentication);
	return await startNode({
		type: 'n8n-nodes-cloud-ocr.nhnCloudOcr',
		parameters: {
			resource: 'text',
			operation: 'extract',
			inputType: 'url',
			imageUrl: 'https://example.com/a.png',
			output: 'lines',
			...parameters,
		},
		credentials: { [type]: { appKey: 'app-key', baseUrl: HOST, ...data, ...credential } },
		items,
		settings,
	}).result;
}

/** Answers every request for a recognition with what the function gives, and keeps the requests. */
export const answerWith = (answer: Parameters<typeof answerAll>[1], host = HOST) =>
	answerAll(host, answer);

export const failed = (resultCode: number, resultMessage = 'As documented.') => ({
	header: { isSuccessful: false, resultCode, resultMessage },
});

const SUCCESS = { isSuccessful: true, resultCode: 0, resultMessage: 'SUCCESS' };

export const succeeded = (result: object) => ({ header: SUCCESS, result });

/** An answer with one word. */
export const wordOf = (value: string) =>
	succeeded({
		fileType: 'png',
		listOfInferTexts: [{ inferTexts: [{ value, conf: 0.9 }] }],
		listOfBoundingBoxes: [{ boundingBoxes: [{}] }],
	});
