import type { Sandbox } from '../../sandbox/server';

/** A credential, as it is typed into the dialog. */
export interface Account {
	/** What is chosen in the dialog for this kind. The first one needs no choice. */
	kind?: string;
	fields: (sandbox: Pick<Sandbox, 'url' | 'providers'>) => Record<string, string>;
	/** A field with a wrong value, and what the credential dialog says of it. */
	mistake: { field: string; value: string; sentence: RegExp };
}

/** A node of the package, as a user meets it. */
export interface OcrNode {
	/** In the nodes panel and, when it is new, on the canvas. */
	name: string;
	type: string;
	credentialType: string;
	/** The operation that it is added with, a sample that this one reads, and a text in it. */
	operation: string;
	sample: string;
	reads: string;
	/** Its kinds of credentials. */
	accounts: Account[];
}

export const OCR_NODES: OcrNode[] = [
	{
		name: 'Computer Vision Vietnam',
		type: 'n8n-nodes-cloud-ocr.computerVisionVietnam',
		credentialType: 'computerVisionVietnamApi',
		operation: 'ComputerVisionVietnam/text/extract',
		sample: 'vietnamese_letter.png',
		reads: 'Trân trọng',
		accounts: [
			{
				fields: ({ providers }) => ({ ...providers.computerVisionVietnam.credentials }),
				mistake: {
					field: 'apiSecret',
					value: 'not-this-one',
					sentence: /API key or the API secret is wrong/,
				},
			},
		],
	},
	{
		name: 'NHN Cloud OCR',
		type: 'n8n-nodes-cloud-ocr.nhnCloudOcr',
		credentialType: 'nhnCloudOcrApi',
		operation: 'NhnCloudOcr/text/extract',
		sample: 'korean_notice.png',
		reads: 'SPECIMEN',
		accounts: [
			{
				fields: ({ providers }) => ({ ...providers.nhn.credentials }),
				mistake: { field: 'secretKey', value: 'not-this-one', sentence: /secret key is wrong/ },
			},
			{
				kind: 'User Access Key',
				fields: ({ url, providers }) => ({
					...providers.nhn.userCredentials,
					tokenUrl: `${url}/oauth2/token/create`,
				}),
				mistake: {
					field: 'secretAccessKey',
					value: 'not-this-one',
					sentence: /n8n could not get an access token/,
				},
			},
		],
	},
	{
		name: 'Tencent Cloud OCR',
		type: 'n8n-nodes-cloud-ocr.tencentCloudOcr',
		credentialType: 'tencentCloudApi',
		operation: 'TencentCloudOcr/text/generalAccurate',
		sample: 'receipt.jpg',
		reads: 'CORNER MARKET',
		accounts: [
			{
				fields: ({ providers }) => {
					const { secretId, secretKey } = providers.tencent.credentials;
					return { secretId, secretKey };
				},
				mistake: {
					field: 'secretKey',
					value: 'not-this-one',
					sentence: /Secret Key does not belong to this Secret ID/,
				},
			},
		],
	},
];
