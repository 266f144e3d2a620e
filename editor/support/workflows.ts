import type { INode, INodeCredentialsDetails } from 'n8n-workflow';

import { chain } from '../../local-n8n/chain';
import type { WorkflowJson } from '../../local-n8n/workflows';
import { readFile } from '../../e2e/support/workflow';
import { OCR_NODES } from './ocrNodes';

/** A file that is read when the workflow is started by hand. */
export const oneFile = (name: string, path: string): WorkflowJson => ({
	...chain(readFile(path)),
	name,
});

/**
 * The three nodes side by side behind one item with many files. Each file's field has the file's name
 * without its ending.
 *
 * @param pattern matches the paths of the files
 * @param credentials by type, as nodes want them
 */
export function manyFiles(
	name: string,
	pattern: string,
	credentials: NonNullable<INode['credentials']>,
): WorkflowJson {
	const { nodes, connections } = chain(readFile(pattern), {
		name: 'Files',
		type: 'n8n-nodes-base.code',
		typeVersion: 2,
		parameters: {
			// The folder is another one each time, and does not belong into a picture.
			jsCode: `const files = $input.all().map(({ binary: { data: { directory, ...file } } }) => file);
return [{ json: {}, binary: Object.fromEntries(files.map((file) => [file.fileName.split('.')[0], file])) }];`,
		},
	});
	const ocrNodes = OCR_NODES.map(({ name, type, credentialType }, index) => ({
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [600, (index - 1) * 200] as [number, number],
		parameters: {},
		credentials: { [credentialType]: credentials[credentialType] },
	}));
	const toOcrNodes = ocrNodes.map(({ name: node }) => ({ node, type: 'main' as const, index: 0 }));
	return {
		name,
		nodes: [...nodes, ...ocrNodes],
		connections: { ...connections, Files: { main: [toOcrNodes] } },
	};
}

/** A form that takes a picture, and answers with its text. */
export const uploadForm = (tencentCloudApi: INodeCredentialsDetails): WorkflowJson => ({
	name: 'Upload Form',
	nodes: [
		{
			id: 'form',
			webhookId: '6f1c1f6e-5d0b-4a57-9a6c-0c7f4f0a1d01',
			name: 'On form submission',
			type: 'n8n-nodes-base.formTrigger',
			typeVersion: 2.3,
			position: [0, 0],
			parameters: {
				formTitle: 'Read a picture',
				formFields: {
					values: [
						{ fieldLabel: 'Picture', fieldType: 'file', multipleFiles: false, requiredField: true },
					],
				},
				responseMode: 'lastNode',
				options: {},
			},
		},
		{
			id: 'ocr',
			name: 'Tencent Cloud OCR',
			type: 'n8n-nodes-cloud-ocr.tencentCloudOcr',
			typeVersion: 1,
			position: [220, 0],
			parameters: { binaryPropertyName: 'Picture', output: 'fullText', options: {} },
			credentials: { tencentCloudApi },
		},
		{
			id: 'answer',
			webhookId: '6f1c1f6e-5d0b-4a57-9a6c-0c7f4f0a1d02',
			name: 'Answer',
			type: 'n8n-nodes-base.form',
			typeVersion: 2.3,
			position: [440, 0],
			parameters: {
				operation: 'completion',
				completionTitle: 'This is the text',
				completionMessage: '={{ $json.text }}',
				options: {},
			},
		},
	],
	connections: {
		'On form submission': {
			main: [[{ node: 'Tencent Cloud OCR', type: 'main', index: 0 }]],
		},
		'Tencent Cloud OCR': { main: [[{ node: 'Answer', type: 'main', index: 0 }]] },
	},
});
