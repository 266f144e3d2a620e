import type { IDataObject, INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import nock from 'nock';

import { BASE64 } from '../support/files';
import { startNode, textOf } from '../support/runNode';
import { answerAll } from '../support/wire';

export const HOST = 'https://cloud.computervision.com.vn';
export const API_KEY = 'api-key-example';
export const API_SECRET = 'api-secret-example';

interface Run {
	items?: INodeExecutionData[];
	settings?: Partial<INode>;
	credential?: IDataObject;
}

/** Runs the node; by default general text by URL. */
export const run = async (parameters: INodeParameters, { items, settings, credential }: Run = {}) =>
	await startNode({
		type: 'n8n-nodes-cloud-ocr.computerVisionVietnam',
		parameters: {
			resource: 'text',
			operation: 'extract',
			inputType: 'url',
			imageUrl: 'https://example.com/a.png',
			frontImageUrl: 'https://example.com/front.png',
			backImageUrl: 'https://example.com/back.png',
			output: 'lines',
			...parameters,
		},
		credentials: {
			computerVisionVietnamApi: {
				apiKey: API_KEY,
				apiSecret: API_SECRET,
				baseUrl: HOST,
				...credential,
			},
		},
		items,
		settings,
	}).result;

/** From now on answers every request with what the function gives, and keeps the requests. */
export function answerWith(answer: Parameters<typeof answerAll>[1], host = HOST) {
	nock.cleanAll();
	return answerAll(host, answer);
}

export const succeeded = (data: unknown): IDataObject => ({
	data: data as never,
	errorCode: '0',
	errorMessage: 'Success',
});

/** The messages of the documentation. */
const MESSAGES = [
	'Success',
	'The photo does not contain content',
	'Url is unavailable',
	'Incorrect image format',
	'Out of requests',
	'Incorrect api_key or api_secret',
	'Incorrect format type',
];

export const failed = (code: number): IDataObject => ({
	data: '',
	errorCode: String(code),
	errorMessage: MESSAGES[code],
});

/** Card and registration items of one input item each, or the error of the run. */
export async function documents(parameters: INodeParameters, answer: IDataObject) {
	answerWith(() => answer);
	const { outputs, error } = await run({ resource: 'card', ...BASE64, ...parameters });
	if (error) throw new Error(textOf(error));
	return outputs[0];
}
