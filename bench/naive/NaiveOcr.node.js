/**
 * What a declarative node looks like that follows n8n's documentation: each item's form is made in
 * `preSend`. It is here to be compared with, and is not shipped.
 */
class NaiveOcr {
	description = {
		displayName: 'Naive OCR',
		name: 'naiveOcr',
		group: ['transform'],
		version: 1,
		description: 'A plain declarative node',
		defaults: { name: 'Naive OCR' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'computerVisionVietnamApi', required: true }],
		requestDefaults: { baseURL: '={{ $credentials.customBaseUrl }}' },
		properties: [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				default: 'extract',
				options: [
					{
						name: 'Extract',
						value: 'extract',
						routing: {
							request: {
								method: 'POST',
								url: '/api/v2/ocr/document/general',
								qs: { format_type: 'file', get_thumb: 'false' },
							},
							send: {
								preSend: [
									async function (options) {
										const { mimeType } = this.helpers.assertBinaryData('data');
										const file = await this.helpers.getBinaryDataBuffer('data');
										const form = new FormData();
										form.append('img', new Blob([file], { type: mimeType }), 'img.jpg');
										return { ...options, body: form };
									},
								],
							},
							output: {
								postReceive: [{ type: 'rootProperty', properties: { property: 'data' } }],
							},
						},
					},
				],
			},
		],
	};
}

module.exports = { NaiveOcr };
