import nock from 'nock';
import type { IDataObject, INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { startNode } from '../support/runNode';

export const HOST = 'https://ocr.intl.tencentcloudapi.com';
export const CHINA_HOST = 'https://ocr.tencentcloudapi.com';
export const SECRET_KEY = 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE';
export const SESSION_TOKEN = 'TOKENEXAMPLE0123456789';

interface Run {
	items?: INodeExecutionData[];
	settings?: Partial<INode>;
	credential?: IDataObject;
}

/** Starts the node with defaults as the editor sets them. */
export const start = (parameters: INodeParameters, { items, settings, credential }: Run = {}) =>
	startNode({
		type: 'n8n-nodes-cloud-ocr.tencentCloudOcr',
		parameters: {
			resource: 'text',
			operation: 'generalAccurate',
			inputType: 'url',
			imageUrl: 'https://example.com/a.png',
			output: 'lines',
			...parameters,
		},
		credentials: {
			tencentCloudApi: {
				secretId: 'AKIDEXAMPLE',
				secretKey: SECRET_KEY,
				sessionToken: '',
				region: '',
				baseUrl: HOST,
				...credential,
			},
		},
		items,
		settings,
	});

export const run = async (parameters: INodeParameters, more?: Run) =>
	await start(parameters, more).result;

export interface SentRequest {
	body: IDataObject;
	headers: Record<string, string>;
}

type Answer =
	IDataObject | string | [status: number, body: unknown, headers?: Record<string, string>];

/** Answers every request with what the function gives, and keeps the requests. */
export function answerWith(
	answer: (request: SentRequest, index: number) => Answer | Promise<Answer>,
	host = HOST,
): SentRequest[] {
	const requests: SentRequest[] = [];
	nock(host)
		.persist()
		.post('/')
		.reply(async function (_, body) {
			const request = { body: body as IDataObject, headers: this.req.headers as never };
			const given = await answer(request, requests.push(request) - 1);
			return Array.isArray(given) ? (given as never) : [200, given];
		});
	return requests;
}

export const REQUEST_ID = '4021987a-5441-4160-981a-d084cd96b5ad';

export const failure = (Code: string, Message = 'As documented.') => ({
	Response: { Error: { Code, Message }, RequestId: REQUEST_ID },
});

/** An answer with one line of text. */
export const lineOf = (text: string) => ({
	Response: {
		TextDetections: [{ DetectedText: text, Confidence: 99, Polygon: null }],
		Angle: 0,
		RequestId: REQUEST_ID,
	},
});

export const FROM_ITEM = { imageUrl: '={{ $json.url }}' };

/** The index of the input item that a request of FROM_ITEM is for. */
export const itemOf = ({ body }: SentRequest) =>
	Number(/(\d+)\.png$/.exec(String(body.ImageUrl))?.[1]);
